"""Weeks of many invented people, checked by what shares no code with the planner."""

from __future__ import annotations

import os

import pytest

from backfat_rules import Advisor, Plan, ProfileError, Programme
from tests.training.invented_people import person
from tests.training.week_checker import faults

PEOPLE = 2_000 if os.environ.get("HYPOTHESIS_PROFILE") == "thorough" else 200
PIECES = 8
ADVISOR = Advisor(engine="direct")


def plan_of(number: int) -> Plan | None:
    """The plan of an invented person; None where their answers are refused."""
    try:
        return ADVISOR.recommend(person(number))
    except ProfileError:
        return None


@pytest.mark.parametrize("piece", range(PIECES))
def test_every_week_keeps_every_rule(piece: int) -> None:
    """Nobody gets a week that breaks a limit, a block, a rest or a dose."""
    wrong: dict[int, list[str]] = {}
    for number in range(piece, PEOPLE, PIECES):
        plan = plan_of(number)
        if plan is not None:
            programme = plan.programme("2026-12-07", weeks=5 if number % 5 == 0 else 1)
            if found := faults(plan, programme):
                wrong[number] = found
            if number % 20 == 0:
                assert Programme.model_validate_json(programme.model_dump_json()) == programme
    assert wrong == {}


def test_invented_people_are_of_all_kinds() -> None:
    """The people above meet every gate but the rare ones, and most of them train."""
    plans = [plan for number in range(120) if (plan := plan_of(number)) is not None]
    gates = {plan.gate for plan in plans}
    assert gates >= {"proceed", "modify", "clarify", "refer_first", "urgent"}
    assert sum(bool(plan.programme().weeks) for plan in plans) > len(plans) / 2
