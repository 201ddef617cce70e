"""Which numbers a variable can have: any in a range, whole ones, or those of a list."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Protocol

from backfat_rules.exact.spans import EMPTY, Span


class Grid(Protocol):
    """The numbers that a variable can have."""

    def snapped(self, span: Span) -> Span:
        """The span from the first to the last of them inside; empty where there is none."""

    def middle(self, span: Span) -> float:
        """One of them inside, a short number near the middle."""

    def halves(self, span: Span) -> tuple[Span, Span]:
        """The span cut near the middle, where at least two of them are inside."""

    def is_narrow(self, span: Span, width: float) -> bool:
        """Whether it is narrower than that, relative to its magnitude."""


@dataclass(frozen=True, slots=True)
class Reals:
    """All numbers."""

    def snapped(self, span: Span) -> Span:
        """The span itself."""
        return span

    def middle(self, span: Span) -> float:
        """Rounded to as few decimals as the span has room for."""
        return short_between(span[0], span[1], _halfway(span[0], span[1]))

    def halves(self, span: Span) -> tuple[Span, Span]:
        """Up to the middle, and from the next float on."""
        low, high, _ = span
        middle = _halfway(low, high)
        return _cut(span, middle if middle < high else low)

    def is_narrow(self, span: Span, width: float) -> bool:
        """Relative to the magnitude of the number, or to 1 near zero."""
        low, high, _ = span
        return high - low <= width * max(1.0, abs(low), abs(high))


@dataclass(frozen=True, slots=True)
class Wholes:
    """Whole numbers."""

    def snapped(self, span: Span) -> Span:
        """Rounded inwards."""
        low, high, undefined = span
        if low > high:
            return span
        return (float(math.ceil(low)), float(math.floor(high)), undefined)

    def middle(self, span: Span) -> float:
        """Rounded down."""
        return float(math.floor(_halfway(span[0], span[1])))

    def halves(self, span: Span) -> tuple[Span, Span]:
        """Up to the middle, and what follows."""
        return _cut(span, self.middle(span))

    def is_narrow(self, span: Span, width: float) -> bool:  # noqa: ARG002
        """Never: there is an end to cutting."""
        return False


@dataclass(frozen=True, slots=True)
class Listed:
    """The numbers of a list, in ascending order."""

    values: tuple[float, ...]

    def snapped(self, span: Span) -> Span:
        """From the first to the last value inside."""
        first, last = bisect_left(self.values, span[0]), bisect_right(self.values, span[1])
        if first >= last:
            return EMPTY if not span[2] else span
        return (self.values[first], self.values[last - 1], span[2])

    def between(self, low: float, high: float) -> tuple[float, ...]:
        """The values from one number to another."""
        return self.values[bisect_left(self.values, low) : bisect_right(self.values, high)]

    def middle(self, span: Span) -> float:
        """The value in the middle of the list's part."""
        first, last = bisect_left(self.values, span[0]), bisect_right(self.values, span[1])
        return self.values[(first + last - 1) // 2]

    def halves(self, span: Span) -> tuple[Span, Span]:
        """Up to the middle one, and what follows."""
        return _cut(span, self.middle(span))

    def is_narrow(self, span: Span, width: float) -> bool:  # noqa: ARG002
        """Never: there is an end to cutting."""
        return False


def _cut(span: Span, at: float) -> tuple[Span, Span]:
    return (span[0], at, False), (math.nextafter(at, math.inf), span[1], False)


def short_between(low: float, high: float, near: float) -> float:
    """The number with the fewest decimals in the range, rounded from a number in it."""
    for digits in range(16):
        short = round(near, digits)
        if low <= short <= high:
            return short
    return near


def _halfway(low: float, high: float) -> float:
    """The middle; for ends far apart in magnitude the middle of their exponents."""
    if low < 0 < high:
        return 0.0
    if high <= 0:
        return -_halfway(-high, -low) if low < 0 else 0.0
    if high > 1e6 and high > 1e3 * low:
        return math.sqrt(max(low, 1.0)) * math.sqrt(high)
    return low + (high - low) / 2
