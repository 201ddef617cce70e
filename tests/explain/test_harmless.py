"""What a way must not set off."""

from __future__ import annotations

import pytest

from backfat_rules.explain.harmless import alarms
from backfat_rules.planning import Reasoner
from tests.planning.people import KNOWLEDGE

DIRECT = Reasoner(KNOWLEDGE, "direct")
STRICT = {"clarify", "refer_first", "urgent", "emergency"}


@pytest.mark.parametrize(
    ("gain", "mild"), [(False, {"modify", "insufficient_data"}), (True, set())]
)
def test_alarms_are_more_than_remarks(gain: bool, mild: set[str]) -> None:
    """A mere remark hinders no way; what asks for care does, unless something is taken up."""
    person = DIRECT.telling({"symptoms": frozenset({"chest_pain"})})
    fired = person.derivation.fired & KNOWLEDGE.screening.keys()
    assert fired
    assert alarms(person, gain=gain) == {
        id
        for id, rule in KNOWLEDGE.screening.items()
        if rule.gate in STRICT | mild and id not in fired
    }
