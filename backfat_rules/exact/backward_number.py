"""What the operands of a number can still be, once it is known where the number has to lie.

Results of arithmetic are widened by one float either way, so that no rounding takes out too much.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias

from backfat_rules.exact.narrowing import Narrowing
from backfat_rules.exact.spans import LARGEST, Span, combine, is_empty, meet
from backfat_rules.exact.worth import FALSE, NEITHER, TRUE
from backfat_rules.language import Expression
from backfat_rules.language.tree import Arithmetic, Call, IfElse, Operator

Back: TypeAlias = Callable[[Narrowing, int], bool]
"""Narrows the operands of the part at a place; False where nothing is left of one of them."""


def back_of_number(part: Expression, operands: tuple[int, ...]) -> Back:
    """How a number narrows its operands."""
    match part:
        case Arithmetic(operator):
            return _arithmetic(operator, *operands)
        case Call("count"):
            return _tally(operands[0], operands[1:])
        case Call("min" | "max" | "abs" as name):
            return _extreme(name, operands)
        case IfElse():
            return _either(*operands)
    return _nothing


def _nothing(box: Narrowing, at: int) -> bool:  # noqa: ARG001  # all are asked in the same way
    """A leaf, or a function that says too little of its operands."""
    return True


DEFINED: Span = (-math.inf, math.inf, False)


def _arithmetic(operator: Operator, left: int, right: int) -> Back:
    def back(box: Narrowing, at: int) -> bool:
        result = box.spans[at]
        if result[2]:
            return True  # undefined is allowed, which any operand can lead to
        if not (box.keep_span(left, DEFINED) and box.keep_span(right, DEFINED)):
            return False
        one, other = _undone(operator, widened(result), box.spans[left], box.spans[right])
        return box.keep_span(left, widened(one)) and box.keep_span(right, widened(other))

    return back


def _undone(operator: Operator, result: Span, left: Span, right: Span) -> tuple[Span, Span]:
    """What each side can be, by the result and the other side."""
    match operator:
        case "+":
            return combine("-", result, right), combine("-", result, left)
        case "-":
            return combine("+", result, right), combine("-", left, result)
        case "*":
            return _quotient(result, right), _quotient(result, left)
        case "/":
            return combine("*", result, right), _quotient(left, result)
    return _base(result, left, right), DEFINED


def _quotient(one: Span, other: Span) -> Span:
    return DEFINED if other[0] <= 0 <= other[1] else combine("/", one, other)


def _base(result: Span, base: Span, exponent: Span) -> Span:
    """The base of a power with one positive exponent; powers are exact to far more than this."""
    power = exponent[0]
    if power != exponent[1] or power <= 0 or base[0] < 0 or result[1] < 0:
        return DEFINED
    low, high = max(result[0], 0.0) ** (1 / power), result[1] ** (1 / power)
    return (low * (1 - 1e-12), high * (1 + 1e-12), False)


def widened(span: Span) -> Span:
    """One float more at either end, and never undefined."""
    low, high, _ = span
    return (
        max(math.nextafter(low, -math.inf), -LARGEST),
        min(math.nextafter(high, math.inf), LARGEST),
        False,
    )


def _tally(others: int, words: tuple[int, ...]) -> Back:
    """Where the words that are surely held are as many as may be, no other is held, and so on."""

    def back(box: Narrowing, at: int) -> bool:
        low, high, undefined = box.spans[at]
        if undefined:
            return True
        least, most, unknown = box.spans[others]
        opened = [each for each in words if box.bits[each] & TRUE and box.bits[each] & FALSE]
        sure = sum(not box.bits[each] & FALSE for each in words)
        if unknown:
            return box.keep_span(others, DEFINED)
        spare = (low - sure - len(opened), high - sure, False)
        if not box.keep_span(others, spare):
            return False
        if sure + least >= high:
            return all(box.keep_bits(each, ~TRUE) for each in opened)
        if sure + len(opened) + most <= low:
            return all(box.keep_bits(each, ~FALSE) for each in opened)
        return True

    return back


def _extreme(name: str, operands: tuple[int, ...]) -> Back:
    """The least is at most every operand, the greatest at least; and one of them reaches it."""

    def back(box: Narrowing, at: int) -> bool:
        low, high, undefined = box.spans[at]
        if undefined:
            return True
        match name:
            case "min":
                allowed: Span = (low, math.inf, False)
            case "max":
                allowed = (-math.inf, high, False)
            case _:
                allowed = (-high, high, False)
        if not all(box.keep_span(each, allowed) for each in operands):
            return False
        able = [each for each in operands if not is_empty(meet(box.spans[each], box.spans[at]))]
        return (
            len(able) > 1
            or name == "abs"
            or (bool(able) and box.keep_span(able[0], (low, high, False)))
        )

    return back


def _either(condition: int, then: int, otherwise: int) -> Back:
    """A branch that cannot give the number is not taken; the one that is taken gives it."""

    def back(box: Narrowing, at: int) -> bool:
        kept = box.spans[at]
        able = NEITHER if kept[2] else 0
        for bit, branch in ((TRUE, then), (FALSE, otherwise)):
            span = meet(box.spans[branch], kept)
            able |= bit if span[2] or not is_empty(span) else 0
        if not box.keep_bits(condition, able):
            return False
        taken = {TRUE: then, FALSE: otherwise}.get(box.bits[condition])
        return taken is None or box.keep_span(taken, kept)

    return back
