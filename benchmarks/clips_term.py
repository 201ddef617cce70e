"""Expressions in CLIPS's prefix notation."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.language import Expression, walk
from backfat_rules.language.tree import Arithmetic, Call, Compare, Name, Not, Number, Word


def term(expression: Expression) -> str:
    """An expression over bound variables."""
    match expression:
        case Number(value):
            return repr(value)
        case Word(value):
            return value
        case Name(name):
            return f"?{name}"
        case Not(operand):
            return f"(not {term(operand)})"
        case Compare("==", left, right):
            sign = "eq" if isinstance(right, Word) else "="
            return f"({sign} {term(left)} {term(right)})"
        case Compare(operator, left, right) | Arithmetic(operator, left, right):
            return f"({operator} {term(left)} {term(right)})"
        case Call("count", (Name(name),)):
            return f"(length$ ?{name})"
        case Call(function, arguments):
            return f"({function} {' '.join(map(term, arguments))})"
    # a membership is a pattern, never part of a term, but for one that is denied
    return f"(member$ {expression.word} ?{expression.collection.name})"  # type: ignore[union-attr]


def divisors(formula: Expression) -> Iterator[Expression]:
    """What a formula divides by."""
    for part in walk(formula):
        if isinstance(part, Arithmetic) and part.operator == "/":
            yield part.right
