"""Which days can hold what: every way to lay sessions out over a week, the best of each shape.

Two layouts have the same shape where they ask the same of the sessions: as many of them, as close.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from backfat_rules.training_week.spread import LENGTH, distance, gaps


class Shape(NamedTuple):
    """What a layout asks of its sessions.

    Attributes:
        strength: how many sessions of strength there are.
        intervals: how many of hard intervals.
        endurance: how many days are for endurance alone.
        close: for each session of strength whether the one before it, going round, is too close
            for both to load the same part of the back.
        loaded: for each whether intervals are as close.
        hard: for each whether intervals are so close that some moves stay away.
    """

    strength: int
    intervals: int
    endurance: int
    close: tuple[bool, ...]
    loaded: tuple[bool, ...]
    hard: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class DayLayout:
    """The days of strength, of hard intervals, and of endurance alone."""

    strength: tuple[int, ...]
    intervals: tuple[int, ...]
    endurance: tuple[int, ...]


@dataclass(frozen=True)
class Layouts:
    """What the days of a week can be laid out by.

    Attributes:
        days: those on which training can stand.
        most_days: on how many of them strength and intervals stand at most.
        strength: the numbers of sessions of strength that there may be.
        intervals: likewise of hard intervals.
        endurance: for each number of days that hold something on how many more there can be
            endurance alone.
        between: how many days lie between two loads of one part.
        away: how many between intervals and the moves that stay away from them.
    """

    days: tuple[int, ...]
    most_days: int
    strength: range
    intervals: range
    endurance: tuple[int, ...]
    between: int
    away: int

    def all(self) -> Iterator[DayLayout]:
        """Every layout; sessions of strength are too close only where no others would fit."""
        for count in self.strength:
            choices = list(combinations(self.days, count))
            apart = [each for each in choices if not any(self._close(each))]
            for strength in apart or choices:
                yield from self._with_strength(strength)

    def shape(self, layout: DayLayout) -> Shape:
        """What a layout asks of its sessions."""
        return Shape(
            len(layout.strength),
            len(layout.intervals),
            len(layout.endurance),
            self._close(layout.strength),
            _near(layout.strength, layout.intervals, self.between),
            _near(layout.strength, layout.intervals, self.away),
        )

    def _with_strength(self, strength: tuple[int, ...]) -> Iterator[DayLayout]:
        free = [day for day in self.days if day not in strength]
        for count in self.intervals:
            if count and len(strength) + count > self.most_days:
                break
            for intervals in combinations(free, count):
                left = [day for day in free if day not in intervals]
                taken = len(strength) + len(intervals)
                most = self.endurance[taken] if taken < len(self.endurance) else 0
                for more in range(min(most, len(left)) + 1):
                    for endurance in combinations(left, more):
                        yield DayLayout(strength, intervals, endurance)

    def _close(self, days: tuple[int, ...]) -> tuple[bool, ...]:
        before = (*days[-1:], *days[:-1])
        return tuple(
            0 < distance(day, other) < self.between for day, other in zip(days, before, strict=True)
        )


def unevenness(days: Iterable[int]) -> int:
    """How far some days are from lying evenly in a week: the squares of the gaps between them.

    >>> unevenness((0, 2, 4)), unevenness((0, 1, 2)), unevenness(())
    (17, 27, 49)
    """
    return sum(gap * gap for gap in gaps(sorted(days))) or LENGTH * LENGTH


def _near(days: tuple[int, ...], others: tuple[int, ...], apart: int) -> tuple[bool, ...]:
    return tuple(any(distance(day, other) < apart for other in others) for day in days)
