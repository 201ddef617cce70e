"""Heavy work: once a week for the hips, after lighter sets, with time between the sets."""

from __future__ import annotations

from typing import Any

import pytest

from backfat_rules import Programme, load_knowledge, recommend
from backfat_rules.planning.programme_content import Item
from tests.training.invented_people import HEALTHY, person
from tests.training.week_checker import faults

LIFTER: dict[str, Any] = {
    "location": "gym",
    "equipment": {"barbell", "dumbbell", "bench", "cable", "lat_pulldown"},
    "experience": "intermediate",
    "strength_sessions_per_week": 3,
    "weeks_trained_of_last_8": 8,
    "minutes_per_session": 60,
}
WITH_A_GO_AHEAD: dict[str, Any] = {
    "age": 60,
    "conditions": {"heart_disease"},
    "conditions_controlled": True,
    "medical_clearance": True,
    "moderate_minutes_per_week": 120,
    "experience": "novice",
    "strength_sessions_per_week": 2,
    "equipment": {"dumbbell", "band"},
    "minutes_per_session": 40,
}


def week_of(**told: Any) -> Programme:
    """The week of an invented lifter, but for what is told."""
    return recommend({**HEALTHY, **LIFTER, **told}, engine="direct").programme()


def heavy_hinges(week: Programme) -> list[Item]:
    """The items that bend at the hips under a heavy load."""
    exercises = load_knowledge().exercises
    items = [item for each in week.sessions if each.kind == "strength" for item in each.items]
    return [
        each for each in items if {"loaded_hinge", "heavy_load"} <= {*exercises[each.exercise].tags}
    ]


@pytest.mark.parametrize("days", [{"mon", "thu"}, {"mon", "tue", "thu", "sat"}])
def test_one_day_has_the_heavy_hinge(days: set[str]) -> None:
    """However many days there are, one of them has a heavy deadlift, after nothing but legs."""
    week = week_of(training_days=days)
    (heavy,) = heavy_hinges(week)
    assert heavy.rest_seconds >= 120
    assert heavy.ramp_up == ((6, 40), (6, 80))
    assert heavy.ramp_up_text == "6 times with 40 % and 6 times with 80 % of the weight."
    strength = [each for each in week.sessions if each.kind == "strength"]
    session = next(each for each in strength if heavy in each.items)
    before = session.items[: session.items.index(heavy)]
    assert {load_knowledge().exercises[each.exercise].pattern for each in before} <= {
        "squat",
        "lunge",
    }


def test_no_second_heavy_hinge_comes_in_by_a_swap() -> None:
    """What is offered in the place of a lighter move is not a second heavy one."""
    week = week_of()
    heavy = heavy_hinges(week)[0].exercise
    offered = {id: {each.exercise for each in week.swap(id)} for id in week.moves if id != heavy}
    exercises = load_knowledge().exercises
    for id, others in offered.items():
        both = {
            each for each in others if {"loaded_hinge", "heavy_load"} <= {*exercises[each].tags}
        }
        assert not both, (id, both)
    assert "deadlift_conventional" in {each.exercise for each in week.swap(heavy)}


def test_bodies_and_bands_need_no_lighter_set() -> None:
    """Where a move has no weight that could be lighter there is no set to lead up to it."""
    for gear in ({"band"}, set()):
        week = week_of(equipment=gear, location="home")
        assert all(item.ramp_up == () for each in week.sessions for item in each.items)


def test_a_range_of_repetitions_is_shown_and_what_was_done_decides() -> None:
    """A set may have any number of the range; all at the most make the work heavier."""
    plan = recommend({**HEALTHY, **LIFTER}, engine="direct")
    week = plan.programme()
    day = next(each for each in week.days if each.sessions and each.sessions[0].kind == "strength")
    item = next(each for each in day.sessions[0].items if each.exercise == "squat")
    assert (item.reps, item.reps_most) == (8, 12)
    assert f"{item.sets} sets of 8 to 12" in item.dose

    def after(*done: int) -> Item:
        log = week.log({day.weekday: {"squat": done}})
        assert faults(plan, log) == []
        at = next(each for each in log.days if each.weekday == day.weekday)
        return next(each for each in at.sessions[0].items if each.exercise == "squat")

    assert after(*(10,) * item.sets).reps == 11
    assert after(*(12,) * item.sets).reps == 8
    assert after(*(12,) * item.sets).heavier
    assert after(*(7,) * item.sets).reps == 8


def test_where_nothing_may_grow_one_number_stands() -> None:
    """Whoever may not add anything yet is told no range to grow into."""
    week = week_of(**WITH_A_GO_AHEAD)
    items = [item for each in week.sessions if each.kind == "strength" for item in each.items]
    counted = [item for item in items if item.reps is not None]
    assert counted
    assert all(item.reps == item.reps_most for item in counted)
    assert not any("to" in item.dose.split() for item in counted)


def test_where_nothing_may_grow_no_set_is_added() -> None:
    """Time that is left adds no sets for whoever is to stay with what they have."""
    exercises = load_knowledge().exercises
    for session in week_of(**WITH_A_GO_AHEAD).sessions:
        for item in session.items if session.kind == "strength" else ():
            dose = exercises[item.exercise].dose_as_given(item.context, item.level)
            assert dose.sets is None or item.sets == dose.sets[0]


def test_the_heavy_hinge_comes_early_wherever_it_stands() -> None:
    """A heavy row that a solver puts in the place of a second pull is done before the presses."""
    pytest.importorskip("highspy", reason="the extra `week` is not installed")
    plan = recommend(person(167), engine="direct")
    assert faults(plan, plan.programme("2026-12-07", improve=True)) == []
