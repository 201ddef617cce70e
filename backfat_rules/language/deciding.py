"""Which parts of a condition decided its value: the ground of every explanation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backfat_rules.language.evaluate import evaluate
from backfat_rules.language.tree import AllOf, AnyOf, Expression, Facts, Not, Value


@dataclass(frozen=True, slots=True)
class Part:
    """A leaf of a condition (a comparison, a membership, a name) and what it was worth."""

    leaf: Expression
    value: Value


def deciding_parts(condition: Expression, facts: Facts) -> tuple[Part, ...]:
    """The leaves that decided the condition, each once, from left to right.

    A true ``and`` rests on all its parts, a false one on each false part, an unknown one on its
    unknown parts; ``or`` the other way round.

    >>> from backfat_rules.language import parse, render
    >>> parts = deciding_parts(parse("a < 3 or b < 3"), {"a": 5, "b": 1})
    >>> [render(part.leaf) for part in parts]
    ['b < 3']
    """
    return tuple(dict.fromkeys(_decide(condition, facts)))


def _decide(condition: Expression, facts: Facts) -> Iterator[Part]:
    value = evaluate(condition, facts)
    match condition:
        case Not(operand):
            yield from _decide(operand, facts)
        case AllOf(operands) | AnyOf(operands):
            for each in operands:
                if evaluate(each, facts) is value:
                    yield from _decide(each, facts)
        case _:
            yield Part(condition, value)
