"""Weeks hold as much as is advised and told, and say what else counts."""

from __future__ import annotations

from typing import Any

import pytest

from tests.training.coached_people import LIFTER, flat, note, programme


def test_brisk_minutes_are_filled_up_on_days_without_training() -> None:
    """Who does a hundred and fifty minutes gets a week with as many, and one day stays free."""
    week = programme(LIFTER)
    assert week.weeks[0].aerobic_minutes >= 150
    assert week.weeks[0].missed == ()
    for day in week.days:
        assert {"strength", "intervals", "cardio"}.isdisjoint(
            {each.kind for each in day.sessions}
        ) or day.weekday in LIFTER["training_days"]
    assert any(not day.sessions for day in week.days)


@pytest.mark.parametrize(
    "told",
    [
        {"minutes_per_session": 15, "training_days": {"tue", "fri"}, "equipment": set()},
        {"minutes_per_session": 20, "training_days": {"sun"}, "equipment": set()},
    ],
    ids=["15 min twice", "one day"],
)
def test_with_little_time_walks_are_brisk_and_count(told: dict[str, Any]) -> None:
    """Who has little time for training is not sent on walks that do not count."""
    week = programme(**told)
    assert week.weeks[0].aerobic_minutes >= 60
    assert not any(each.rule == "active-recovery-session" for each in week.sessions)


def test_where_less_is_planned_than_told_the_others_are_kept() -> None:
    """A week that has no room for all that somebody does says that it counts."""
    week = programme(
        moderate_minutes_per_week=300, minutes_per_session=20, training_days={"tue", "fri"}
    )
    assert week.weeks[0].aerobic_minutes < 300
    assert "Keep the others" in note(week, "what-you-do-counts")
    assert "what-you-do-counts" not in {each.id for each in programme(LIFTER).notes}


def test_a_gap_that_may_not_be_filled_is_none() -> None:
    """Whoever is to stay with what they have does not read that sets are missing."""
    told: dict[str, Any] = {
        "age": 52,
        "conditions": {"heart_disease"},
        "medical_clearance": True,
        "moderate_minutes_per_week": 180,
        "weeks_trained_of_last_8": 8,
        "strength_sessions_per_week": 2,
        "experience": "intermediate",
    }
    week = programme(**told)
    assert any(each.kind == "strength" for each in week.sessions)
    assert week.weeks[0].missed == ()
    assert "enough-sets" in week.held_back
    assert "This week has not" not in flat(week)
