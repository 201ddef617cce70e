"""Days far apart: a week goes round, and Monday follows Sunday."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

LENGTH = 7


def distance(day: int, other: int) -> int:
    """How many days lie between two days of a week, the shorter way round.

    >>> distance(0, 2), distance(0, 6), distance(3, 3)
    (2, 1, 0)
    """
    apart = abs(day - other)
    return min(apart, LENGTH - apart)


def gaps(days: Sequence[int]) -> tuple[int, ...]:
    """From each of some days in order to the next, the last to the first of the next week.

    >>> gaps((0, 2, 4)), gaps((3,))
    ((2, 2, 3), (7,))
    """
    return tuple(
        (after - day) % LENGTH or LENGTH
        for day, after in zip(days, (*days[1:], *days[:1]), strict=True)
    )


def far_apart(days: Iterable[int], count: int, from_others: Sequence[int] = ()) -> tuple[int, ...]:
    """So many of some days, as far from each other, and then from others, as can be.

    Of several such choices the one that comes first in the week is taken.

    >>> far_apart(range(7), 3), far_apart((0, 1), 2), far_apart(range(7), 2, from_others=(0, 3))
    ((0, 2, 4), (0, 1), (1, 5))
    """
    ordered = sorted({*days})
    choices = combinations(ordered, min(count, len(ordered)))

    def closeness(choice: tuple[int, ...]) -> tuple[list[int], int, tuple[int, ...]]:
        near = sorted(gaps(choice)) if choice else []
        others = sum(distance(day, other) == 0 for day in choice for other in from_others)
        beside = sum(distance(day, other) == 1 for day in choice for other in from_others)
        return [-gap for gap in near], others * LENGTH + beside, choice

    return min(choices, key=closeness, default=())
