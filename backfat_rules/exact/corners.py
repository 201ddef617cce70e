"""A few plain completions on which all targets are evaluated at once, before any search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backfat_rules.exact.build import OTHER_WORD
from backfat_rules.exact.domains import limits_of, span_of
from backfat_rules.exact.worth import bit_of
from backfat_rules.inference import Program
from backfat_rules.inference.definition import evaluate_rules
from backfat_rules.language import Facts, Range, Value, is_exact
from backfat_rules.profile import Fact

CORNERS = ((0.0, False), (1.0, True), (0.0, True), (1.0, False), (0.04, False), (0.3, True))
"""How far up in its range every open number lies, and whether every open question is a yes."""


def outcomes_seen(program: Program, facts: Mapping[str, Fact], known: Facts) -> Mapping[str, int]:
    """For each finding and advice the outcomes that some completions give it, as bits."""
    seen = dict.fromkeys((*program.findings, *program.advice), 0)
    for completion in _completions(facts, known):
        truths = dict(evaluate_rules(program, completion))
        for id in seen:
            seen[id] |= bit_of(truths[id] if id in program.advice else completion[id])
    return seen


def _completions(facts: Mapping[str, Fact], known: Facts) -> Iterator[dict[str, Value]]:
    for at, (height, yes) in enumerate(CORNERS):
        completion = {
            name: _corner(fact, known.get(name), height, yes, at)
            for name, fact in facts.items()
            if not is_exact(known.get(name))
        }
        yield {**known, **completion}


def _corner(fact: Fact, told: Value, height: float, yes: bool, at: int) -> Value:
    match fact.type.kind:
        case "truth":
            return yes
        case "number":
            low, high, _ = span_of(told, fact) if isinstance(told, Range) else limits_of(fact)
            number = min(high, max(low, low * (1 - height) + high * height))
            return round(number) if fact.whole else number
        case "set":
            return frozenset(fact.words if yes else ())
        case _:
            return fact.words[at % len(fact.words)] if fact.words else OTHER_WORD
