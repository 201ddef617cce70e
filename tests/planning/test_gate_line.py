"""The gate's sentence says that somebody can start only where something to start with is left."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from backfat_rules import Profile
from backfat_rules.knowledge.scenario import Scenario
from backfat_rules.planning import reasoner_of
from tests.planning.people import FULL, KNOWLEDGE, people, plan_of

START = "You can start"
REASONER = reasoner_of(KNOWLEDGE, "direct")
TRAINING = {*KNOWLEDGE.policy.start_means}
HEART: dict[str, Any] = {
    "age": 62,
    "conditions": ["heart_disease"],
    "medications": [],
    "symptoms": [],
    "pain_sites": [],
    "moderate_minutes_per_week": 180,
    "vigorous_minutes_per_week": 0,
    "weeks_trained_of_last_8": 8,
    "strength_sessions_per_week": 1,
    "steps_per_day": 4500,
    "medical_clearance": True,
}
INSULIN: dict[str, Any] = {
    "age": 45,
    "conditions": ["diabetes_insulin"],
    "medications": ["insulin"],
    "symptoms": [],
    "pain_sites": [],
    "strength_sessions_per_week": 0,
    "sleep_hours": 6.5,
    "form_confidence": 2,
}


def promises_what_waits(told: dict[str, Any]) -> list[str]:
    """The training that waits though the sentence says "start"; none where some training is left.

    A heavy set that is left out for its load does not make training wait.
    """
    plan, rules = plan_of(told), KNOWLEDGE.recommendations
    if not plan.gate_line.startswith(START):
        return []
    if any(TRAINING & {*rules[each.id].tags} for each in plan.all_ways):
        return []
    screened = REASONER.telling(Profile(**told).known()).screened
    waiting = {*filter(screened.closes_tag, TRAINING)}
    held = [each.id for each in plan.withheld if each.kind == "block" and each.id in rules]
    return [id for id in held if waiting & {*rules[id].tags}]


@settings(max_examples=FULL)
@given(people("conditions", "medications", "symptoms", "weeks_trained_of_last_8"))
def test_nobody_reads_start_while_all_training_waits(told: dict[str, Any]) -> None:
    """Whoever is told that they can start has training in the plan, unless none was called for."""
    assert promises_what_waits(told) == []


@pytest.mark.parametrize("scenario", KNOWLEDGE.scenarios.values(), ids=lambda each: each.id)
def test_no_scenario_reads_start_while_all_training_waits(scenario: Scenario) -> None:
    """The people of the scenarios are not told to start what the same plan holds back."""
    assert promises_what_waits(dict(scenario.facts)) == []


def test_a_lifter_with_a_hernia_is_not_told_to_start() -> None:
    """Where lifting waits and nothing else was called for, the sentence says that it waits."""
    line = plan_of(dict(KNOWLEDGE.scenarios["hernia"].facts)).gate_line
    assert line.startswith("Begin with what stands here; training itself waits for now, because of")


def test_training_that_goes_on_lighter_does_not_wait() -> None:
    """Whoever trains, and only leaves out heavier sets, is told that they can start."""
    for id in ("steady-lithium", "numb-feet-and-heavier-weights"):
        assert plan_of(dict(KNOWLEDGE.scenarios[id].facts)).gate_line.startswith(START)


def test_training_that_waits_for_an_answer_is_said_to_wait_for_it() -> None:
    """With insulin and no word on training so far, the sentence names the answer."""
    line = plan_of(INSULIN).gate_line
    assert line.startswith("Begin with what stands here; training itself waits for an answer,")


def test_training_that_waits_for_a_go_ahead_is_said_to_wait() -> None:
    """With insulin and no training so far, the sentence says that training waits, and why."""
    line = plan_of({**INSULIN, "weeks_trained_of_last_8": 1}).gate_line
    assert line.startswith("Begin with what stands here; training itself waits for now, because of")


def test_a_go_ahead_of_somebody_active_opens_light_work_with_a_heart_condition() -> None:
    """Cleared and active: the gate, its sentence and what is left out fit somebody who trains."""
    plan = plan_of(HEART)
    assert plan.gate == "modify"
    assert plan.gate_line.startswith("You can start;")
    assert "use-the-stairs" in plan
    assert "until you are seen" not in plan.text("full")


@pytest.mark.parametrize("told", [None, False])
def test_no_go_ahead_is_no_go_ahead(told: bool | None) -> None:
    """Without one, or with no word on it, the same person is still to be seen first."""
    facts = {name: value for name, value in HEART.items() if name != "medical_clearance"}
    plan = plan_of(facts if told is None else {**facts, "medical_clearance": told})
    assert plan.gate == "refer_first"


def test_a_go_ahead_answers_for_nothing_else() -> None:
    """A new sign keeps its own gate, and is named as its cause."""
    plan = plan_of({**HEART, "symptoms": ["dizziness"]})
    assert plan.gate == "refer_first"
    assert "dizz" in plan.gate_line


PRESSURE: dict[str, Any] = {
    "age": 52,
    "sex": "male",
    "conditions": ["hypertension"],
    "medications": [],
    "symptoms": [],
    "pain_sites": [],
    "strength_sessions_per_week": 0,
    "moderate_minutes_per_week": 30,
    "vigorous_minutes_per_week": 0,
    "weeks_trained_of_last_8": 1,
}


def test_a_pressure_that_is_not_told_is_asked_for() -> None:
    """High blood pressure waits for no go-ahead: a reading or good treatment opens training."""
    untold = plan_of(PRESSURE)
    assert {"systolic_bp", "diastolic_bp"} & {each.fact for each in untold.questions}
    assert not TRAINING & {tag for each in untold.all_ways for tag in tags_of(each.id)}
    for answer in ({"conditions_controlled": True}, {"systolic_bp": 128, "diastolic_bp": 78}):
        assert "start-strength-training" in {
            each.id for each in plan_of({**PRESSURE, **answer}).all_ways
        }


def tags_of(id: str) -> set[str]:
    """What a recommendation asks for, by its tags."""
    return {*KNOWLEDGE.recommendations[id].tags}
