"""Arithmetic on spans: everything that a number can be while its parts range over theirs.

Bounds are floats and inclusive. Rounding is monotone, so the bounds computed here by the same
operations hold for every number that ``language.evaluate`` computes in between.
"""

from __future__ import annotations

import math
import sys
from typing import TypeAlias

from backfat_rules.language.tree import Comparison, Operator

Span: TypeAlias = tuple[float, float, bool]
"""The least and the greatest value, and whether it can also be undefined or is not known.

The least is above the greatest where there is no value at all.
"""

LARGEST = sys.float_info.max
TINIEST = math.ulp(0.0)
EMPTY: Span = (math.inf, -math.inf, False)
UNDEFINED: Span = (math.inf, -math.inf, True)
ANYTHING: Span = (-LARGEST, LARGEST, True)


def is_empty(span: Span) -> bool:
    """Whether no number is in it."""
    return span[0] > span[1]


def meet(one: Span, other: Span) -> Span:
    """What is in both."""
    return (max(one[0], other[0]), min(one[1], other[1]), one[2] and other[2])


def join(one: Span, other: Span) -> Span:
    """The smallest span around both."""
    return (min(one[0], other[0]), max(one[1], other[1]), one[2] or other[2])


def within(inner: Span, outer: Span) -> bool:
    """Whether everything in ``inner`` is in ``outer``."""
    fits = is_empty(inner) or (outer[0] <= inner[0] and inner[1] <= outer[1])
    return fits and (outer[2] or not inner[2])


def share(inner: Span, outer: Span) -> float:
    """The part of ``inner`` that lies in ``outer``, from 0 to 1."""
    low, high = max(inner[0], outer[0]), min(inner[1], outer[1])
    if low > high:
        return 0.0
    length = inner[1] / 2 - inner[0] / 2  # half of it, so that it stays finite
    return 1.0 if length == 0 else (high / 2 - low / 2) / length


def cut(operator: Comparison, limit: float) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans where a comparison with a limit holds, and those where it does not."""
    below = (-math.inf, math.nextafter(limit, -math.inf), False)
    above = (math.nextafter(limit, math.inf), math.inf, False)
    upto, onward = (-math.inf, limit, False), (limit, math.inf, False)
    match operator:
        case "<":
            return (below,), (onward,)
        case "<=":
            return (upto,), (above,)
        case ">":
            return (above,), (upto,)
        case ">=":
            return (onward,), (below,)
        case _:
            return ((limit, limit, False),), (below, above)


def combine(operator: Operator, left: Span, right: Span) -> Span:
    """One arithmetic step on spans."""
    undefined = left[2] or right[2]
    if is_empty(left) or is_empty(right):
        return (math.inf, -math.inf, undefined)
    match operator:
        case "+":
            return _finite(left[0] + right[0], left[1] + right[1], undefined)
        case "-":
            return _finite(left[0] - right[1], left[1] - right[0], undefined)
        case "*":
            corners = [a * b for a in left[:2] for b in right[:2]]
            return _finite(min(corners), max(corners), undefined)
        case "/":
            return _divided(left, right, undefined)
        case _:
            return _raised(left, right, undefined)


def _finite(low: float, high: float, undefined: bool) -> Span:
    """A result that is too large is undefined, as the language says."""
    if low < -LARGEST or high > LARGEST:
        undefined = True
    return (max(low, -LARGEST), min(high, LARGEST), undefined)


def _divided(left: Span, right: Span, undefined: bool) -> Span:
    low, high, _ = right
    if low == high == 0:
        return UNDEFINED
    if low < 0 < high:
        return ANYTHING
    if low <= 0 <= high:  # zero is the one end: its neighbour takes its place
        undefined = True
        low, high = (low or TINIEST), (high or -TINIEST)
    corners = [a / b for a in left[:2] for b in (low, high)]
    return _finite(min(corners), max(corners), undefined)


def _raised(left: Span, right: Span, undefined: bool) -> Span:
    """A power: its extremes lie at the corners, and at zero for an even exponent."""
    low, high, _ = left
    exponent = right[0]
    if low == high and exponent == right[1]:
        value = _power(low, exponent)
        return UNDEFINED if value is None else (value, value, undefined)
    if exponent == right[1] and not exponent.is_integer():
        if high < 0:
            return UNDEFINED  # no real number
        low, undefined = max(low, 0.0), undefined or low < 0
    elif low <= 0 and not (exponent == right[1] and (exponent >= 0 or high < 0)):
        return ANYTHING
    bases = (low, high, 0.0) if low < 0 < high else (low, high)
    values = [_power(base, each) for base in bases for each in right[:2]]
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return ANYTHING
    # Powers are computed by a routine that need not be monotone in the last place.
    return _finite(_nudged(min(known), -math.inf), _nudged(max(known), math.inf), undefined)


def _power(base: float, exponent: float) -> float | None:
    """As ``language.evaluate`` has it: None where there is no finite real number."""
    try:
        value = base**exponent
    except (ZeroDivisionError, OverflowError):
        return None
    return value if isinstance(value, float) and math.isfinite(value) else None


def _nudged(value: float, way: float) -> float:
    return math.nextafter(math.nextafter(value, way), way)


def function(name: str, spans: list[Span]) -> Span:
    """One of the functions of numbers, on spans; a ramp runs between two fixed numbers."""
    undefined = any(each[2] for each in spans)
    if any(map(is_empty, spans)):
        return (math.inf, -math.inf, undefined)
    match name:
        case "min":
            return (min(s[0] for s in spans), min(s[1] for s in spans), undefined)
        case "max":
            return (max(s[0] for s in spans), max(s[1] for s in spans), undefined)
        case "abs":
            low, high, _ = spans[0]
            ends = (abs(low), abs(high))
            return (0.0 if low < 0 < high else min(ends), max(ends), undefined)
        case _:
            return _ramp(*spans)


def _ramp(number: Span, zero_at: Span, one_at: Span) -> Span:
    way = combine("-", number, zero_at)
    low, high, undefined = combine("/", way, combine("-", one_at, zero_at))
    return (min(1.0, max(0.0, low)), min(1.0, max(0.0, high)), undefined)
