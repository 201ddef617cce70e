"""The values that a number may be changed to: realistic steps, and something between all limits.

From a told value the steps go both ways. Between two neighbouring limits of a condition all values
are worth the same, so the first step past a limit stands for them, and, where no step falls between
the two, the value with the fewest decimals. A number that the condition combines with others may
take any step in its range. A number that was not told starts from each limit.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from backfat_rules.exact.domains import limits_of, span_of
from backfat_rules.exact.problem import Problem
from backfat_rules.exact.spans import LARGEST
from backfat_rules.language import Range
from backfat_rules.profile import Fact

MOST_STEPS = 1000
"""How many steps either way are tried where a number has no limit of its own."""


FEW = 8
"""How many values on either side are compared for the fewest steps."""


def step_of(fact: Fact) -> float:
    """The step of a fact; 1 where none is declared, and whole for whole numbers."""
    step = fact.step if fact.step is not None and fact.step > 0 else 1.0
    return max(1.0, float(round(step))) if fact.whole else float(step)


def steps_between(fact: Fact, before: float, after: float) -> int:
    """How many steps a change takes; a part of one counts as one."""
    return max(1, math.ceil(round(abs(after - before) / step_of(fact), 9)))


def nearest(fact: Fact, present: float, values: Sequence[float]) -> float:
    """The value with the fewest steps, and of those one that whole steps lead to."""
    at = bisect_left(values, present)
    both_ways = (values[at : at + FEW], values[max(0, at - FEW) : at])
    step = step_of(fact)

    def order(value: float) -> tuple[int, bool, float, float]:
        way = abs(value - present)
        is_off = abs(way - step * round(way / step)) > 1e-6
        return (steps_between(fact, present, value), is_off, way, value)

    return min((value for near in both_ways for value in near), key=order)


def candidates(problem: Problem, fact: Fact, present: float | Range | None) -> tuple[float, ...]:
    """All values to try, ascending, without the present one.

    From a range they are the nearest number of each cell, or one that lies in both.
    """
    low, high, _ = limits_of(fact)
    found: set[float] = set()
    if isinstance(present, Range):
        found.update(inside(problem, fact, present))
        for first, last in _cells(problem, fact):
            nearest_told = present.clamped(first if present.lowest < first else last)
            if not first <= nearest_told <= last:
                found.add(_nearest(fact, nearest_told, first, last))
        if fact.name in problem.mixed:
            found.update(_all_steps(fact, present.clamped(low)))
        return tuple(sorted(value for value in found if low <= value <= high))
    for first, last in _cells(problem, fact):
        if present is None:
            found.update(_around(fact, first, last))
        elif not first <= present <= last:
            found.add(_nearest(fact, present, first, last))
    if fact.name in problem.mixed:
        found.update(_all_steps(fact, present))
    return tuple(sorted(value for value in found if low <= value <= high and value != present))


def inside(problem: Problem, fact: Fact, told: Range) -> tuple[float, ...]:
    """A number of a range for each cell that it meets, ascending."""
    low, high, _ = span_of(told, fact)
    found = (
        _short(fact, max(first, low), min(last, high), 1)
        for first, last in _cells(problem, fact)
        if max(first, low) <= min(last, high)
    )
    return tuple(sorted(value for value in found if low <= value <= high))  # a NaN is nowhere


def _cells(problem: Problem, fact: Fact) -> Iterator[tuple[float, float]]:
    """The parts into which the limits of the condition cut the range, limits by themselves."""
    low, high, _ = limits_of(fact)
    limits = problem.limits.get(fact.name, ())
    ends = [limit for limit in limits if low <= limit <= high]
    first = low
    for limit in ends:
        yield first, math.nextafter(limit, -math.inf)
        yield limit, limit
        first = math.nextafter(limit, math.inf)
    yield first, high


def _nearest(fact: Fact, present: float, first: float, last: float) -> float:
    """The fewest steps from the present value into a cell; NaN where the cell holds nothing."""
    edge, way = (first, 1) if first > present else (last, -1)
    count = math.ceil(round(abs(edge - present) / step_of(fact), 9))
    for steps in (count, count + 1):  # an open end lies a hair before the limit that makes it
        stepped = round(present + way * steps * step_of(fact), 9)
        if first <= stepped <= last:
            return stepped
    return _short(fact, first, last, way)


def _short(fact: Fact, first: float, last: float, way: int) -> float:
    """The value with the fewest decimals next to the near end of a cell."""
    if fact.whole:
        whole = math.ceil(first) if way > 0 else math.floor(last)
        return float(whole) if first <= whole <= last else math.nan
    for digits in range(10):
        scale = 10.0**digits
        if abs(first) > LARGEST / scale or abs(last) > LARGEST / scale:
            break
        value = math.ceil(first * scale) / scale if way > 0 else math.floor(last * scale) / scale
        if first <= value <= last:
            return value
    return first if way > 0 else last


def _around(fact: Fact, first: float, last: float) -> Iterator[float]:
    """For a number that was not told: one step from either end of a cell, or what lies in it."""
    low, high, _ = limits_of(fact)
    step = step_of(fact)
    if first == last:
        yield first if not fact.whole or first.is_integer() else math.nan
        return
    steps = []
    if first > low:
        steps.append(round(first + step, 9))
    if last < high:
        steps.append(round(last - step, 9))
    inside = [value for value in steps if first <= value <= last and _fits(fact, value)]
    yield from inside or [_short(fact, first, last, -1 if first <= low else 1)]


def _fits(fact: Fact, value: float) -> bool:
    return value.is_integer() or not fact.whole


def _all_steps(fact: Fact, present: float | None) -> Iterator[float]:
    """Every step in the range, and its two ends."""
    low, high, _ = limits_of(fact)
    step = step_of(fact)
    limited = fact.low is not None and fact.high is not None
    anchor = present if present is not None else low if fact.low is not None else 0.0
    down = min((anchor - low) / step, MOST_STEPS) if not limited else (anchor - low) / step
    up = min((high - anchor) / step, MOST_STEPS) if not limited else (high - anchor) / step
    yield from (round(anchor + at * step, 9) for at in range(-int(down), int(up) + 1))
    if limited:
        yield from (low, high)
