"""Where the guides disagree, a week follows what the knowledge has settled on."""

from __future__ import annotations

from typing import Any

import pytest

from backfat_rules import Programme, recommend
from tests.training.invented_people import HEALTHY

GYM = {
    "location": "gym",
    "equipment": {"barbell", "dumbbell", "bench", "cable", "lat_pulldown"},
    "minutes_per_session": 60,
}
LIFTER = {
    **GYM,
    "experience": "advanced",
    "strength_sessions_per_week": 4,
    "weeks_trained_of_last_8": 8,
    "cardio_sessions_per_week": 2,
    "hiit_sessions_per_week": 1,
}
NEWCOMER = {"experience": "none", "equipment": set(), "minutes_per_session": 30}


def week_of(**told: Any) -> Programme:
    """The week of an invented person who is well."""
    return recommend({**HEALTHY, **told}, engine="direct").programme()


def days_of(week: Programme, kind: str) -> list[int]:
    """On which days a kind of session stands, from 0 for Monday."""
    return [
        at for at, day in enumerate(week.days) if any(each.kind == kind for each in day.sessions)
    ]


def test_whole_body_days_count_as_back_days() -> None:
    """Rows on a day for the whole body load the back: three such days, two days apart."""
    days = days_of(week_of(**LIFTER), "strength")
    assert len(days) == 3
    assert all((day - before) % 7 >= 2 for before, day in zip(days[-1:] + days, days, strict=False))


def test_neighbouring_days_do_not_load_one_part_twice() -> None:
    """Whoever can train on two days in a row gets back work for other parts on the second."""
    week = week_of(**{**LIFTER, "training_days": {"sat", "sun"}})
    first, second = (
        {muscle for each in week.days[at].sessions for muscle in each.muscles} for at in (5, 6)
    )
    assert days_of(week, "strength") == [5, 6]
    assert {"lats", "rhomboids", "erectors"} <= first
    assert not {"lats", "rhomboids", "erectors"} & second
    assert "quads" in second


@pytest.mark.parametrize("told", [NEWCOMER, LIFTER], ids=["newcomer", "lifter"])
def test_two_sessions_cover_all_parts_of_the_back(told: dict[str, Any]) -> None:
    """Upper, middle and lower back all get something, though one guide lists upper moves only."""
    items = [item for each in week_of(**told).sessions for item in each.items]
    assert {part for item in items for part in item.covers} == {"upper", "mid", "lower"}


def test_endurance_stands_beside_strength() -> None:
    """A week with endurance has strength, too, and intervals count as endurance."""
    week = week_of(**LIFTER)
    assert days_of(week, "strength")
    assert days_of(week, "cardio")
    intervals = next(each for each in week.sessions if each.kind == "intervals")
    hard = intervals.minutes - intervals.warm_up_minutes
    easy = sum(
        each.minutes - each.warm_up_minutes for each in week.sessions if each.kind == "cardio"
    )
    assert week.weeks[0].aerobic_minutes == 2 * hard + easy


def test_newcomers_begin_at_the_easy_end() -> None:
    """No newcomer gets hard intervals, and rest days begin with a quarter of an hour."""
    week = week_of(**NEWCOMER)
    assert days_of(week, "intervals") == []
    assert {each.minutes for each in week.sessions if each.kind == "recovery"} == {15}


def test_doses_go_by_context() -> None:
    """A row on a day for the whole body has the dose of such a day, not that of a targeted one."""
    items = [item for each in week_of(**LIFTER).sessions for item in each.items]
    presses = [item for item in items if item.exercise == "bench_press"]
    assert {item.context for item in presses} == {"full_body"}


@pytest.mark.parametrize("symptom", ["chest_pain", "saddle_numbness"])
def test_nobody_in_danger_gets_a_week(symptom: str) -> None:
    """Under urgent and emergency there is no week, and its page says where it stands."""
    week = week_of(**{**NEWCOMER, "symptoms": {symptom}})
    assert week.gate in ("urgent", "emergency")
    assert week.weeks == ()
    assert "There is no training week for now." in str(week)


def test_whoever_has_to_be_seen_first_gets_what_is_open() -> None:
    """Before somebody has looked at a heart there are short walks and no training."""
    week = week_of(**{**NEWCOMER, "conditions": {"heart_disease"}})
    assert week.gate == "refer_first"
    assert {each.kind for each in week.sessions} <= {"recovery", "mobility"}


def test_whoever_is_ill_rests() -> None:
    """A fever or a cold is no time for training or for brisk walks on rest days."""
    week = week_of(**{**NEWCOMER, "acutely_ill": True})
    assert {each.kind for each in week.sessions} <= {"mobility"}
