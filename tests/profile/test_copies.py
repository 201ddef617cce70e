"""A profile is frozen, and a changed copy of it is checked like any other."""

from __future__ import annotations

import math
import re
from typing import Any

import pytest

from backfat_rules import BackfatRulesError, Profile, ProfileError
from tests.profile.test_profile import AppProfile


def test_a_profile_cannot_be_changed() -> None:
    """A profile is frozen."""
    with pytest.raises(BackfatRulesError, match="read-only"):
        Profile(age=40).age = 41  # type: ignore[misc]


@pytest.mark.parametrize("deep", [False, True])
def test_a_changed_copy_is_checked_like_any_profile(deep: bool) -> None:
    """Words are taken from any collection, None takes an answer back, the original stays."""
    me = AppProfile(sleep_hours=5.5, age=38)
    changed = me.model_copy(update={"sleep_hours": None, "posture": ["slouched"]}, deep=deep)
    assert changed == AppProfile(age=38, posture=frozenset({"slouched"}))
    assert me.known() == {"age": 38, "sleep_hours": 5.5}
    assert me.model_copy(deep=deep) == me


@pytest.mark.parametrize(
    ("update", "said"),
    [
        ({"sleep_hours": 330}, "330 is outside 0 to 24 h. Did you mean 5.5 h"),
        ({"sleep_hours": math.nan}, "must be a finite number"),
        ({"slep_hours": 8}, "is not a fact. Did you mean sleep_hours?"),
    ],
)
def test_a_copy_is_no_way_around_the_checks(update: dict[str, Any], said: str) -> None:
    """What a profile refuses, a changed copy refuses in the same words."""
    with pytest.raises(ProfileError, match=re.escape(said)):
        Profile(sleep_hours=5.5).model_copy(update=update)
