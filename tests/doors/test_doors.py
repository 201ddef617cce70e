"""Whatever comes through a public door is used or refused; ``make doors`` tries for 20 minutes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.doors.doors import DOORS

SLOW = {"an overlay"}  # reads all of the knowledge again


@pytest.mark.parametrize("name", sorted(set(DOORS) - SLOW))
@given(st.data())
def test_whatever_comes_is_used_or_refused_in_plain_words(name: str, data: st.DataObject) -> None:
    """No input ends in an exception of somebody else, in a flood, or moves a cursor."""
    door = DOORS[name]
    door.takes(data.draw(door.given))
