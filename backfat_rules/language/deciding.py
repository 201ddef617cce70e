"""Which parts of a condition decided its value: the ground of every explanation."""

from __future__ import annotations

from collections.abc import Iterable
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
    _, parts = decide(condition, facts)
    return tuple(dict.fromkeys(parts)) if len(parts) > 1 else tuple(parts)


def only_parts(condition: Expression, holds: bool = True) -> tuple[Part, ...] | None:
    """What decides a condition that holds (or does not); None if that can come in several ways.

    >>> from backfat_rules.language import parse, render
    >>> parts = only_parts(parse("a < 3 and not b"))
    >>> [(render(part.leaf), part.value) for part in parts]
    [('a < 3', True), ('b', False)]
    >>> only_parts(parse("a < 3 or b"))
    """
    match condition:
        case Not(operand):
            return only_parts(operand, not holds)
        case AllOf(operands) | AnyOf(operands):
            if isinstance(condition, AllOf) is not holds:
                return None
            found = dict[Part, None]()
            for each in operands:
                parts = only_parts(each, holds)
                if parts is None:
                    return None
                found.update(dict.fromkeys(parts))
            return tuple(found)
    return (Part(condition, holds),)


def decide(condition: Expression, facts: Facts) -> tuple[Value, list[Part]]:
    """The value of a condition, and the leaves that decided it, in one pass; leaves may repeat."""
    match condition:
        case Not(operand):
            value, parts = decide(operand, facts)
            return (None if value is None else not value), parts
        case AllOf(operands):
            return _settled_by(False, [decide(each, facts) for each in operands])
        case AnyOf(operands):
            return _settled_by(True, [decide(each, facts) for each in operands])
    value = evaluate(condition, facts)
    return value, [Part(condition, value)]


def _settled_by(
    settling: bool, operands: Iterable[tuple[Value, list[Part]]]
) -> tuple[Value, list[Part]]:
    """The Kleene rule, and the parts of the operands that have the resulting value."""
    operands = list(operands)
    values = [value for value, _ in operands]
    result = settling if settling in values else None if None in values else not settling
    return result, [part for value, parts in operands if value is result for part in parts]
