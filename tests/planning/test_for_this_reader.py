"""A text is for this reader: lines are shown to whom they are for, and ask for nothing withheld."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from backfat_rules import Plan, Profile
from backfat_rules.knowledge.catalogue import Food
from backfat_rules.knowledge.lines import Line
from backfat_rules.language import evaluate
from backfat_rules.planning import Reasoner
from tests.planning.people import BUSY, KNOWLEDGE, people

DIRECT = Reasoner(KNOWLEDGE, "direct")


def planned(told: dict[str, Any]) -> Plan:
    """The plan for some answers."""
    return DIRECT.plan(Profile(**told).known(), Plan)


def said(plan: Plan) -> str:
    """Everything that tells somebody what to do or mind."""
    texts = [text for each in plan.all_ways for text in (each.action, *each.steps)]
    texts += [text for each in plan.all_ways for text in each.cautions]
    return " ".join([*texts, *(each.text for each in plan.messages)])


@given(people())
def test_only_lines_for_this_person_are_shown(told: dict[str, Any]) -> None:
    """No line is shown whose condition is false, whose tag is closed or whose food is out."""
    telling = DIRECT.telling(Profile(**told).known())
    known, screened = telling.derivation.known, telling.screened
    for shown in planned(told).all_ways:
        entry = KNOWLEDGE.recommendations[shown.id]
        texts = (shown.action, *shown.steps, *shown.cautions)
        for line in (*entry.action, *entry.steps, *entry.cautions):
            text = telling.fill(line.text)
            if text is not None and _is_out(line, known, screened):
                assert not any(text in each for each in texts)


def _is_out(line: Line, known: Any, screened: Any) -> bool:
    if line.when is not None and evaluate(line.when.tree, known) is False:
        return True
    foods = [KNOWLEDGE.foods[id] for id in line.foods]
    return any(map(screened.closes_tag, line.tags)) or any(_excluded(f, known) for f in foods)


def _excluded(food: Food, known: Any) -> bool:
    return food.unless is not None and evaluate(food.unless.tree, known) is True


NOT_FOR: dict[str, tuple[dict[str, Any], list[str]]] = {
    "an adult": ({"age": 40}, ["teenagers", "children", "Below 18", "From 65"]),
    "a man": ({"age": 40, "sex": "male"}, ["pregnan", "midwife"]),
    "a young person": ({"age": 30}, ["From 65", "From 60"]),
    "healthy": (
        {"conditions": [], "medications": []},
        ["kidney", "insulin", "surgery on the stomach", "low blood sugar"],
    ),
    "vegan": (
        {"dietary_pattern": "vegan"},
        ["yoghurt", "egg", "milk", "oily fish", "cheese", "meat"],
    ),
    "without gluten": ({"food_exclusions": ["gluten"]}, ["the bread", "toast", "pasta", "oats"]),
    "without caffeine": ({"food_exclusions": ["caffeine"]}, ["coffee", "Green tea", "strong tea"]),
    "at work by night": (
        {"work_schedule": "night"},
        ["before the evening", "first half of your day", "Go to bed"],
    ),
}


@pytest.mark.parametrize("who", NOT_FOR)
def test_what_is_not_for_them_is_not_said(who: str) -> None:
    """Somebody with much to change reads nothing that is known to be for others."""
    facts, words = NOT_FOR[who]
    told = {"trains_fasted": True, "sleep_quality": 2, "skips_meals": True, "pregnant": False}
    rest = {"late_heavy_meals_per_week": 3, "refined_grain_servings_per_day": 5}
    text = said(planned({**BUSY, "age": 40, "sex": "female", **told, **rest, **facts}))
    assert len(text) > 2_000
    assert [word for word in words if word in text] == []


def test_a_caution_is_shown_until_it_is_known_to_be_for_others() -> None:
    """Nobody misses a caution because a question was not answered."""
    open_ = {k: v for k, v in BUSY.items() if k not in ("conditions", "medications")}
    assert "kidney disease" in said(planned(open_))


def test_a_measured_risk_is_said_with_what_it_means() -> None:
    """A waist of half the height is told though no advice hangs on it."""
    told = {"age": 40, "sex": "male", "height_cm": 175, "waist_cm": 90, "weight_kg": 70}
    healthy = {"conditions": [], "medications": [], "symptoms": [], "weight_worry": 0}
    plan = planned({**told, **healthy, "sleep_hours": 8, "stress_level": 2, "desk_job": False})
    assert "what-your-waist-says" in {each.id for each in plan.messages}
    assert "what-your-weight-says" not in {each.id for each in plan.messages}


@pytest.mark.parametrize("told", [{"age": 16}, {"age": 22, "conditions": ["eating_disorder"]}])
def test_the_list_of_what_is_left_out_names_no_weight(told: dict[str, Any]) -> None:
    """Who is spared talk of weight is spared it there as well."""
    plan = planned({**BUSY, **told, "weight_kg": 45})
    left_out = " ".join(f"{each.title} {each.reason}" for each in plan.withheld)
    assert plan.withheld
    assert not [w for w in ("body mass", "less than you use", "while fat goes") if w in left_out]


def test_a_mother_of_a_small_baby_is_told_of_no_bedtimes() -> None:
    """With a baby, sleep comes in pieces, and no step counts minutes to an earlier bedtime."""
    plan = planned({**BUSY, "age": 31, "sex": "female", "weeks_postpartum": 6, "sleep_hours": 4.5})
    assert "rest-in-pieces-after-birth" in plan
    assert "sleep-longer" not in plan
    assert "Go to bed" not in said(plan)
