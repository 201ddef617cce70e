"""Cases are complete, and their facts are ones that a person could really give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from backfat_rules.errors import Location, did_you_mean
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import Cases, FilePart
from backfat_rules.knowledge.rules import ComputedValue, Finding
from backfat_rules.knowledge.scenario import Scenario
from backfat_rules.profile import Fact


def check_cases(draft: Draft) -> None:
    """Every rule has a case that fires, one that is silent and one where a fact is missing."""
    for entry in [*draft.every(Finding), *draft.advice()]:
        for field in ("fires", "silent", "unknown"):
            if not getattr(entry.cases, field):
                message = f"{entry.id} has no case under {field}."
                remedy = f"Add {field}: [{{fact: value}}] to its cases."
                draft.note(entry.place.of("cases"), "missing-case", message, remedy)
    for owner, field, facts in _case_facts(draft):
        for name, value in facts.items():
            _check_fact(owner.place.of(field), name, value, draft)


def _case_facts(draft: Draft) -> Iterator[tuple[FilePart, str, Mapping[str, Any]]]:
    for cases in _all_cases(draft):
        for field in ("fires", "silent", "unknown"):
            for facts in getattr(cases, field):
                yield cases, field, facts
    for value in draft.every(ComputedValue):
        for example in value.cases:
            yield example, "facts", example.facts
    for scenario in draft.every(Scenario):
        yield scenario, "facts", scenario.facts


def _all_cases(draft: Draft) -> Iterator[Cases]:
    yield from (finding.cases for finding in draft.every(Finding))
    yield from (advice.cases for advice in draft.advice())


def _check_fact(where: Location, name: str, value: Any, draft: Draft) -> None:
    fact = draft.facts.get(name)
    if fact is None and name in draft.refused:
        return  # what is wrong with it is reported at its own place
    if fact is None:
        remedy = did_you_mean(name, list(draft.facts))
        draft.note(where, "unknown-fact", f"there is no fact {name}.", remedy)
    elif not _could_be(fact, value):
        message = f"{name} cannot be {value!r}."
        draft.note(where, "impossible-case", message, _range_of(fact))


def _could_be(fact: Fact, value: Any) -> bool:
    match fact.type.kind:
        case "truth":
            return isinstance(value, bool)
        case "number":
            low, high = fact.low, fact.high
            return (
                isinstance(value, (int, float))
                and not isinstance(value, bool)
                and (low is None or value >= low)
                and (high is None or value <= high)
            )
        case "choice":
            return isinstance(value, str) and _allowed(fact, [value])
    return isinstance(value, list) and _allowed(fact, value)


def _allowed(fact: Fact, words: list[Any]) -> bool:
    known = fact.type.values
    return all(isinstance(word, str) and (known is None or word in known) for word in words)


def _range_of(fact: Fact) -> str:
    if fact.type.values is not None:
        return f"It can be {', '.join(sorted(fact.type.values))}."
    if fact.low is not None and fact.high is not None:
        return f"It runs from {fact.low:g} to {fact.high:g} {fact.unit}."
    return f"It is {fact.type}."
