"""Other moves in a week, the week after it, why it is so, and several weeks in a row."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from backfat_rules import BackfatRulesError, Plan, Profile, Programme, recommend
from backfat_rules.planning.week_changes import SetsDone
from tests.training.invented_people import HEALTHY
from tests.training.week_checker import faults

PEOPLE: dict[str, dict[str, Any]] = {
    "newcomer": {"experience": "none", "equipment": set(), "minutes_per_session": 15},
    "lifter": {
        "experience": "intermediate",
        "strength_sessions_per_week": 3,
        "weeks_trained_of_last_8": 8,
        "hiit_sessions_per_week": 1,
        "cardio_sessions_per_week": 2,
        "location": "gym",
        "equipment": {"barbell", "dumbbell", "bench", "cable", "lat_pulldown"},
        "minutes_per_session": 60,
    },
    "sore back, 75": {
        "age": 75,
        "experience": "beginner",
        "equipment": {"band"},
        "pain_sites": {"lower_back"},
        "pain_weeks": 30,
        "pain_intensity": 3,
    },
    "seated": {"wheelchair": True, "mobility_limited": True, "equipment": {"band"}},
    "pregnant": {"sex": "female", "pregnant": True, "experience": "novice", "equipment": {"band"}},
}


def plan_of(name: str) -> Plan:
    """The plan of one of the people above."""
    return recommend(Profile(**{**HEALTHY, **PEOPLE[name]}), engine="direct")


def all_done(week: Programme, done: SetsDone = True) -> dict[str, dict[str, SetsDone]]:
    """A log in which everything was done so."""
    return {
        day.weekday: {item.exercise: done for each in day.sessions for item in each.items}
        for day in week.days
    }


every_person = pytest.mark.parametrize("name", PEOPLE)


@every_person
def test_everybody_who_may_train_gets_a_week(name: str) -> None:
    """Fifteen minutes, a seat, a pregnancy, 75 years or a sore back: there is a week for it."""
    week = plan_of(name).programme()
    assert sum(each.kind == "strength" for each in week.sessions) >= 2


@every_person
def test_whatever_is_offered_in_place_of_a_move_fits(name: str) -> None:
    """A move that is swapped for one that is offered leaves every limit, rest and block kept."""
    plan = plan_of(name)
    week = plan.programme(weeks=2)
    for exercise in week.moves:
        for other in week.swap(exercise)[:2]:
            swapped = week.swapped(exercise, other.exercise)
            assert other.exercise in swapped.moves
            assert faults(plan, swapped) == []


def test_a_swapped_week_is_stored_and_swapped_again() -> None:
    """What apps store of a swapped week goes on as any other."""
    week = plan_of("newcomer").programme()
    first = week.sessions[0].items[0].exercise
    other = week.swap(first)[0].exercise
    stored = Programme.model_validate_json(week.swapped(first, other).model_dump_json())
    assert other in stored.moves
    assert stored.swap(other)


def test_what_does_not_fit_is_refused_with_what_does() -> None:
    """Whoever asks for a move that is too hard or not there is told which would fit."""
    week = plan_of("newcomer").programme()
    with pytest.raises(BackfatRulesError, match="These fit: "):
        week.swapped(week.sessions[0].items[0].exercise, "deadlift_sumo")
    with pytest.raises(BackfatRulesError, match="The week has no move 'bend_row'"):
        week.swap("bend_row")


@every_person
def test_the_next_week_asks_for_a_little_more_of_what_was_done(name: str) -> None:
    """Weeks that are all done lead on, week after week, and stay within every limit."""
    plan = plan_of(name)
    week = plan.programme("2026-12-07")
    for number in range(2, 6):
        week = week.log(all_done(week))
        assert week.weeks[0].number == number
        assert week.days[0].date == date(2026, 12, 7 * number) if number < 5 else True
        assert faults(plan, week) == []


def test_one_set_with_fewer_repetitions_is_a_miss() -> None:
    """A checked set that fell short keeps the move as it is, and the week says why."""
    week = plan_of("lifter").programme()
    item = next(item for item in week.sessions[0].items if item.reps and item.sets > 1)
    day, reps = week.days[0].weekday, item.reps or 0
    done = [reps] * (item.sets - 1)
    short = week.log({day: {item.exercise: [*done, reps - 1]}})
    full = week.log({day: {item.exercise: [*done, reps]}})
    assert _reps(short, item.exercise) == reps
    assert _reps(full, item.exercise) == reps + 1
    assert f"{item.title}: the same again, since a set had less than planned." in _said(short)
    more = f"{item.title}: {reps + 1} in place of"
    assert any(each.startswith(more) for each in _said(full))


def test_the_log_alone_decides() -> None:
    """The same log gives the same week, and a corrected log the corrected one."""
    week = plan_of("lifter").programme()
    right, wrong = all_done(week), all_done(week, 0)
    assert week.log(right) == week.log(right)
    assert week.log(wrong) != week.log(right)
    assert week.log({}).sessions == week.sessions


@pytest.mark.parametrize(
    ("log", "message"),
    [
        ({"monday": {}}, "A log names days as mon, tue"),
        ({"mon": {"burpee": True}}, "There is no move 'burpee' on mon"),
        ({"mon": {"glute_bridge": "ten"}}, "is True or a number for each set"),
    ],
)
def test_a_log_of_something_else_is_refused(log: Any, message: str) -> None:
    """A log that cannot be of this week is refused in words."""
    week = plan_of("sore back, 75").programme()
    with pytest.raises(BackfatRulesError, match=message):
        week.log(log)


def test_eight_weeks_grow_and_ease_off() -> None:
    """Repetitions grow, every fourth week is easier, and newcomers hear when intervals may come."""
    week = plan_of("newcomer").programme(weeks=8)
    assert [each.easier for each in week.weeks] == [n % 4 == 0 for n in range(1, 9)]
    assert week.intervals_from == 9
    sets = [sum(each.sets_by_muscle.values()) for each in week.weeks]
    assert sets[3] < sets[0]
    first = week.sessions[0].items[0].exercise
    assert _reps(week, first, 1) > _reps(week, first)


def test_every_number_tells_why() -> None:
    """A number of the week, a move and a session each say why, with sources."""
    week = plan_of("newcomer").programme()
    assert (week.why("hours-between-loads").value, week.why("strength-sessions").value) == (48, 2)
    assert week.why("hours-between-loads").sources
    assert week.why("strength").text == week.sessions[0].why
    assert all(week.why(move).text for move in week.moves)
    with pytest.raises(BackfatRulesError, match="Nothing of this week is called"):
        week.why("sleep-longer")


def test_a_week_stays_as_it_was_where_little_changes() -> None:
    """Less time for sessions does not bring new moves where the old ones still fit."""
    told = {**HEALTHY, **PEOPLE["lifter"]}
    before = recommend(Profile(**told), engine="direct").programme()
    plan = recommend(Profile(**{**told, "minutes_per_session": 50}), engine="direct")
    assert {*plan.programme(after=before).moves} <= {*before.moves}


@pytest.mark.parametrize(
    "call",
    [{"start": "soon"}, {"weeks": 0}, {"weeks": 53}, {"days": 0}, {"days": 8}, {"after": "week"}],
)
def test_an_impossible_programme_is_refused(call: dict[str, Any]) -> None:
    """A start that is no day, and numbers that no week has, are refused in words."""
    with pytest.raises(BackfatRulesError):
        plan_of("newcomer").programme(**call)


def _reps(week: Programme, exercise: str, at: int = 0) -> int:
    sessions = week.weeks[at].sessions
    found = (item.reps for each in sessions for item in each.items if item.exercise == exercise)
    return next(found) or 0


def _said(week: Programme) -> tuple[str, ...]:
    return week.weeks[0].changes
