"""Which wishes about a week cannot hold together, and what giving up one of them would give."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from backfat_rules.training_week.conflict_search import smallest_conflict
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.decided_week import DecidedWeek
from backfat_rules.training_week.spread import LENGTH
from backfat_rules.training_week.week_limits import Limits


@dataclass(frozen=True, slots=True)
class DecidedConflict:
    """Wishes that cannot hold together, though they can without any one of them.

    Attributes:
        wishes: limits by the name of their fact, and goals by their id.
        gives: for each of them the goals that a week without it reaches besides.
        costs: for each that gives nothing besides, the goals that a week without it no longer
            reaches, if it is to hold the other wishes.
    """

    wishes: tuple[str, ...]
    gives: tuple[tuple[str, ...], ...]
    costs: tuple[tuple[str, ...], ...] = ()


CanBeReached = Callable[[WeekBuilder, Sequence[str]], bool]
"""Whether some goals can be reached together within the limits of a builder."""


class Wishes:
    """Asks again and again what a week within fewer limits could reach; each answer is kept.

    Args:
        builder: the person's.
        week: whose missed goals are looked into.
        can_be_reached: what is asked once more before a conflict is told, where it is there.
    """

    def __init__(
        self,
        builder: WeekBuilder,
        week: DecidedWeek,
        can_be_reached: CanBeReached | None = None,
    ) -> None:
        self._builder, self._week = builder, week
        self._can_be_reached = can_be_reached
        self._limits = builder.limits.wished
        self._goals = builder.person.knowledge.week_goals
        self._reached: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {}

    def conflicts(self) -> tuple[DecidedConflict, ...]:
        """One smallest conflict for each goal that is missed and not out of reach."""
        found: dict[tuple[str, ...], DecidedConflict] = {}
        reachable = self._met((), self._goals)
        for goal in self._week.missed:
            if goal in reachable and not any(goal in wishes for wishes in found):
                wishes = self._smallest(self._asked(goal))
                # one alone is out of reach, whatever is given up
                if len(wishes) > 1 and not self._hold_after_all(wishes):
                    gives = tuple(self._gives(wishes))
                    costs = tuple(self._costs(wishes, gives))
                    found[wishes] = DecidedConflict(wishes, gives, costs)
        return tuple(found.values())

    def _smallest(self, wishes: tuple[str, ...]) -> tuple[str, ...]:
        """A conflict from which nothing can be left out; empty if there is none.

        A week is put together step by step, so that fewer wishes are now and then harder for it;
        each conflict is therefore looked at once more without each of its wishes.
        """
        found = smallest_conflict(self._hold, wishes)
        if not found or self._hold(found):
            return ()
        for each in found:
            rest = tuple(other for other in found if other != each)
            if not self._hold(rest):
                return self._smallest(rest)
        return found

    def _hold_after_all(self, wishes: tuple[str, ...]) -> bool:
        """Whether a week that is not put together step by step can hold them all."""
        if self._can_be_reached is None:
            return False
        return self._can_be_reached(
            self.within(wishes), [each for each in wishes if each in self._goals]
        )

    def within(self, wishes: Iterable[str]) -> WeekBuilder:
        """What builds a week that keeps the limits among some wishes, and no other."""
        return self._builder.within(self._loosened(frozenset(wishes) & {*self._limits}))

    def _asked(self, goal: str) -> tuple[str, ...]:
        """The goal with the limits; where these leave room for it, with the other goals."""
        alone = (*self._limits, goal)
        if not self._hold(alone):
            return alone
        met = sorted(self._week.met, key=lambda each: self._goals[each].kind is None)
        return (*met, *self._limits, goal)

    def _hold(self, wishes: tuple[str, ...]) -> bool:
        """Whether a week within the limits among the wishes reaches the goals among them."""
        goals = [each for each in wishes if each in self._goals]
        return {*goals} <= self._met(wishes, goals)

    def _gives(self, wishes: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        for each in wishes:
            others = [name for name in self._limits if name != each]
            goals = [goal for goal in self._goals if goal != each]
            reached = self._met(others, goals)
            yield tuple(goal for goal in self._week.missed if goal in reached)

    def _costs(
        self, wishes: tuple[str, ...], gives: tuple[tuple[str, ...], ...]
    ) -> Iterator[tuple[str, ...]]:
        for each, besides in zip(wishes, gives, strict=True):
            if besides or each in self._goals:
                yield ()
                continue
            others = [name for name in wishes if name != each]
            reached = self._met(others, [name for name in others if name in self._goals])
            yield tuple(goal for goal in self._week.met if goal not in reached)

    def _met(self, limits: Iterable[str], goals: Iterable[str]) -> frozenset[str]:
        """What a week reaches that keeps some limits and aims at some goals."""
        kept = frozenset(each for each in limits if each in self._limits)
        kinds = self._builder.kinds_for(goals)
        if (kept, kinds) not in self._reached:
            self._reached[kept, kinds] = self.within(kept).reached(kinds)
        return self._reached[kept, kinds]

    def _loosened(self, kept: frozenset[str]) -> Limits:
        """The limits without those that are not kept."""
        limits, numbers = self._builder.limits, self._builder.numbers
        every_day = LENGTH - numbers("free-days")
        dropped = {*limits.wished} - kept
        if "training_days" in dropped:
            limits = replace(limits, days=tuple(range(LENGTH)))
        if dropped & {"training_days", "days"} and "days" not in kept:
            count = every_day if "training_days" not in kept else len(limits.days)
            limits = replace(limits, most_days=min(count, every_day))
        if "minutes_per_session" in dropped:
            limits = replace(limits, minutes=numbers("minutes-most"))
        limits = self._with_more_gear(limits, dropped)
        if "disliked_exercises" in dropped:
            limits = replace(limits, disliked=frozenset())
        return replace(limits, wished=tuple(each for each in limits.wished if each in kept))

    def _with_more_gear(self, limits: Limits, dropped: Collection[str]) -> Limits:
        """With gear that could be bought, and with that of places to which one could go."""
        there = limits.equipment
        if "location" in dropped and there is not None:
            there |= limits.elsewhere
        if "equipment" in dropped:
            exercises = self._builder.person.knowledge.exercises.values()
            every = {thing for each in exercises for things in each.equipment for thing in things}
            out_of_reach = frozenset() if "location" in dropped else limits.only_elsewhere
            there = frozenset(every) - (out_of_reach - (there or frozenset()))
        return replace(limits, equipment=there)
