"""Every case that stands beside a rule, run through the engine that defines what rules mean.

A failure names the entry and the case; the entry's place in its YAML file is in the message.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from backfat_rules import Profile
from backfat_rules.inference import Derivation, Program, make_engine
from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.rules import Advice, Finding
from backfat_rules.language import Expression, evaluate, render, walk
from backfat_rules.language.tree import Compare, Number

KNOWLEDGE = load_knowledge()
ENGINE = make_engine("direct", Program.of(KNOWLEDGE))
ADVICE: Mapping[str, Advice] = {
    **KNOWLEDGE.recommendations,
    **KNOWLEDGE.messages,
    **KNOWLEDGE.screening,
}
ENTRIES: Mapping[str, Finding | Advice] = {**KNOWLEDGE.findings, **ADVICE}
SHOWN_DIGITS = 0.0051  # worked examples are written with two decimals

Facts = Mapping[str, Any]


def derive(facts: Facts) -> Derivation:
    """What follows from the facts of a case, checked as a person's answers are."""
    return ENGINE.derive(Profile(**facts).known())


def conditions(entry: Finding | Advice) -> Iterator[Expression]:
    """The conditions under which an entry holds; each is enough."""
    if isinstance(entry, Finding):
        yield from (rule.when.tree for rule in entry.rules)
    else:
        yield entry.when.tree


def cases(entry: Finding | Advice) -> Iterator[tuple[bool | None, Facts]]:
    """Each case of an entry with what it must come to."""
    yield from ((True, facts) for facts in entry.cases.fires)
    yield from ((False, facts) for facts in entry.cases.silent)
    yield from ((None, facts) for facts in entry.cases.unknown)


def outcome(entry: Finding | Advice, derivation: Derivation) -> object:
    """What the engine makes of an entry."""
    if isinstance(entry, Finding):
        return derivation.findings.get(entry.id)
    if entry.id in derivation.fired:
        return True
    return evaluate(entry.when.tree, derivation.known)


def wrong_cases(entry: Finding | Advice) -> list[str]:
    """The cases that come to something else than they say."""
    return [
        f"{entry.place.at}: {dict(facts)} gives {given}, not {expected}"
        for expected, facts in cases(entry)
        if (given := outcome(entry, derive(facts))) is not expected
    ]


@pytest.mark.parametrize("id", KNOWLEDGE.findings)
def test_cases_of_findings(id: str) -> None:
    """A finding or mechanism holds, is ruled out, or stays open as its cases say."""
    assert wrong_cases(KNOWLEDGE.findings[id]) == []


@pytest.mark.parametrize("id", ADVICE)
def test_cases_of_advice(id: str) -> None:
    """Recommendations, messages and screening fire, are ruled out, or stay open as they say."""
    assert wrong_cases(ADVICE[id]) == []


@pytest.mark.parametrize("id", KNOWLEDGE.values)
def test_worked_examples_of_values(id: str) -> None:
    """A number is computed as its worked examples say, and not at all while a fact is missing."""
    for case in KNOWLEDGE.values[id].cases:
        number = derive(case.facts).values.get(id)
        expected = None if case.gives == "unknown" else pytest.approx(case.gives, abs=SHOWN_DIGITS)
        assert number == expected, f"{case.place.at}: {case.facts}"


@pytest.mark.parametrize("id", KNOWLEDGE.findings)
def test_every_way_to_a_finding_has_a_case(id: str) -> None:
    """Each rule of a finding is shown to work by a case of its own finding in which it fires."""
    finding = KNOWLEDGE.findings[id]
    fired = {
        firing.rule for facts in finding.cases.fires for firing in derive(facts).firings_of(id)
    }
    assert {rule.id for rule in finding.rules} - fired == set()


def limits(entry: Finding | Advice) -> Iterator[Compare]:
    """The comparisons with a number in the conditions of an entry."""
    for condition in conditions(entry):
        for part in walk(condition):
            if isinstance(part, Compare) and Number in (type(part.left), type(part.right)):
                yield part


LIMITED = [id for id, entry in ENTRIES.items() if any(limits(entry))]


@pytest.mark.parametrize("id", LIMITED)
def test_every_limit_is_tried_on_both_sides(id: str) -> None:
    """A number that a condition compares with is met from above and below by the entry's cases."""
    entry = ENTRIES[id]
    known = [derive(facts).known for _, facts in cases(entry)]
    untried = [
        f"{entry.place.at}: no case makes {render(limit)} {side}"
        for limit in limits(entry)
        for side in (True, False)
        if not any(evaluate(limit, each) is side for each in known)
    ]
    assert untried == []


@pytest.mark.parametrize("id", LIMITED)
def test_every_limit_is_tried_exactly(id: str) -> None:
    """Whether a limit itself counts, "below 7" or "at most 7", a case that meets it decides."""
    entry = ENTRIES[id]
    known = [derive(facts).known for _, facts in cases(entry)]
    untried = [
        f"{entry.place.at}: no case lies exactly on {render(limit)}"
        for limit in limits(entry)
        if not any(evaluate(replace(limit, operator="=="), each) for each in known)
    ]
    assert untried == []
