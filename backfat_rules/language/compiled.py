"""Expressions as Python functions, for engines that evaluate one many times.

What a function returns is what ``evaluate`` returns; the tests hold that. ``evaluate`` stays the
definition.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from backfat_rules.language.evaluate import compare, evaluate
from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Compare,
    Expression,
    Facts,
    Holds,
    Name,
    Not,
    Number,
    Value,
)

Compiled: TypeAlias = Callable[[Facts], Value]


def compile_expression(expression: Expression) -> Compiled:
    """A function from facts to the value of the expression, None where it is unknown.

    >>> from backfat_rules.language import parse
    >>> compile_expression(parse("sleep_hours < 7"))({"sleep_hours": 5.5})
    True
    """
    match expression:
        case Name(name):
            return lambda facts: facts.get(name)
        case Not(operand):
            return _negation(compile_expression(operand))
        case AllOf(operands):
            return _settled_by(False, [compile_expression(each) for each in operands])
        case AnyOf(operands):
            return _settled_by(True, [compile_expression(each) for each in operands])
        case Compare(operator, Name(name), Number(limit)) if operator != "==":
            return _limit(name, operator, limit)
        case Holds(word, Name(name)):
            return _membership(word, name)
    return lambda facts: evaluate(expression, facts)


def _negation(operand: Compiled) -> Compiled:
    def negation(facts: Facts) -> Value:
        truth = operand(facts)
        return None if truth is None else not truth

    return negation


def _settled_by(settling: bool, operands: list[Compiled]) -> Compiled:
    """Stops at the first operand that settles the answer."""

    def kleene(facts: Facts) -> Value:
        result: Value = not settling
        for operand in operands:
            truth = operand(facts)
            if truth is settling:
                return settling
            if truth is None:
                result = None
        return result

    return kleene


def _membership(word: str, name: str) -> Compiled:
    def membership(facts: Facts) -> Value:
        held = facts.get(name)
        return word in held if isinstance(held, frozenset) else None

    return membership


def _limit(name: str, operator: str, limit: float) -> Compiled:
    """A comparison of a name with a number, the most frequent leaf of all."""

    def by_range(value: Value) -> Value:
        return compare(operator, value, limit)

    def below(facts: Facts) -> Value:
        number = facts.get(name)
        return number < limit if isinstance(number, (int, float)) else by_range(number)

    def at_most(facts: Facts) -> Value:
        number = facts.get(name)
        return number <= limit if isinstance(number, (int, float)) else by_range(number)

    def above(facts: Facts) -> Value:
        number = facts.get(name)
        return number > limit if isinstance(number, (int, float)) else by_range(number)

    def at_least(facts: Facts) -> Value:
        number = facts.get(name)
        return number >= limit if isinstance(number, (int, float)) else by_range(number)

    return {"<": below, "<=": at_most, ">": above, ">=": at_least}[operator]
