"""A few plain completions on which all targets are worked out at once, before any search."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from backfat_rules.exact.circuit import Circuit
from backfat_rules.exact.domains import limits_of, span_of, start
from backfat_rules.exact.named_words import OTHER_WORD
from backfat_rules.exact.worth import is_open
from backfat_rules.language import Facts, Range, Value, is_exact
from backfat_rules.profile import Fact

CORNERS = ((0.0, False), (0.6, False), (0.45, False))
"""How far up in its range every open number lies, and whether every open question is a yes."""


def outcomes_seen(
    circuit: Circuit, known: Facts, free: Container[str], places: Sequence[int]
) -> dict[int, int]:
    """For each of some parts the outcomes that a few completions are sure to give it, as bits."""
    seen = dict.fromkeys(places, 0)
    for completion in _completions(circuit, known, free):
        bits = start(circuit, completion, ()).bits
        for at in places:
            seen[at] |= 0 if is_open(bits[at]) else bits[at]
    return seen


def _completions(
    circuit: Circuit, known: Facts, free: Container[str]
) -> Iterator[dict[str, Value]]:
    missing = [
        fact
        for name, fact in circuit.facts.items()
        if name in free and not is_exact(known.get(name))
    ]
    for at, (height, yes) in enumerate(CORNERS):
        corner = {
            fact.name: _corner(fact, known.get(fact.name), height, yes, at) for fact in missing
        }
        yield {**known, **corner}


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
