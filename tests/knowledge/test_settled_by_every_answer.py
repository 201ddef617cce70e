"""Nothing waits for an answer that cannot matter: what all answers settle is settled before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.rules import Finding, Mechanism, Screening
from backfat_rules.language import Value
from backfat_rules.planning import Reasoner
from backfat_rules.profile import Fact

KNOWLEDGE = load_knowledge()
REASONER = Reasoner(KNOWLEDGE, "direct")
ENTRIES: dict[str, Finding | Screening] = {
    **{id: each for id, each in KNOWLEDGE.findings.items() if not isinstance(each, Mechanism)},
    **KNOWLEDGE.screening,
}
STEPS = 12

BY_ID = {name for name, fact in KNOWLEDGE.facts.items() if fact.ids_of}
"""Facts with far too many words to try them all."""
WAITING = {
    "intake_above_need": "energy used is an estimate, and nothing hangs on its bounds",
    "small-energy-need": "energy used is an estimate, and nothing hangs on its bounds",
    "low_protein": "another kind of training may ask for more, and kidneys for less",
    "food_before_effort": "nobody is asked for a weight without a height",
    "low_protein_pregnant": "nobody is asked for a weight without a height",
    "low_protein_nursing": "nobody is asked for a weight without a height",
    "low_protein_pregnant": "nobody is asked for a weight without a height",
    "waist_above_range": "nobody is asked for a weight without a height",
    "waist-above-height": "a contradiction is named once both halves of it are told",
}
"""What waits for an answer all the same, and why."""


def told_cases(entry: Finding | Screening) -> Iterator[dict[str, Value]]:
    """The facts of the cases that decide an entry."""
    for facts in (*entry.cases.fires, *entry.cases.silent):
        yield {name: frozenset(v) if isinstance(v, list) else v for name, v in facts.items()}


def possible(fact: Fact) -> list[Any]:
    """Answers from one end of what is possible to the other; the ends settle most conditions."""
    if fact.type.kind == "truth":
        return [True, False]
    if fact.type.kind == "choice":
        return list(fact.words)
    if fact.type.kind == "set":
        single = [frozenset({word}) for word in fact.words]
        return [frozenset[str](), frozenset(fact.words), *single]
    low, high = fact.low or 0, fact.high or 0
    between = [low + (high - low) * at / STEPS for at in range(1, STEPS)]
    return [round(each) if fact.whole else each for each in (low, high, *between)]


def truth(id: str, facts: dict[str, Value]) -> bool | None:
    """What is known of an entry."""
    derived = REASONER.derive(facts)
    return derived.findings.get(id) if id in KNOWLEDGE.findings else derived.truth(id)


def settled_anyway(id: str, facts: dict[str, Value], name: str) -> bool:
    """Whether an entry is open without a fact although every answer to it comes to the same."""
    without = {each: value for each, value in facts.items() if each != name}
    if truth(id, without) is not None:
        return False
    tried = [each[name] for each in told_cases(ENTRIES[id]) if name in each]
    answers = iter([*possible(KNOWLEDGE.facts[name]), *tried])
    first = truth(id, {**without, name: next(answers)})
    return first is not None and all(truth(id, {**without, name: v}) is first for v in answers)


@pytest.mark.parametrize("id", sorted(ENTRIES.keys() - WAITING.keys()))
def test_what_every_answer_settles_is_settled(id: str) -> None:
    """Without one of the facts of its cases an entry is open only if answers to it differ."""
    below = {*KNOWLEDGE.links.facts_under(ENTRIES[id])} - BY_ID
    waits = {
        (id, name)
        for facts in told_cases(ENTRIES[id])
        for name in below & facts.keys()
        if settled_anyway(id, facts, name)
    }
    assert waits == set()


@pytest.mark.parametrize("minutes", ["moderate_minutes_per_week", "vigorous_minutes_per_week"])
def test_one_kind_of_minutes_can_be_enough(minutes: str) -> None:
    """Enough minutes of one kind end the question whether somebody moves enough."""
    assert truth("too_little_activity", {minutes: 150}) is False
