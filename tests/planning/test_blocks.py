"""What screening blocks is nowhere in a plan, and what is left out is named with its reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from backfat_rules import Advisor, Plan, Profile, load_knowledge
from backfat_rules.inference import Derivation, Program, make_engine
from backfat_rules.knowledge.links import tags_of
from backfat_rules.knowledge.rules import Blocks
from backfat_rules.language import evaluate
from backfat_rules.locate import shipped_folder
from tests.planning.people import BUSY, FULL, KNOWLEDGE, people, plan_of

ENGINE = make_engine("direct", Program.of(KNOWLEDGE))
CAREFUL = {id: rule for id, rule in KNOWLEDGE.screening.items() if rule.unanswered != Blocks()}
BLOCKING = [id for id, rule in KNOWLEDGE.screening.items() if rule.blocks != Blocks()]
NO = {
    name: False if fact.type.kind == "truth" else frozenset[str]()
    for name, fact in KNOWLEDGE.facts.items()
    if fact.area == "health" and fact.type.kind in ("truth", "set")
}
Words = set[tuple[str, str]]


def words(blocks: Blocks) -> Words:
    """What a rule takes out of a plan."""
    pairs = {"item": blocks.items, "tag": blocks.tags, "topic": blocks.topics}
    return {(kind, word) for kind, listed in pairs.items() for word in listed}


def open_rules(derivation: Derivation) -> set[str]:
    """The careful screening rules whose question is not answered."""
    known = derivation.known
    return {
        id
        for id, rule in CAREFUL.items()
        if evaluate(rule.when.tree, known) is None
        and (rule.unanswered_when is None or evaluate(rule.unanswered_when.tree, known) is True)
    }


def blocked(told: dict[str, Any]) -> Words:
    """Everything that is blocked for somebody, read off the rules one by one."""
    derivation = ENGINE.derive(Profile(**told).known())
    fired = [KNOWLEDGE.screening[id] for id in derivation.fired & KNOWLEDGE.screening.keys()]
    stopped = [words(rule.blocks) for rule in fired]
    stopped += [words(CAREFUL[id].unanswered) for id in open_rules(derivation)]
    return set().union(*stopped)


def shown(plan: Plan) -> dict[str, Words]:
    """The id, tags and topic of everything in a plan that a rule could block."""
    found: dict[str, Words] = {}
    for each in plan.all_ways:
        found[each.id] = {("topic", KNOWLEDGE.recommendations[each.id].topic)}
        for choice in (*each.foods, *each.exercises):
            found[choice.id] = set()
    for message in plan.messages:
        if message.id in KNOWLEDGE.messages:
            found[message.id] = {("topic", KNOWLEDGE.messages[message.id].topic)}
    first = [each.recommendation for each in plan.first_steps]
    for id in [*first, *(each.id for each in plan.values)]:
        found.setdefault(id, set())
    for id, carried in found.items():
        members = getattr(KNOWLEDGE[id], "members", ())
        for one in (id, *members):
            carried |= {("item", one), *(("tag", tag) for tag in tags_of(KNOWLEDGE[one]))}
    return found


@settings(max_examples=5 * FULL)
@given(people())
def test_nothing_blocked_is_shown(told: dict[str, Any]) -> None:
    """Blocks hold for advice, exercises and their parts, foods, numbers, messages, first steps."""
    stopped = blocked(told)
    carried = shown(plan_of(told))
    assert {id: both for id, each in carried.items() if (both := each & stopped)} == {}


@pytest.mark.parametrize("id", BLOCKING)
def test_each_rule_blocks_what_it_names(id: str) -> None:
    """Somebody with much to improve gets nothing that a screening rule takes out for them."""
    for facts in KNOWLEDGE.screening[id].cases.fires:
        told = {**BUSY, **facts}
        stopped = blocked(told)
        assert stopped >= words(KNOWLEDGE.screening[id].blocks)
        carried = shown(plan_of(told))
        assert {one: both for one, each in carried.items() if (both := each & stopped)} == {}


@given(people())
def test_what_is_blocked_is_named(told: dict[str, Any]) -> None:
    """Advice that would have been given is in the plan or withheld with a reason; none is lost."""
    plan = plan_of(told)
    derivation = ENGINE.derive(Profile(**told).known())
    would_be = derivation.fired & KNOWLEDGE.recommendations.keys()
    reasons = {each.id: each.reason for each in plan.withheld}
    if plan.gate in ("urgent", "emergency"):
        parts = (plan.recommendations, plan.first_steps, plan.withheld, plan.questions)
        assert not any(parts)
        assert {message.kind for message in plan.messages} == {"screening"}
    else:
        assert would_be == plan.advised | (reasons.keys() & KNOWLEDGE.recommendations.keys())
        assert all(reasons.values())


@settings(max_examples=2 * FULL)
@given(people(), st.sampled_from(sorted(NO)))
def test_no_answer_is_never_taken_for_no(told: dict[str, Any], name: str) -> None:
    """While a question about health is open, nothing is offered that its careful rules hold back.

    Nor is anything offered that stays blocked with the answer "no".
    """
    silent = {fact: answer for fact, answer in told.items() if fact != name}
    denied = {**silent, name: NO[name]}
    before = ENGINE.derive(Profile(**silent).known())
    after = ENGINE.derive(Profile(**denied).known())
    waiting = open_rules(before) - open_rules(after) - after.fired
    assume(waiting)

    carried = set().union(*shown(plan_of(silent)).values())
    for id in waiting:
        assert not carried & words(CAREFUL[id].unanswered)
    brought_by_no = (after.fired - before.fired) & KNOWLEDGE.screening.keys()
    new = set().union(*(words(KNOWLEDGE.screening[id].blocks) for id in brought_by_no))
    assert not carried & (blocked(denied) - new)


def test_a_question_about_health_left_open_is_asked() -> None:
    """Somebody who tells only habits gets the cautious variant and the questions that lift it."""
    habits = {"sleep_hours": 5.5, "stress_level": 8, "sitting_hours_per_day": 10}
    plan = plan_of({**habits, "strength_sessions_per_week": 4, "minutes_per_session": 15})
    asked = {question.fact for question in plan.questions}
    assert "symptoms" in asked
    assert {each.because for each in plan.withheld} & CAREFUL.keys()


NO_CAFFEINE = """
topic: screening
screening:
  - id: no-caffeine-today
    title: a day without caffeine
    when: acutely_ill
    gate: modify
    message: Leave caffeine out today.
    reason: Caffeine is left out while you are ill.
    blocks: {tags: [caffeine]}
    references: [R76]
    cases: {fires: [{acutely_ill: true}], silent: [{acutely_ill: false}], unknown: [{}]}
"""


def test_a_rule_of_an_app_blocks_a_food(tmp_path: Path) -> None:
    """A block in an app's own overlay takes a food out of the choices, and leaves the others."""
    (tmp_path / "caffeine.yaml").write_text(NO_CAFFEINE, encoding="utf-8")
    advisor = Advisor(load_knowledge(shipped_folder(), tmp_path), engine="direct")
    well, ill = (advisor.recommend({**BUSY, "acutely_ill": ill}) for ill in (False, True))
    before, after = ({food.id for food in plan["swap-sweet-drinks"].foods} for plan in (well, ill))
    assert before - after == {"green_tea"}
    assert after
