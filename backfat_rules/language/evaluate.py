"""What an expression means. This is the definition that every engine must match.

Truth has three values, True, False and None for *unknown*, and follows strong Kleene logic: an
operator answers as soon as its known operands settle the answer, and is unknown otherwise. A number
that needs something unknown, or has no finite value (a division by zero), is unknown. Learning one
more name can turn unknown into an answer; it can never change an answer.
"""

from __future__ import annotations

import math

from backfat_rules.language.range import exactly, is_number
from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Expression,
    Facts,
    Holds,
    IfElse,
    Name,
    Not,
    Number,
    OneOf,
    Value,
    Word,
)


def evaluate(expression: Expression, facts: Facts) -> Value:
    """The value of an expression for what is known; None where it is unknown.

    >>> from backfat_rules.language import parse
    >>> evaluate(parse("sleep_hours < 7 and not night_work"), {"sleep_hours": 8})
    False
    >>> evaluate(parse("sleep_hours < 7 and not night_work"), {"sleep_hours": 6}) is None
    True
    """
    match expression:
        case Name(name):
            return exactly(facts.get(name))
        case Number(value) | Word(value):
            return value
        case Not(operand):
            truth = evaluate(operand, facts)
            return None if truth is None else not truth
        case AllOf(operands):
            return _settled_by(False, [evaluate(each, facts) for each in operands])
        case AnyOf(operands):
            return _settled_by(True, [evaluate(each, facts) for each in operands])
        case Compare(operator, left, right):
            return compare(operator, evaluate(left, facts), evaluate(right, facts))
        case Holds(word, collection):
            held = evaluate(collection, facts)
            return word in held if isinstance(held, frozenset) else None
        case OneOf(choice, words):
            chosen = evaluate(choice, facts)
            return None if chosen is None else any(chosen == word.value for word in words)
        case IfElse(condition, then, otherwise):
            truth = evaluate(condition, facts)
            return None if truth is None else evaluate(then if truth else otherwise, facts)
        case Arithmetic(operator, left, right):
            return _arithmetic(operator, evaluate(left, facts), evaluate(right, facts))
        case Call(function, arguments):
            return _call(function, [evaluate(each, facts) for each in arguments])


def _settled_by(settling: bool, truths: list[Value]) -> Value:
    """The Kleene rule: one settling operand decides; else one unknown leaves it open."""
    if settling in truths:
        return settling
    return None if None in truths else not settling


def compute(formula: Expression, facts: Facts) -> float | None:
    """The number that a formula comes to; unknown too where it is known only as a range.

    >>> from backfat_rules.language import Range, parse
    >>> compute(parse("2 * size"), {"size": 4}), compute(parse("size"), {"size": Range(below=4)})
    (8, None)
    """
    value = evaluate(formula, facts)
    return value if isinstance(value, (int, float)) else None


def compare(operator: str, left: Value, right: Value) -> bool | None:
    """A comparison of two values; None where one is unknown, or a range lies on both sides."""
    if left is None or right is None:
        return None
    if not is_number(left) or not is_number(right):
        return left == right if operator == "==" else None
    match operator:
        case "<":
            yes, no = left < right, left >= right
        case "<=":
            yes, no = left <= right, left > right
        case ">":
            yes, no = left > right, left <= right
        case ">=":
            yes, no = left >= right, left < right
        case _:
            yes, no = left >= right and left <= right, left < right or left > right
    return True if yes else False if no else None


def _arithmetic(operator: str, left: Value, right: Value) -> float | None:
    if not isinstance(left, (int, float)) or not isinstance(right, (int, float)):
        return None
    try:
        match operator:
            case "+":
                result = left + right
            case "-":
                result = left - right
            case "*":
                result = left * right
            case "/":
                result = left / right
            case _:
                return _finite(_power(float(left), right))
        return _finite(result)
    except (ZeroDivisionError, OverflowError):
        return None


def _power(base: float, exponent: float) -> complex:
    """A square is a product, to be the same number on every machine and in every language."""
    return base * base if exponent == 2 else base**exponent


def _call(function: str, arguments: list[Value]) -> float | None:
    if function == "count":
        held = arguments[0]
        return len(held) if isinstance(held, frozenset) else None
    numbers = [each for each in arguments if isinstance(each, (int, float))]
    if len(numbers) < len(arguments):
        return None
    match function:
        case "min":
            return min(numbers)
        case "max":
            return max(numbers)
        case "abs":
            return abs(numbers[0])
        case _:
            return _ramp(*numbers)


def _ramp(number: float, zero_at: float, one_at: float) -> float | None:
    """0 at ``zero_at``, 1 at ``one_at``, straight in between, and never outside 0 to 1."""
    way, length = _arithmetic("-", number, zero_at), _arithmetic("-", one_at, zero_at)
    share = _arithmetic("/", way, length)
    return None if share is None else min(1.0, max(0.0, share))


def _finite(number: complex) -> float | None:
    """A negative base with a fractional power is complex, so it is refused here as well."""
    return number if isinstance(number, (int, float)) and math.isfinite(number) else None
