"""Whom numbers would harm, or who asked for none, gets no amount of food, drink or steps."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings

from backfat_rules import Plan
from tests.planning.people import FULL, people, plan_of

AMOUNT = re.compile(
    r"\d[\d,.]*(?: to [\d,.]+)? ?(?:g|kcal|L|ml|steps|glasses|handfuls)\b|half a litre|of 1,000",
    re.IGNORECASE,
)
WHO: list[dict[str, Any]] = [{"conditions": ["eating_disorder"]}, {"weight_talk": "declined"}]
HABITS: dict[str, Any] = {
    "age": 26,
    "water_l_per_day": 1,
    "protein_g_per_day": 35,
    "fibre_g_per_day": 12,
    "added_sugar_g_per_day": 70,
    "fruit_vegetable_portions_per_day": 2,
    "steps_per_day": 4000,
    "alcohol_units_per_week": 16,
    "sugary_drinks_per_day": 2,
    "systolic_bp": 145,
    "hiit_sessions_per_week": 2,
}


def amounts(plan: Plan) -> list[str]:
    """Every amount of food, drink or steps in what a plan advises, explains or says."""
    said = [text for each in plan.all_ways for text in (each.action, *each.steps, *each.cautions)]
    said += [reason.text for each in plan.recommendations for reason in each.reasons]
    said += [each.dose.text for each in plan.all_ways if each.dose is not None]
    said += [text for each in plan.all_ways for text in (each.done_when or "", each.expect or "")]
    said += [each.text for each in plan.values]
    said += [each.text for each in plan.messages if each.id != "vitamin-b12-from-plants"]
    return [text for text in said if AMOUNT.search(text)]


@pytest.mark.parametrize("who", WHO, ids=lambda each: next(iter(each)))
def test_such_habits_meet_words_and_no_amounts(who: dict[str, Any]) -> None:
    """Little drink, protein, fibre and few steps are answered without a number to reach."""
    assert amounts(plan_of({**HABITS, **who})) == []
    assert amounts(plan_of(HABITS)) != []


@pytest.mark.parametrize("who", WHO, ids=lambda each: next(iter(each)))
@settings(max_examples=FULL)
@given(told=people("conditions", "weight_talk"))
def test_nobody_of_them_is_given_an_amount(who: dict[str, Any], told: dict[str, Any]) -> None:
    """Whatever else they tell."""
    assert amounts(plan_of({**told, **who})) == []
