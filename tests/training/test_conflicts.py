"""Wishes that cannot hold together: the smallest sets of them, and what giving up one gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules import Profile, recommend
from backfat_rules.training_week.conflict_search import smallest_conflict
from tests.training.invented_people import HEALTHY, person
from tests.training.test_weeks_from_outside import plan_of

WISHES = tuple("abcdefgh")
impossible = st.lists(st.frozensets(st.sampled_from(WISHES), min_size=1, max_size=4), max_size=5)


@given(impossible)
def test_nothing_can_be_left_out_of_a_conflict(bad: list[frozenset[str]]) -> None:
    """The wishes of a conflict cannot hold together, and can without any one of them."""

    def holds(wishes: tuple[str, ...]) -> bool:
        return not any(each <= {*wishes} for each in bad)

    found = smallest_conflict(holds, WISHES)
    assert bool(found) == bool(bad)
    assert not found or not holds(found)
    assert all(holds(tuple(w for w in found if w != each)) for each in found)


@pytest.mark.parametrize(
    ("told", "wish"),
    [
        ({"training_days": {"mon"}, "minutes_per_session": 20}, "training_days"),
        ({"training_days": {"mon", "thu"}, "minutes_per_session": 10}, "minutes_per_session"),
    ],
)
def test_a_conflict_names_the_limit_that_is_in_the_way(told: dict[str, Any], wish: str) -> None:
    """Whoever has too little time or too few days is told so, with what more would give."""
    base = {**HEALTHY, "experience": "beginner", "equipment": set(), **told}
    week = recommend(Profile(**base), engine="direct").programme()
    conflicts = [each for each in week.conflicts if wish in each.wishes]
    assert conflicts
    gives = next(each.gives for each in conflicts[0].without if each.wish == wish)
    assert {*gives} & {*week.weeks[0].missed}


def test_without_wishes_nothing_conflicts() -> None:
    """Nobody is told of wishes that they do not have."""
    free = {**HEALTHY, "experience": "beginner"}
    assert recommend(Profile(**free), engine="direct").programme().conflicts == ()


def test_a_conflict_holds_a_goal_that_is_missed_and_a_limit_that_was_told() -> None:
    """What a conflict names was told, or is a goal of a balanced week."""
    for number in range(1, 60, 2):
        plan = plan_of(number)
        week = plan.programme() if plan else None
        for conflict in week.conflicts if week else ():
            missed = {*week.weeks[0].missed} if week else set()
            assert missed & {*conflict.wishes}
            assert all(each in person(number) for each in conflict.wishes if "_" in each)
