"""No plan is empty: whoever is not sent to help at once has something to do, or to keep."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from backfat_rules import Profile
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.rules import Screening
from tests.planning.people import DIRECT, FULL, KNOWLEDGE, people

CASES = [(rule, case) for rule in KNOWLEDGE.screening.values() for case in rule.cases.fires]
HABITS: dict[str, Any] = {
    "sleep_hours": 6.9,
    "stress_level": 3,
    "sitting_hours_per_day": 5,
    "water_l_per_day": 2.2,
}
"""Enough answers for a plan of somebody's own, of which hardly any calls for advice."""


def check_content(told: dict[str, Any]) -> None:
    """Something to do, to keep, or what holds for everybody; advice where a visit comes first."""
    decision = DIRECT.decide(Profile(**told))
    gate = GATES[decision.gate]
    kinds = {each.kind for each in decision.messages}
    if gate.has_plan:
        assert decision.advice or kinds & {"keep_going", "guidance"}
    if gate.waits_for_ok:
        assert decision.advice


@settings(max_examples=2 * FULL)
@given(people())
def test_no_plan_is_empty(told: dict[str, Any]) -> None:
    """Under every gate with a plan there is something in it."""
    check_content(told)


@pytest.mark.parametrize(("rule", "case"), CASES, ids=lambda each: getattr(each, "id", ""))
def test_no_screening_rule_empties_a_plan(rule: Screening, case: dict[str, Any]) -> None:
    """Each rule by itself, for somebody with few habits to change, and with none told."""
    check_content(dict(case))
    check_content({**HABITS, **case})
