"""A decision as apps hold it: data without words, JSON, and the plan that tells it."""

from __future__ import annotations

import dataclasses
import json
import pickle
from typing import Any

import pytest
from hypothesis import given, settings

from backfat_rules import Advisor, BackfatRulesError, Decision, EngineName, recommend
from backfat_rules.language import evaluate
from tests.planning.people import BUSY, DIRECT, KNOWLEDGE, people


@given(people())
def test_a_decision_and_its_plan_say_the_same(told: dict[str, Any]) -> None:
    """What an app reads off the decision is what the person reads in the plan."""
    decision, plan = DIRECT.decide(told), DIRECT.recommend(told)
    assert decision.gate == plan.gate
    given = [(each.id, each.priority) for each in decision.all_ways]
    assert given == [(each.id, each.priority) for each in plan.all_ways]
    assert [each.rank for each in decision.advice] == list(range(1, len(decision) + 1))
    assert list(decision.first_steps) == [each.recommendation for each in plan.first_steps]
    assert [each.id for each in decision.withheld] == [each.id for each in plan.withheld]
    assert [each.id for each in decision.messages] == [each.id for each in plan.messages]
    assert dict(decision.values) == {each.id: each.value for each in plan.values}
    assert decision.later == plan.later
    for advice, shown in zip(decision.all_ways, plan.all_ways, strict=True):
        assert [each.id for each in advice.exercises] == [each.id for each in shown.exercises]
        assert [each.id for each in advice.foods] == [each.id for each in shown.foods]
        numbers = None if advice.dose is None else dict(advice.dose.numbers)
        assert numbers == (None if shown.dose is None else dict(shown.dose.numbers))
        authored = DIRECT.knowledge.recommendations[advice.id].done_when is not None
        assert authored or advice.end is not None or shown.done_when is None
    assert decision.plan() == plan == DIRECT.recommend(dict(decision.facts))


@given(people())
def test_json_round_trip(told: dict[str, Any]) -> None:
    """A stored decision comes back equal and gives the same bytes."""
    decision = DIRECT.decide(told)
    stored = decision.model_dump_json()
    again = Decision.model_validate_json(stored)
    assert again == decision
    assert again.model_dump_json() == stored
    assert pickle.loads(pickle.dumps(decision)) == decision


@given(told=people())
def test_every_engine_gives_the_same_bytes(told: dict[str, Any]) -> None:
    """Which engine infers changes no byte of a decision."""
    assert _bytes("experta", told) == _bytes("direct", told)


@settings(max_examples=4)
@given(told=people())
def test_the_network_of_experta_gives_the_same_bytes(told: dict[str, Any]) -> None:
    """Nor does it change one that experta's own network matches; it takes half a second each."""
    assert _bytes("experta-rete", told) == _bytes("direct", told)


def _bytes(engine: EngineName, told: dict[str, Any]) -> str:
    return Advisor(KNOWLEDGE, engine).decide(told).model_dump_json()


def test_a_decision_holds_no_words() -> None:
    """Nothing in a decision is for a person to read: no text has a space in it."""

    def texts(part: Any) -> list[str]:
        match part:
            case str():
                return [part]
            case list():
                return [text for each in part for text in texts(each)]
            case dict():
                return [text for each in part.values() for text in texts(each)]
        return []

    data = json.loads(DIRECT.decide(BUSY).model_dump_json())
    assert [text for text in texts(data) if " " in text] == []


def test_an_end_tells_how_near_it_is() -> None:
    """An app can evaluate the end of an advice on new facts, and knows which facts those are."""
    decision = DIRECT.decide({"sleep_hours": 5.5, "age": 30})
    end = decision["sleep-longer"].end
    assert end is not None
    assert end.facts == ("sleep_hours",)
    assert evaluate(end.condition, {"sleep_hours": 6.5}) is False
    assert evaluate(end.condition, {"sleep_hours": 7}) is True


def test_nothing_names_exercises_that_no_advice_offers() -> None:
    """What only advice behind a rival would have offered is not withheld: nobody would miss it."""
    decision = DIRECT.decide({"pain_sites": ["neck"], "hiit_sessions_per_week": 11})
    assert "swimming" not in {each.id for each in decision.withheld}


def test_an_exercise_closed_for_two_names_both_stand_ins() -> None:
    """Where two pieces of advice put something else in the place of an exercise, both are said."""
    told = {
        "height_cm": 168,
        "weight_kg": 209.7,
        "commute_mode": "car",
        "minutes_per_session": 23,
    }
    plan = DIRECT.recommend(told)
    dancing = next(each for each in plan.withheld if each.id == "dancing")
    offered = {each.id for r in plan.all_ways for each in r.exercises}
    held = next(each for each in DIRECT.decide(told).withheld if each.id == "dancing")
    assert held.instead
    assert set(held.instead) <= offered
    assert dancing.instead is not None


def test_telling_for_another_reader() -> None:
    """One decision is told in the units and for the country of whoever reads it."""
    decision = DIRECT.decide({"age": 30, "water_l_per_day": 1.2})
    assert "fl oz" in decision.plan(units="us")["drink-enough"].reasons[0].text
    danger = {"symptoms": ["chest_pain"]}
    assert DIRECT.decide(danger).plan(country="gb") == recommend(danger, country="gb")


def test_a_decision_of_other_knowledge_is_not_told_from_ours() -> None:
    """Ids of other knowledge mean other things: the error says what to do."""
    decision = dataclasses.replace(DIRECT.decide(BUSY), knowledge_version="another")
    with pytest.raises(BackfatRulesError, match=r"Decide again"):
        decision.plan()


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"gate": "open"}', "null"])
def test_other_json_is_refused(text: str) -> None:
    """What is no decision is refused in our words, with what to do."""
    with pytest.raises(BackfatRulesError, match=r"no stored decision.*Decide again"):
        Decision.model_validate_json(text)


def test_a_decision_is_frozen() -> None:
    """Nobody who is handed a decision can change it for others."""
    decision = DIRECT.decide(BUSY)
    with pytest.raises(dataclasses.FrozenInstanceError):
        decision.gate = "proceed"  # type: ignore[misc]  # what must not work
    with pytest.raises(TypeError, match="read-only"):
        decision.facts["age"] = 3  # type: ignore[index]  # what must not work
