"""Worse facts never make the advice that addresses them weaker."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from backfat_rules.knowledge.gates import GATES
from tests.planning.people import FULL, people, plan_of

NO_PLAN = {name for name, gate in GATES.items() if not gate.has_plan}
ADDRESSED = {
    "sleep_hours": {
        "sleep-longer",
        "get-help-with-very-short-nights",
        "catch-up-sleep-in-shift-work",
        "anchor-sleep-in-shift-work",
        "lighter-week-when-tired",
    },
    "stress_level": {
        "calm-minutes-every-day",
        "make-room-to-unwind",
        "walk-or-dance-tension-off",
        "train-against-stress",
        "share-the-load",
        "lighter-week-when-tired",
    },
    "sitting_hours_per_day": {
        "break-up-sitting",
        "swap-sitting-for-moving",
        "stand-and-walk-at-work",
        "active-hobby",
        "use-the-stairs",
    },
    "steps_per_day": {"walk-more-steps", "active-hobby", "use-the-stairs"},
}
DRAWN = {
    "sleep_hours": st.floats(2, 10),
    "stress_level": st.integers(0, 10),
    "sitting_hours_per_day": st.floats(4, 16),
    "steps_per_day": st.integers(0, 10_000),
}
LESS_IS_WORSE = {"sleep_hours", "steps_per_day"}


@pytest.mark.parametrize("fact", ADDRESSED)
@settings(max_examples=2 * FULL)
@given(data=st.data())
def test_worse_facts_keep_their_advice(fact: str, data: st.DataObject) -> None:
    """With less sleep, more stress, more sitting or fewer steps, the advice on it never weakens.

    It stays with a priority at least as high, or is withheld with a reason.
    """
    told = data.draw(people(fact))
    low, high = sorted((data.draw(DRAWN[fact]), data.draw(DRAWN[fact])))
    better, worse = (high, low) if fact in LESS_IS_WORSE else (low, high)
    before = plan_of({**told, fact: better})
    after = plan_of({**told, fact: worse})
    assume(not NO_PLAN & {before.gate, after.gate})

    withheld = {each.id for each in after.withheld}
    priority = {each.id: each.priority for each in after.all_ways}
    for each in before.all_ways:
        if each.id in ADDRESSED[fact] and each.id not in withheld:
            assert priority[each.id] >= each.priority
            assert after[each.id].priority >= priority[each.id]


@pytest.mark.parametrize("fact", ADDRESSED)
def test_the_advice_on_a_fact_depends_on_it(fact: str) -> None:
    """Somebody who is badly off gets advice on it, which somebody who is well off does not."""
    low, high = (1, 10) if fact != "steps_per_day" else (500, 10_000)
    bad, good = (low, high) if fact in LESS_IS_WORSE else (high, low)
    others = {"age": 30, "work_schedule": "night", "relaxation_minutes_per_day": 0}
    advised = plan_of({**others, fact: bad}).advised
    spared = plan_of({**others, fact: good}).advised
    assert len(ADDRESSED[fact] & advised) >= 3
    assert not ADDRESSED[fact] & spared


def test_a_second_milder_reason_never_weakens_advice() -> None:
    """Somebody who sits without a break for hours is not told less firmly for sitting long, too."""
    sits = {"age": 30, "sitting_bout_minutes": 240}
    before = plan_of({**sits, "sitting_hours_per_day": 7})["break-up-sitting"]
    after = plan_of({**sits, "sitting_hours_per_day": 8})["break-up-sitting"]
    assert after.priority >= before.priority
    assert len(after.reasons) > len(before.reasons)
