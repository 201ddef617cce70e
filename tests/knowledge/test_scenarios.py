"""Whole people, from ``knowledge/cases``: written from guidelines, then run through the library.

Each person goes through both engines. Whatever screening blocks must be gone from every part of
the plan: the advice, its choices, the messages, the numbers and the circuits that hold it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import pytest

from backfat_rules import Advisor, Plan, Profile, ProfileError
from backfat_rules.decision.rulebook import guidance_of
from backfat_rules.decision.saying import FEW_ANSWERS
from backfat_rules.inference import EngineName, Program, make_engine
from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.lines import as_one
from backfat_rules.knowledge.rules import Blocks, Screening
from backfat_rules.knowledge.scenario import Scenario
from backfat_rules.language import evaluate

pytestmark = pytest.mark.long

KNOWLEDGE = load_knowledge()
ENGINES: tuple[EngineName, ...] = ("direct", "experta")
ADVISORS = {name: Advisor(KNOWLEDGE, engine=name) for name in ENGINES}
DERIVE = make_engine("direct", Program.of(KNOWLEDGE)).derive
NOT_SHOWN = {"facts", "withheld", "instead_of", "questions", "sources"}
"""What a plan repeats from the person, or names as left out; sources cite, they do not advise."""
SCENARIOS = pytest.mark.parametrize("scenario", KNOWLEDGE.scenarios.values(), ids=lambda s: s.id)
PERFECT = "athlete-with-perfect-habits"


@cache
def plan_of(id: str, engine: EngineName) -> Plan:
    """The plan of one person, made once."""
    return ADVISORS[engine].recommend(KNOWLEDGE.scenarios[id].facts)


def shown(data: Any) -> Iterator[str]:
    """Every word and text of a plan's JSON, names of fields included, but for what is left out."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key not in NOT_SHOWN:
                yield key
                yield from shown(value)
    elif isinstance(data, list):
        for each in data:
            yield from shown(each)
    elif isinstance(data, str):
        yield data


def given(plan: Plan) -> set[str]:
    """The ids of what a plan recommends, offers and says."""
    ids = {message.id for message in plan.messages}
    for each in plan.all_ways:
        ids |= {each.id, *(choice.id for choice in (*each.foods, *each.exercises))}
    return ids


@SCENARIOS
@pytest.mark.parametrize("engine", ENGINES)
def test_a_whole_person(scenario: Scenario, engine: EngineName) -> None:
    """A person gets the gate and the advice that guidelines ask for, and nothing they forbid."""
    plan = plan_of(scenario.id, engine)
    first = plan.recommendations[0].id if plan.recommendations else None
    words = {*shown(json.loads(plan.model_dump_json()))}
    wrong = [f"gate {plan.gate}, not {scenario.gate}"] if plan.gate != scenario.gate else []
    wrong += [f"{id} is missing" for id in scenario.must_have if id not in given(plan)]
    wrong += [f"{id} is shown" for id in scenario.must_not if id in words]
    wrong += [f"{first} comes first"] if scenario.first not in (None, first) else []
    assert wrong == [], f"{scenario.place.at}: {scenario.person}"


@SCENARIOS
def test_engines_agree(scenario: Scenario) -> None:
    """Both engines give a whole person the same plan, byte for byte."""
    one, other = (plan_of(scenario.id, engine).model_dump_json() for engine in ENGINES)
    assert one == other


def blocked_words(scenario: Scenario) -> tuple[set[str], set[str], set[str]]:
    """What screening blocks for a person, found without its decision: items, tags and topics."""
    known = DERIVE(Profile(**scenario.facts).known()).known
    blocks: list[Blocks] = []
    for rule in KNOWLEDGE.screening.values():
        answer = evaluate(rule.when.tree, known)
        waits = rule.unanswered_when
        if answer or (answer is None and (waits is None or evaluate(waits.tree, known) is True)):
            blocks.append(rule.blocks if answer else rule.unanswered)
    return (
        {item for each in blocks for item in each.items},
        {tag for each in blocks for tag in each.tags},
        {topic for each in blocks for topic in each.topics},
    )


@SCENARIOS
def test_nothing_blocked_is_shown(scenario: Scenario) -> None:
    """A block holds everywhere: advice, choices, messages, numbers, and inside of circuits."""
    items, tags, topics = blocked_words(scenario)
    plan = plan_of(scenario.id, "direct")
    ids = {*given(plan), *(value.id for value in plan.values)}
    ids |= {finding.id for finding in plan.findings}
    ids |= {reason.id for each in plan.recommendations for reason in each.reasons}
    ids -= KNOWLEDGE.screening.keys() | guidance_of(KNOWLEDGE).keys() | {FEW_ANSWERS}
    entries = [KNOWLEDGE[id] for id in ids]
    entries += [
        KNOWLEDGE.exercises[member] for each in entries for member in getattr(each, "members", ())
    ]
    wrong = {
        each.id: stopped
        for each in entries
        if (
            stopped := ({each.id} & items)
            | (set(getattr(each, "tags", ())) & tags)
            | ({getattr(each, "topic", "")} & topics)
        )
    }
    assert wrong == {}, f"{scenario.place.at}: {scenario.person}"


@SCENARIOS
def test_what_is_kept_back_says_why(scenario: Scenario) -> None:
    """Each thing withheld names the entry that stopped it, with a reason; it is not recommended."""
    plan = plan_of(scenario.id, "direct")
    for each in plan.withheld:
        assert KNOWLEDGE[each.because].id == each.because, each
        assert each.reason.strip(), each
        assert each.id not in given(plan), each


