"""The cases beside the rules, run: each must come to what its author says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isclose
from typing import Any

from backfat_rules.errors import KnowledgeProblem, Location, ProfileError
from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Entry
from backfat_rules.knowledge.rules import AdviceRule, ComputedValue, Finding
from backfat_rules.language import evaluate
from backfat_rules.planning.reasoner import Reasoner, reasoner_of
from backfat_rules.planning.told import checked_facts

SHOWN_DIGITS = 0.0051  # worked examples are written with two decimals
_REMEDY = "Correct the case, or the rule."
_WORDS = {True: "true", False: "false", None: "unknown"}


def wrong_cases(knowledge: KnowledgeBase, within: str = "") -> tuple[KnowledgeProblem, ...]:
    """Every case that comes to something else than it says, each at its place in the YAML.

    Args:
        knowledge: what to run.
        within: only the cases in files whose path begins so, such as ``my-rules/``.

    >>> from backfat_rules import load_knowledge
    >>> wrong_cases(load_knowledge(), within="knowledge/lifestyle/sleep.yaml")
    ()
    """
    reasoner = reasoner_of(knowledge, "direct")
    return tuple(
        case.problem(said)
        for case in cases_of(knowledge)
        if case.where.path.startswith(within)
        and (said := fault_in(case, knowledge, reasoner)) is not None
    )


@dataclass(frozen=True)
class Case:
    """Facts, and what an entry must come to with them."""

    entry: Finding | AdviceRule | ComputedValue
    facts: Mapping[str, Any]
    expected: bool | float | None
    where: Location

    def __str__(self) -> str:
        told = ", ".join(f"{name}: {value}" for name, value in self.facts.items())
        return f"{self.entry.id} with {{{told}}}"

    def problem(self, said: str) -> KnowledgeProblem:
        """What is wrong with it, as a mistake at its place."""
        return KnowledgeProblem(self.where, "wrong-case", f"{self} {said}", _REMEDY)


def cases_of(knowledge: KnowledgeBase) -> Iterator[Case]:
    """Every case of the knowledge, and every worked example of a value."""
    advice = (knowledge.recommendations, knowledge.messages, knowledge.screening)
    for entries in (knowledge.findings, *advice):
        for entry in entries.values():
            for field, expected in (("fires", True), ("silent", False), ("unknown", None)):
                for facts in getattr(entry.cases, field):
                    yield Case(entry, facts, expected, entry.cases.place.of(field))
    for value in knowledge.values.values():
        for each in value.cases:
            gives = None if each.gives == "unknown" else each.gives
            yield Case(value, each.facts, gives, each.place.at)


def fault_in(case: Case, knowledge: KnowledgeBase, reasoner: Reasoner) -> str | None:
    """What is wrong with a case in some knowledge; None if it comes out as it says."""
    try:
        derivation = reasoner.derive(checked_facts(case.facts, knowledge))
    except ProfileError as error:
        return f"cannot be: {'; '.join(map(str, error.problems))}"
    found = _outcome(knowledge[case.entry.id], derivation)
    return (
        None if _same(found, case.expected) else f"is {_said(found)}, not {_said(case.expected)}."
    )


def _outcome(entry: Entry, derivation: Derivation) -> Any:
    if isinstance(entry, ComputedValue):
        return derivation.values.get(entry.id)
    if isinstance(entry, Finding):
        return derivation.findings.get(entry.id)
    assert isinstance(entry, AdviceRule)
    return entry.id in derivation.fired or evaluate(entry.when.tree, derivation.known)


def _same(found: Any, expected: bool | float | None) -> bool:
    if isinstance(found, bool) or found is None or expected is None:
        return found is expected
    return isclose(found, expected, rel_tol=0, abs_tol=SHOWN_DIGITS)


def _said(outcome: Any) -> str:
    known = isinstance(outcome, bool) or outcome is None
    return _WORDS[outcome] if known else f"{outcome:.10g}"
