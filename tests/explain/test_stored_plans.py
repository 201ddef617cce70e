"""A plan out of JSON answers from facts that were checked, or refuses in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from backfat_rules import BackfatRulesError, Decision, Interview, Plan, ProfileError
from tests.planning.people import BUSY, DIRECT

VERBS: dict[str, Callable[[Plan], object]] = {
    "why": lambda plan: plan.why("gate"),
    "why_not": lambda plan: plan.why_not("hiit_protocol"),
    "what_if": lambda plan: plan.what_if(sleep_hours=8),
    "outlook": lambda plan: plan.outlook,
    "least_change": lambda plan: plan.least_change(clear="sleep-longer"),
    "changes_since": lambda plan: plan.changes_since(plan),
    "in_units": lambda plan: plan.in_units("us"),
    "decision": lambda plan: plan.decision,
}


def changed(**fields: Any) -> Plan:
    """A stored plan that somebody has edited."""
    stored = json.loads(DIRECT.recommend(BUSY).model_dump_json())
    return Plan.model_validate_json(json.dumps(stored | fields))


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    "facts",
    [
        {"sleep_hours": 10**400},
        {"sleep_hours": "x"},
        {"bmi": 3},
        {"age": 41, "no_such_fact": 1},
        {"current_exercises": ["squat leap"]},
        {"ranges": {"sleep_hours": {"at_least": 99}}},
    ],
    ids=str,
)
def test_edited_facts_are_refused(verb: str, facts: dict[str, Any]) -> None:
    """No verb believes an answer that a profile would have refused."""
    with pytest.raises(ProfileError, match="cannot be used"):
        VERBS[verb](changed(facts=facts))


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"gate": "open"}'])
def test_what_is_no_plan_is_refused(text: str) -> None:
    """Other JSON is refused in our words, with what to do."""
    with pytest.raises(BackfatRulesError, match=r"no stored plan.*Advisor\(\)\.recommend"):
        Plan.model_validate_json(text)


def test_an_unknown_key_is_named() -> None:
    """A key that no plan has is named, and nothing of the plan is taken."""
    with pytest.raises(BackfatRulesError, match=r"no stored plan: shoe_size"):
        changed(shoe_size=43)


def test_a_plan_of_earlier_knowledge_is_made_anew() -> None:
    """The way out that the error names works: a plan from the stored facts."""
    plan = changed(knowledge_version="earlier")
    with pytest.raises(BackfatRulesError, match=r"Advisor\(\)\.recommend\(plan\.facts\)"):
        plan.why("gate")
    assert DIRECT.recommend(plan.facts) == DIRECT.recommend(BUSY)


@pytest.mark.parametrize(
    "facts",
    [
        {"ranges": {"steps_per_day": {"a": 1}}},
        {"ranges": {"sleep_hours": {"at_least": 9, "below": 2}}},
        {"sleep_hours": {"name": 5}},
    ],
    ids=str,
)
def test_edited_ranges_are_refused(facts: dict[str, Any]) -> None:
    """A range that cannot be is refused like any answer that cannot be."""
    with pytest.raises(ProfileError, match="cannot be used"):
        changed(facts=facts).why("gate")


@pytest.mark.parametrize("facts", [{"ranges": 1e308}, {"ranges": "x"}, {"ranges": {"age": 5}}])
def test_what_is_no_range_is_refused(facts: dict[str, Any]) -> None:
    """What no library can have stored under ranges is refused, at the latest by the first verb."""
    with pytest.raises(BackfatRulesError):
        changed(facts=facts).why("gate")


def test_ranges_are_frozen_after_json() -> None:
    """Nobody can change the ranges that somebody else's plan or decision rests on."""
    told = {"ranges": {"sleep_hours": {"below": 7}}}
    decision = DIRECT.decide(told)
    again = Decision.model_validate_json(decision.model_dump_json())
    plan = Plan.model_validate_json(DIRECT.recommend(told).model_dump_json())
    assert hash(again) == hash(decision)
    for facts in (again.facts, plan.facts):
        ranges: Any = facts["ranges"]
        with pytest.raises(TypeError, match="read-only"):
            ranges["sleep_hours"] = {"below": 1}


@pytest.mark.parametrize("text", ["5", "{", "[]", '{"answers": 5}', '{"x": 1}'])
def test_what_is_no_interview_is_refused(text: str) -> None:
    """Other JSON than an interview is refused in our words."""
    with pytest.raises(BackfatRulesError, match="no stored interview"):
        Interview.model_validate_json(text)
