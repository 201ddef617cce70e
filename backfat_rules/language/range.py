"""A number that is known only to lie between two ends, such as "less than 7" or "5 to 7"."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, fields
from typing import TypeGuard, TypeVar

Known = TypeVar("Known")


@dataclass(frozen=True, slots=True, repr=False)
class Range:
    """All numbers between two ends, each of them closed, open or absent.

    A comparison is True only if it is certain: it holds for every number of the range, and for
    every number of the other range. So ``not (a < b)`` does not say that ``a >= b``; ask for both.
    Two ranges are equal if they have the same ends.

    Args:
        at_least: the lower end, a number of the range.
        above: the lower end, itself outside.
        at_most: the upper end, a number of the range.
        below: the upper end, itself outside.

    Attributes:
        lowest: the least number of the range; minus infinity where it has no lower end.
        highest: the greatest number of the range; infinity where it has no upper end.

    Raises:
        ValueError: there is no end, one that is not finite, two kinds of the same end, or no
            number in between.

    >>> short = Range(at_least=5, below=7)
    >>> short < 7, short < 6, short >= 6, 8 > short, short.contains(6.9)
    (True, False, False, True, True)
    """

    at_least: float | None = None
    above: float | None = None
    at_most: float | None = None
    below: float | None = None
    lowest: float = field(init=False)
    highest: float = field(init=False)

    def __post_init__(self) -> None:
        for name in ENDS:
            end = getattr(self, name)
            if end is not None:
                object.__setattr__(self, name, _finite(end))
        _one_kind("at_least", self.at_least, "above", self.above)
        _one_kind("at_most", self.at_most, "below", self.below)
        if not self.ends:
            raise ValueError("a range needs an end.")
        object.__setattr__(self, "lowest", _inside(self.at_least, self.above, -math.inf))
        object.__setattr__(self, "highest", _inside(self.at_most, self.below, math.inf))
        if self.lowest > self.highest:
            said = " and ".join(f"{_WORDS[name]} {end:g}" for name, end in self.ends.items())
            raise ValueError(f"no number is {said}.")

    @property
    def ends(self) -> dict[str, float]:
        """The ends that there are, by their names: the range as JSON has it."""
        told = ((name, getattr(self, name)) for name in ENDS)
        return {name: end for name, end in told if end is not None}

    def contains(self, number: float) -> bool:
        """Whether a number lies in the range."""
        return self.lowest <= number <= self.highest

    def clamped(self, number: float) -> float:
        """The number of the range that is nearest to a number."""
        return min(self.highest, max(self.lowest, number))

    def __lt__(self, other: float | Range) -> bool:
        return self.highest < (other.lowest if isinstance(other, Range) else other)

    def __le__(self, other: float | Range) -> bool:
        return self.highest <= (other.lowest if isinstance(other, Range) else other)

    def __gt__(self, other: float | Range) -> bool:
        return self.lowest > (other.highest if isinstance(other, Range) else other)

    def __ge__(self, other: float | Range) -> bool:
        return self.lowest >= (other.highest if isinstance(other, Range) else other)

    def __repr__(self) -> str:
        return f"Range({', '.join(f'{name}={end!r}' for name, end in self.ends.items())})"


ENDS = tuple(each.name for each in fields(Range) if each.init)
"""The names of the ends, from the lower to the upper."""

_WORDS = {"at_least": "at least", "above": "above", "at_most": "at most", "below": "below"}


def exactly(value: Known) -> Known | float:
    """The number, where a range holds no other; any other value as it is.

    >>> exactly(Range(at_least=7, at_most=7)), exactly(Range(below=7)), exactly("red")
    (7.0, Range(below=7.0), 'red')
    """
    if isinstance(value, Range) and value.lowest == value.highest:
        return value.lowest
    return value


def is_exact(value: object) -> bool:
    """Whether a value is known, and not only to a range."""
    return value is not None and not isinstance(value, Range)


def is_number(value: object) -> TypeGuard[int | float | Range]:
    """Whether a value is a number, exact or a range."""
    return isinstance(value, (int, float, Range))


def _finite(end: float) -> float:
    try:
        number = float(end) + 0.0  # minus zero is zero
    except OverflowError:
        number = math.inf
    if not math.isfinite(number):
        raise ValueError("the end of a range is a finite number; leave it out if there is none.")
    return number


def _one_kind(closed: str, one: float | None, opened: str, other: float | None) -> None:
    if one is not None and other is not None:
        raise ValueError(f"{closed} and {opened} are the same end, given twice.")


def _inside(closed: float | None, opened: float | None, without: float) -> float:
    """The last number before an end, seen from inside; numbers are floats."""
    if opened is not None:
        return math.nextafter(opened, -without)
    return without if closed is None else closed
