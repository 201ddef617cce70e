"""The page of a week: what is the same stands once, and what is for this person can be read."""

from __future__ import annotations

from typing import Any

from backfat_rules import Programme, load_knowledge, recommend
from backfat_rules.views.week_layout import equal_sessions
from tests.training.invented_people import HEALTHY

NOVICE: dict[str, Any] = {"experience": "novice", "strength_sessions_per_week": 2}
FALLER: dict[str, Any] = {
    "age": 84,
    "symptoms": {"falls"},
    "equipment": set(),
    "minutes_per_session": 20,
}


def week_of(weeks: int = 1, **told: Any) -> Programme:
    """The weeks of an invented beginner."""
    told = {**HEALTHY, "experience": "none", "strength_sessions_per_week": 0, **told}
    return recommend(told, engine="direct").programme(weeks=weeks)


def flat(week: Programme) -> str:
    """The page on one line."""
    return " ".join(week.text().split())


def test_equal_days_stand_together() -> None:
    """A session of several days is told once, with all of its days, on the page and in HTML."""
    week = week_of(equipment={"band"}, training_days={"mon", "thu"})
    together = [*equal_sessions(week.weeks[0])]
    assert sum(len(each.days) for each in together) == len(week.sessions)
    assert len(together) < len(week.sessions)
    heading = f"Monday and Thursday: {week.sessions[0].title}, {week.sessions[0].minutes} min"
    assert flat(week).count(heading) == week.to_html().count(heading) == 1


def test_what_this_person_minds_stands_on_the_page_once() -> None:
    """A caution that is for this person is read once, with the moves for which it is meant."""
    week = week_of(**FALLER)
    texts = [each.text for each in week.cautions]
    assert any("fallen" in each for each in texts)
    assert len(texts) == len(set(texts))
    for caution in week.cautions:
        assert flat(week).count(caution.text) == 1
        assert {*caution.exercises} <= {*week.moves}
    assert week_of().cautions == ()


def test_balance_is_practised_by_moves_with_names() -> None:
    """Whoever has fallen reads how to stand, beside what; standing on one leg is not among it."""
    moves = week_of(**FALLER).moves
    assert {"feet_together_stand", "weight_shift", "tandem_stand"} <= {*moves}
    assert "one_leg_stand" not in moves
    assert "one_leg_stand" in week_of(age=75, equipment=set(), minutes_per_session=30).moves


def test_every_session_says_why_so_much_of_it() -> None:
    """Beside why a session is there it says why so much; where more is not wanted, that too."""
    week = week_of(equipment={"band"})
    assert all(each.target for each in week.sessions)
    minutes = next(each for each in week.sessions if each.kind == "cardio")
    assert f"{minutes.minutes - minutes.warm_up_minutes} min towards the 150" in str(minutes.target)
    squats = week.why("sit_to_stand")
    assert week.sessions[0].target in squats.reasons


def test_a_hold_has_no_repetitions_in_reserve() -> None:
    """Whoever holds a plank is told when to end it, and not to keep repetitions."""
    items = [
        item
        for told in (NOVICE, FALLER)
        for session in week_of(**told).sessions
        for item in session.items
        if item.reps is None
    ]
    assert any(item.exercise in ("plank", "side_plank") for item in items)
    assert not any("repetition" in item.effort for item in items)


def test_an_easier_week_says_how_many_sets() -> None:
    """The fourth week names each move of strength with its number of sets."""
    weeks = week_of(weeks=4, equipment={"band"}).weeks
    said = " ".join(weeks[3].changes)
    exercises = load_knowledge().exercises
    for session in weeks[3].sessions:
        for item in session.items if session.kind == "strength" else ():
            assert exercises[item.exercise].title in said
            assert f"{item.sets} set" in said


def test_nobody_is_told_to_miss_what_no_move_can_give() -> None:
    """In a wheelchair the legs are not missing from the week: no move for them is open."""
    week = week_of(wheelchair=True, mobility_limited=True, equipment={"band"})
    assert "enough-sets" in week.out_of_reach
    assert not {*week.weeks[0].missed} & {*week.out_of_reach}
    assert "no move for it suits you now" in flat(week)


def test_at_home_a_gym_is_named_and_no_machine() -> None:
    """Whoever trains at home, and likes no pull without gear, reads that gear or a gym would do."""
    pulls = {
        each.id
        for each in load_knowledge().exercises.values()
        if each.pattern in ("horizontal_pull", "vertical_pull", "posture") and () in each.equipment
    }
    told: dict[str, Any] = {"location": "home", "equipment": set(), "experience": "novice"}
    week = week_of(disliked_exercises=pulls, **told)
    conflict = next(each for each in week.conflicts if "cover-mid-back" in each.wishes)
    assert {"location", "equipment", "disliked_exercises"} <= {*conflict.wishes}
    assert "no gear at all" in conflict.text
    assert "training at home only" in conflict.text
    gives = {each.wish: each.gives for each in conflict.without}
    assert "cover-mid-back" in gives["location"]
    assert "cover-mid-back" in gives["equipment"]


def test_a_move_stands_on_a_day_once() -> None:
    """After a birth the pelvic floor is trained every day, and not twice on days of strength."""
    week = week_of(sex="female", age=31, weeks_postpartum=9, equipment={"band"})
    for day in week.days:
        moves = [item.exercise for each in day.sessions for item in each.items]
        assert moves.count("pelvic_floor_training") == 1


def test_a_goal_says_why_it_is_one() -> None:
    """What a balanced week aims at can be asked about like any number of it."""
    why = week_of().why("pulls-as-presses")
    assert "Pulls train the back" in why.text
    assert week_of().why("enough-endurance").sources
