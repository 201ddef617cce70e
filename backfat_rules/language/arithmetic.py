"""The arithmetic of generated Python: as ``evaluate`` has it, with NaN in the place of unknown.

NaN makes every comparison false, so a comparison in generated code is true only where it is certain
and needs no test for what is missing. What is no number, such as a range, counts as unknown: adding
to it is a TypeError.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable, Collection, Mapping
from typing import Any

UNKNOWN = math.nan
"""A number that is not known, or has no finite value."""

LARGEST = sys.float_info.max

UNTOLD: tuple[str, ...] = ()
"""A set fact without an answer; an answered one is a frozenset, which may be empty."""


def exact(value: Any) -> float:
    """A number as it is; whatever else stands for one, such as a range, is unknown here."""
    return value if isinstance(value, (int, float)) else UNKNOWN


def plus(left: float, right: float) -> float:
    """The sum."""
    try:
        result = left + right
        return result if -LARGEST <= result <= LARGEST else UNKNOWN
    except (TypeError, OverflowError):
        return UNKNOWN


def minus(left: float, right: float) -> float:
    """The difference."""
    try:
        result = left - right
        return result if -LARGEST <= result <= LARGEST else UNKNOWN
    except (TypeError, OverflowError):
        return UNKNOWN


def times(left: float, right: float) -> float:
    """The product."""
    try:
        result = left * right
        return result if -LARGEST <= result <= LARGEST else UNKNOWN
    except (TypeError, OverflowError):
        return UNKNOWN


def divided(left: float, right: float) -> float:
    """The quotient; unknown for a division by zero."""
    try:
        result = left / right
        return result if -LARGEST <= result <= LARGEST else UNKNOWN
    except (TypeError, ZeroDivisionError, OverflowError):
        return UNKNOWN


def power(left: float, right: float) -> float:
    """The power; unknown where it is not real. Python has ``nan ** 0`` as 1, and we do not.

    A square is a product, to be the same number on every machine and in every language.
    """
    if left != left or right != right:
        return UNKNOWN
    try:
        if right == 2:
            base = float(left)
            return times(base, base)
        result = float(left) ** right
        # one that is too large is an error of Python's, one that is not real is complex
        return result if isinstance(result, float) else UNKNOWN
    except (TypeError, ZeroDivisionError, OverflowError):
        return UNKNOWN


def least(*numbers: float) -> float:
    """The least number; unknown as soon as one is."""
    for each in numbers:
        if each != each or not isinstance(each, (int, float)):
            return UNKNOWN
    return min(numbers)


def greatest(*numbers: float) -> float:
    """The greatest number; unknown as soon as one is."""
    for each in numbers:
        if each != each or not isinstance(each, (int, float)):
            return UNKNOWN
    return max(numbers)


def absolute(number: float) -> float:
    """The number without its sign."""
    return abs(exact(number))


def clamp(share: float) -> float:
    """The nearest number from 0 to 1."""
    return 1.0 if share >= 1.0 else 0.0 if share <= 0.0 else float(share)


def ramp(number: float, zero_at: float, one_at: float) -> float:
    """0 at ``zero_at``, 1 at ``one_at``, straight in between, and never outside 0 to 1."""
    try:
        way = number - zero_at
        length = one_at - zero_at
        share = way / length
    except (TypeError, ZeroDivisionError, OverflowError):
        return UNKNOWN
    if not -LARGEST <= way <= LARGEST or not -LARGEST <= length <= LARGEST:
        return UNKNOWN
    if not -LARGEST <= share <= LARGEST:
        return UNKNOWN
    return 1.0 if share >= 1.0 else share if share > 0.0 else 0.0


def count(words: Collection[str]) -> float:
    """How many words a set holds."""
    return UNKNOWN if words is UNTOLD else len(words)


OPERATORS: Mapping[str, Callable[[float, float], float]] = {
    "+": plus,
    "-": minus,
    "*": times,
    "/": divided,
    "**": power,
}
FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "min": least,
    "max": greatest,
    "abs": absolute,
    "ramp": ramp,
    "count": count,
}
