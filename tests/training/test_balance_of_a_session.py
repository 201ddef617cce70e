"""What a coach looks for in a session: a row, and no muscle twice by small moves."""

from __future__ import annotations

from typing import Any

import pytest

from backfat_rules import Programme, load_knowledge, recommend
from backfat_rules.training_week.open_moves import small_moves
from tests.training.invented_people import HEALTHY

BEGINNER = {"experience": "none", "posture": {"rounded_shoulders"}, "strength_sessions_per_week": 0}
GEAR: dict[str, dict[str, Any]] = {
    "nothing": {"equipment": set(), "minutes_per_session": 15, "training_days": {"tue", "fri"}},
    "band": {"equipment": {"band"}},
    "band and dumbbells": {"equipment": {"band", "dumbbell"}},
}


def week_of(name: str) -> Programme:
    """The week of an invented beginner."""
    return recommend({**HEALTHY, **BEGINNER, **GEAR[name]}, engine="direct").programme()


@pytest.mark.parametrize("name", GEAR)
def test_a_row_stands_for_the_middle_of_the_back(name: str) -> None:
    """Beginners pull towards themselves; pulling a band apart is an extra, and no row."""
    knowledge = load_knowledge()
    small = knowledge.once(small_moves)
    sessions = [each for each in week_of(name).sessions if each.kind == "strength"]
    assert sessions
    for session in sessions:
        rows = [item.exercise for item in session.items if item.slot == "row"]
        assert rows
        assert not small.intersection(rows), rows


@pytest.mark.parametrize("name", GEAR)
def test_one_small_move_for_a_muscle_is_enough(name: str) -> None:
    """No session works the same small muscle first by two moves over one joint."""
    knowledge = load_knowledge()
    small = knowledge.once(small_moves)
    for session in week_of(name).sessions:
        first = [
            knowledge.exercises[item.exercise].primary[0]
            for item in session.items
            if item.exercise in small
        ]
        assert session.kind != "strength" or len(first) == len(set(first)), first


def test_without_gear_hips_and_legs_are_worked_by_large_moves() -> None:
    """Without gear an arm raise does not stand for the lower back."""
    for session in week_of("nothing").sessions:
        for item in session.items:
            assert item.slot != "lower-back" or item.exercise != "reverse_snow_angel"


def test_talking_fits_the_number_of_an_effort() -> None:
    """No effort of five or more of ten promises whole sentences; a note says what each means."""
    week = week_of("band")
    efforts = [
        item.effort for each in week.sessions if each.kind == "cardio" for item in each.items
    ]
    assert efforts
    assert all("still talk" in each and "whole" not in each for each in efforts)
    assert "how-hard-of-ten" in {each.id for each in week.notes}
