"""What decides that advice is given: held against the same said plainly, on random rules."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.decision import Person
from backfat_rules.decision.definition import stopped
from backfat_rules.inference import EngineName, Program, make_engine
from backfat_rules.knowledge import KnowledgeBase
from tests.decision.oracle import Oracle, needs, said
from tests.decision.small_bases import bases, people


def person_of(told: dict[str, Any], base: KnowledgeBase, engine: EngineName = "direct") -> Person:
    """A person with some answers, decided by some rules."""
    facts = {name: frozenset(v) if isinstance(v, list) else v for name, v in told.items()}
    return Person(make_engine(engine, Program.of(base)).derive(facts), base)


@given(bases, people)
def test_the_decision_is_what_its_rules_say(base: KnowledgeBase, told: dict[str, Any]) -> None:
    """Gate, blocks, needed OKs, rivals, order and needs come out as they read, for any rules."""
    person = person_of(told, base)
    oracle = Oracle(person.derivation, base)
    assert person.screened.gate == oracle.gate
    assert said(person.outcome) == oracle.outcome()
    by_need = [[each.id for each in ways] for ways in person.outcome.needs]
    assert by_need == needs(oracle.outcome()[0], base)
    assert [each.priority for each in person.outcome.given] == [
        oracle.priority(each.candidate.rule) for each in person.outcome.given
    ]


@pytest.mark.parametrize("engine", ["experta", "experta-rete"])
@given(base=bases, told=people)
def test_every_engine_decides_alike(
    engine: EngineName, base: KnowledgeBase, told: dict[str, Any]
) -> None:
    """Which engine infers changes neither what is given nor what is held back."""
    assert said(person_of(told, base, engine).outcome) == said(person_of(told, base).outcome)


@given(bases, people)
def test_nothing_closed_is_given(base: KnowledgeBase, told: dict[str, Any]) -> None:
    """What screening closes appears nowhere: not as advice, food, exercise or inside a circuit."""
    person = person_of(told, base)
    oracle = Oracle(person.derivation, base)
    choices = person.choices
    for each in person.outcome.given:
        rule = each.candidate.rule
        assert oracle.closed_by(rule.id, rule.tags, rule.topic) is None
        offered = {choice.id for choice in choices.exercises(rule.exercises)}
        offered |= {member for id in offered for member in base.exercises[id].members}
        for id in offered:
            assert oracle.closed_by(id, base.exercises[id].tags) is None
            assert id not in told.get("disliked_exercises", ())
        for food in choices.foods(rule.foods):
            assert oracle.closed_by(food.id, base.foods[food.id].tags) is None
            unless = base.foods[food.id].unless
            assert unless is None or oracle.truth_of(unless) is not True


@given(bases, people, st.randoms(use_true_random=False))
def test_the_order_of_entries_is_irrelevant(base: KnowledgeBase, told: Any, random: Any) -> None:
    """Rules that were read in another order decide the same."""
    shuffled: dict[str, Any] = {}
    for name in ("recommendations", "screening", "exercises", "foods", "findings"):
        entries = list(getattr(base, name).items())
        random.shuffle(entries)
        shuffled[name] = dict(entries)
    other = dataclasses.replace(base, **shuffled)
    assert said(person_of(told, other).outcome) == said(person_of(told, base).outcome)


@given(bases, people)
def test_what_is_taken_out_is_what_screening_stops(
    base: KnowledgeBase, told: dict[str, Any]
) -> None:
    """No question is asked for the sake of advice that screening takes out, and only of that."""
    person = person_of(told, base)
    candidates = person.book.candidates.values()
    stopped_ids = {each.id for each in candidates if stopped(each, person.screened)}
    assert person.taken_out == stopped_ids
