"""Whoever begins with an exercise reads on the page which one."""

from __future__ import annotations

from hypothesis import given

from backfat_rules import Profile
from tests.planning.people import DIRECT
from tests.strategies import profiles


@given(profiles())
def test_a_first_step_with_exercises_names_the_first_of_them(profile: Profile) -> None:
    """No first step says to train without a move to begin with."""
    plan = DIRECT.recommend(profile)
    page = " ".join(plan.text().split())
    for step in plan.first_steps:
        for move in plan[step.recommendation].exercises[:1]:
            assert f"Moves: {move.title}" in page