@SCENARIOS
def test_help_first_means_help_only(scenario: Scenario) -> None:
    """An emergency or an urgent sign shows its messages and nothing that would lead away."""
    plan = plan_of(scenario.id, "direct")
    if plan.gate in ("emergency", "urgent"):
        assert {message.kind for message in plan.messages} == {"screening"}
        shown = [*plan.recommendations, *plan.first_steps, *plan.findings, *plan.values]
        assert shown == []


def test_good_habits_are_left_alone() -> None:
    """Somebody whose habits are all on target gets encouragement and no invented problem."""
    plan = plan_of(PERFECT, "direct")
    assert [each.id for each in plan.all_ways] == []
    assert len([each for each in plan.messages if each.kind == "keep_going"]) >= 10


def test_the_small_deficit_of_a_lower_action_point() -> None:
    """A South Asian man below BMI 25 with a large waist gets 300 kcal, not 500."""
    values = {value.id: value.value for value in plan_of("south-asian-man", "direct").values}
    assert values["energy_deficit"] == 300
    assert values["energy_target"] == pytest.approx(1945.86, abs=0.01)


def test_every_gate_has_people() -> None:
    """Each gate is reached by at least two whole people."""
    gates = [scenario.gate for scenario in KNOWLEDGE.scenarios.values()]
    assert {gate: gates.count(gate) >= 2 for gate in GATES} == dict.fromkeys(GATES, True)


def test_every_screening_rule_meets_somebody() -> None:
    """No screening rule is left without a whole person in whom it fires."""
    met = {
        message.id
        for id in KNOWLEDGE.scenarios
        for message in plan_of(id, "direct").messages
        if message.kind == "screening"
    }
    assert KNOWLEDGE.screening.keys() - met == set()


def test_what_unanswered_questions_block_is_met() -> None:
    """Somebody who has told nothing about health gets the careful variant of everything."""
    scenario = KNOWLEDGE.scenarios["intervals-with-health-unanswered"]
    _, tags, _ = blocked_words(scenario)
    asked = [each for each in KNOWLEDGE.screening.values() if each.unanswered != Blocks()]
    assert {"max_effort", "heavy_load", "deficit", "fasted_training", "vigorous"} <= tags
    assert len(asked) >= 10


@pytest.mark.parametrize(
    ("facts", "guess"),
    [({"height_cm": 1.72}, "172"), ({"age": 140}, ""), ({"sleep_hours": 30}, "")],
)
def test_impossible_answers_are_refused(facts: dict[str, Any], guess: str) -> None:
    """An answer that nobody can have is refused by name, with a guess at a slip of unit."""
    with pytest.raises(ProfileError) as caught:
        ADVISORS["direct"].recommend(facts)
    (name,) = facts
    assert name in str(caught.value)
    assert guess in str(caught.value)


BY_NAME = {
    ("core-planks", "plank"): "planks on the forearms spare sore wrists, and its steps say so"
}
"""Advice that may name an exercise which is blocked for some of those who get it, and why."""


@pytest.mark.parametrize("id", KNOWLEDGE.recommendations)
def test_no_text_names_what_a_block_takes_out(id: str) -> None:
    """Exercises stand in a list that blocks filter; a text names one only if they fall together."""
    rule = KNOWLEDGE.recommendations[id]
    dose = (rule.dose.text, rule.dose.default) if rule.dose else ()
    expect = (rule.expect,) if rule.expect else ()
    said = " ".join(each.text for each in (*expect, *dose))
    text = f"{rule.title} {as_one((*rule.action, *rule.steps))} {said}"
    for exercise in KNOWLEDGE.exercises.values():
        names = "|".join(map(re.escape, (exercise.title, *exercise.also_called)))
        if (
            not re.search(rf"\b(?:{names})s?\b", text, re.IGNORECASE)
            or (id, exercise.id) in BY_NAME
        ):
            continue
        left = [
            each.id
            for each in KNOWLEDGE.screening.values()
            if _blocks(each, exercise.id, exercise.tags)
            and not _blocks(each, id, rule.tags)
            and not (each.gate == "refer_first" and rule.needs_ok)
            and each.gate not in ("urgent", "emergency")
        ]
        assert left == [], f"{rule.place.at} names {exercise.id}"


def _blocks(rule: Screening, id: str, tags: Iterable[str]) -> bool:
    return id in rule.blocks.items or not set(tags).isdisjoint(rule.blocks.tags)


ALLERGIES = {
    "omnivore-with-nut-allergy": r"nuts?|walnuts?|almonds?",
    "vegan-with-a-band": r"eggs?|fish|poultry|chicken|yoghurt|milk|cheese",
    "vegan-without-soy": r"tofu|tempeh|edamame|eggs?|yoghurt|cheese",
    "coeliac-with-little-fibre": r"wholemeal|pasta|bulgur|barley|oats",
}


@pytest.mark.parametrize("id", ALLERGIES)
def test_no_text_offers_a_food_that_does_not_suit(id: str) -> None:
    """Foods stand in a list that allergies filter; steps name none that may not suit."""
    plan = plan_of(id, "direct")
    hits = {
        each.id: found[0]
        for each in plan.all_ways
        if each.id != "swap-refined-grains"  # it names what is replaced
        if (found := re.search(rf"\b(?:{ALLERGIES[id]})\b", " ".join([each.action, *each.steps])))
    }
    assert hits == {}
