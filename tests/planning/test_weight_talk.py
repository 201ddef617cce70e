"""Whoever would rather not speak about weight is not spoken to about it, and not asked."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings

from backfat_rules import Plan, Profile
from backfat_rules.knowledge.links import tags_of
from backfat_rules.planning import Reasoner
from backfat_rules.planning.questions import open_questions
from tests.planning.people import FULL, KNOWLEDGE, people, plan_of

REASONER = Reasoner(KNOWLEDGE, "direct")
SPEAKS_OF_WEIGHT = {"deficit", "calorie_number", "weight_focus", "weighing"}
ASKS_OF_WEIGHT = {
    "weight_kg",
    "height_cm",
    "waist_cm",
    "ancestry",
    "unintentional_loss_kg_6_months",
    "calories_per_day",
    "calorie_balance_kcal",
    "crash_dieting",
    "weight_worry",
    "family_tendency",
}
NUMBER = re.compile(r"\d[\d,.]* kcal|body mass index|\d[\d,.]* kg\b(?! of)", re.IGNORECASE)
DECLINED = {"weight_talk": "declined"}


def spoken(plan: Plan) -> list[str]:
    """Everything that a plan says of its own accord, but for why things are left out."""
    said = [text for each in plan.all_ways for text in (each.action, *each.steps)]
    said += [reason.text for each in plan.recommendations for reason in each.reasons]
    said += [each.dose.text for each in plan.all_ways if each.dose is not None]
    said += [each.done_when or "" for each in plan.all_ways]
    said += [f"{each.title} {each.text}" for each in plan.values]
    return said + [each.text for each in plan.messages if each.kind != "screening"]


@settings(max_examples=FULL)
@given(people("weight_talk"))
def test_no_advice_number_or_reason_is_about_weight(told: dict[str, Any]) -> None:
    """Nothing that carries a tag of weight is in the plan, and no number of it in any text."""
    plan = plan_of({**told, **DECLINED})
    ids = [each.id for each in plan.all_ways]
    ids += [each.id for each in plan.values]
    ids += [each.id for each in plan.findings]
    ids += [each.id for each in plan.messages if each.kind not in ("screening", "guidance")]
    ids += [reason.id for each in plan.recommendations for reason in each.reasons]
    assert [id for id in ids if SPEAKS_OF_WEIGHT & {*tags_of(KNOWLEDGE[id])}] == []
    assert [text for text in spoken(plan) if NUMBER.search(text)] == []


@settings(max_examples=FULL)
@given(people("weight_talk"))
def test_no_question_is_about_weight(told: dict[str, Any]) -> None:
    """Of all that is still worth asking nothing is about weight or energy."""
    profile = Profile(**{**told, **DECLINED})
    asked = {each.fact for each in open_questions(REASONER.telling(profile.known()))}
    assert asked & ASKS_OF_WEIGHT == set()


def test_one_question_in_words_stays() -> None:
    """Loss without meaning to may be an illness, so it is asked for in words, and only there."""
    declined = {each.fact for each in open_questions(REASONER.telling(DECLINED))}
    others = {each.fact for each in open_questions(REASONER.telling({"weight_talk": "welcome"}))}
    assert "lost_weight_unplanned" in declined
    assert "lost_weight_unplanned" not in others
    assert "unintentional_loss_kg_6_months" in others


@pytest.mark.parametrize("why", [{"age": 15}, {"conditions": frozenset({"eating_disorder"})}])
def test_numbers_that_a_plan_would_hide_are_not_asked_for(why: dict[str, Any]) -> None:
    """Teenagers and people with an eating disorder are not asked for calories or weight."""
    asked = {each.fact for each in open_questions(REASONER.telling(why))}
    hidden = KNOWLEDGE.policy.hidden_numbers["calorie_number"]
    assert asked.isdisjoint(hidden)
    assert "lost_weight_unplanned" in asked


def test_an_illness_that_takes_weight_is_seen_all_the_same() -> None:
    """Looser clothes bring the advice to see a doctor, in words and without a number."""
    plan = plan_of({**DECLINED, "lost_weight_unplanned": True, "sleep_hours": 6})
    assert plan.gate == "refer_first"
    assert "unplanned-weight-loss" in {each.id for each in plan.messages}
