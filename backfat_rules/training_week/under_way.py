"""A week that is being put together: what stands in it, and what it has loaded so far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.training_week.decided_week import DecidedItem, DecidedSession
from backfat_rules.training_week.spread import LENGTH, distance

WHOLE, HALF = 2, 1
"""Sets are counted in halves: a muscle that only helps gets half of one."""


class UnderWay:
    """Seven days, filled one session after the other.

    Attributes:
        sessions: by day.
        half_sets: by muscle, those in which it only helps too.
        own_sets: by muscle, the sets in which it works most.
        pattern_sets: by how a move moves, its sets.
        lifts: the rules by which a week has one move of a kind, for those that it has.
        used: how often each move stands in the week.
        covered: the parts of the back that have had something.
    """

    def __init__(self, days_between: int) -> None:
        self.sessions: list[list[DecidedSession]] = [[] for _ in range(LENGTH)]
        self.half_sets: Counter[str] = Counter()
        self.own_sets: Counter[str] = Counter()
        self.pattern_sets: Counter[str] = Counter()
        self.lifts: set[str] = set()
        self.used: Counter[str] = Counter()
        self.covered: set[str] = set()
        self._loads: list[set[str]] = [set() for _ in range(LENGTH)]
        self._days_between = days_between

    def may_load(self, day: int, parts: Iterable[str]) -> bool:
        """Whether parts of the back have had their rest, and will have it, if loaded on a day."""
        near = (other for other in range(LENGTH) if 0 < distance(day, other) < self._days_between)
        return all(self._loads[other].isdisjoint(parts) for other in near)

    def load(self, day: int, parts: Iterable[str]) -> None:
        """Let parts of the back be loaded on a day."""
        self._loads[day].update(parts)

    def take(self, day: int, exercise: Exercise, item: DecidedItem, loads: Iterable[str]) -> None:
        """Count a move of a session that trains."""
        self.add_sets(exercise, item.sets)
        self.used[exercise.id] += 1
        self.covered.update(item.covers)
        self.load(day, loads)

    def add_sets(self, exercise: Exercise, sets: int) -> None:
        """Count some sets of a move for the muscles that it trains."""
        self.pattern_sets[exercise.pattern] += sets
        for muscle in exercise.primary:
            self.own_sets[muscle] += sets
            self.half_sets[muscle] += WHOLE * sets
        for muscle in exercise.secondary:
            self.half_sets[muscle] += HALF * sets

    def put(self, day: int, session: DecidedSession) -> None:
        """Let a session stand on a day."""
        self.sessions[day].append(session)

    def cool_down(self, day: int) -> int:
        """How long the easy end of a day takes so far."""
        return sum(each.cool_down_minutes for each in self.sessions[day])

    def put_last(self, day: int, session: DecidedSession) -> None:
        """Let a session end a day: the others end without easy minutes of their own."""
        self.sessions[day] = [
            replace(each, minutes=each.minutes - each.cool_down_minutes, cool_down_minutes=0)
            for each in self.sessions[day]
        ]
        self.put(day, session)

    def minutes(self, day: int) -> int:
        """How long the sessions of a day take so far."""
        return sum(each.minutes for each in self.sessions[day])
