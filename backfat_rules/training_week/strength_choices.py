"""The strength of a week as choices: the moves of each session, and how many sets of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from backfat_rules.knowledge.training_rules import Slot
from backfat_rules.training_week.balance import weighed_goals
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.decided_week import DecidedItem
from backfat_rules.training_week.item_amounts import item_of, most_sets, seconds_of
from backfat_rules.training_week.layout_choices import LayoutChoices
from backfat_rules.training_week.open_moves import Candidate, small_moves
from backfat_rules.training_week.whole_numbers import Puzzle, Terms, counted, together, without


@dataclass(frozen=True, slots=True)
class MoveChoice:
    """A move in a place of a session.

    Attributes:
        at: the place of the choice whether it is there.
        more: those of the choices whether it has a set more than the least, and one more.
        seconds: how long it takes with the least sets.
        seconds_more: how long each of the further sets takes.
    """

    slot: Slot
    candidate: Candidate
    item: DecidedItem
    at: int
    more: tuple[int, ...]
    seconds: int
    seconds_more: tuple[int, ...]

    def sets(self, times: int = 1) -> dict[int, int]:
        """Its sets as a sum."""
        return {self.at: times * self.item.sets, **counted(self.more, times)}

    def time(self) -> dict[int, int]:
        """Its seconds as a sum."""
        return {self.at: self.seconds, **dict(zip(self.more, self.seconds_more, strict=True))}

    def chosen(self, values: Sequence[int]) -> DecidedItem:
        """The move with the sets of an answer."""
        return replace(self.item, sets=self.item.sets + sum(values[at] for at in self.more))


class StrengthChoices:
    """What the sessions of strength hold.

    Args:
        puzzle: what it is put into.
        builder: the person's.
        layouts: the days.
        count: of how many sessions at most.
        minutes: how long each may take without its warm-up.

    Attributes:
        there: for each session whether it is in the week, as a sum.
        sessions: for each what may stand in it.
    """

    def __init__(
        self,
        puzzle: Puzzle,
        builder: WeekBuilder,
        layouts: LayoutChoices,
        count: int,
        minutes: int,
    ) -> None:
        self._puzzle, self._layouts = puzzle, layouts
        self._moves, self._numbers = builder.moves, builder.numbers
        self._rule, self._seconds = builder.moves.rules.get("strength"), 60 * minutes
        self.there = [layouts.lifting(number) for number in range(count)]
        self.sessions = tuple(tuple(self._choices()) for _ in range(count))
        for number, choices in enumerate(self.sessions):
            self._keep_session(self.there[number], choices)
        self._keep_rests()
        self._keep_week()

    def keep_time(self, room: Sequence[Mapping[int, int]]) -> None:
        """Let each session end in time, and leave the minutes that are taken after it."""
        for choices, there, minutes in zip(self.sessions, self.there, room, strict=True):
            seconds = together(*(each.time() for each in choices))
            after = {at: 60 * much for at, much in minutes.items()}
            most = dict.fromkeys(there, self._seconds)
            self._puzzle.keep(without(together(seconds, after), most), most=0)

    def every(self) -> Iterator[MoveChoice]:
        """All moves of all sessions."""
        for choices in self.sessions:
            yield from choices

    def half_sets(self, muscle: str) -> dict[int, int]:
        """The half sets of a muscle in the week: two where it works most, one where it helps."""
        found: list[Mapping[int, int]] = []
        for each in self.every():
            exercise = each.candidate.exercise
            halves = 2 * (muscle in exercise.primary) + (muscle in exercise.secondary)
            if halves:
                found.append(each.sets(halves))
        return together(*found)

    def covering(self, part: str) -> dict[int, int]:
        """The moves that count for a part of the back."""
        return counted(each.at for each in self.every() if part in each.candidate.covers)

    def _choices(self) -> Iterator[MoveChoice]:
        rule = self._rule
        for slot in rule.slots if rule else ():
            for candidate in self._moves.for_slot(rule, slot) if rule else ():
                item = item_of(candidate, slot.id, self._numbers)
                most = max(item.sets, most_sets(candidate)) if candidate.grows else item.sets
                times = [
                    seconds_of(replace(item, sets=sets), self._numbers)
                    for sets in range(item.sets, most + 1)
                ]
                if times[0] <= self._seconds:
                    at = self._puzzle.choice()
                    more = tuple(self._puzzle.choice() for _ in times[1:])
                    longer = tuple(after - before for before, after in pairwise(times))
                    for before, after in pairwise((at, *more)):
                        self._puzzle.keep({after: 1, before: -1}, most=0)
                    yield MoveChoice(slot, candidate, item, at, more, times[0], longer)

    def _keep_session(self, there: Terms, choices: tuple[MoveChoice, ...]) -> None:
        """What holds within one session."""
        once = {*self._rule.once} if self._rule else set()
        small = self._moves.knowledge.once(small_moves)
        groups: dict[tuple[str, str], list[int]] = defaultdict(list)
        for each in choices:
            exercise = each.candidate.exercise
            groups["place", each.slot.id].append(each.at)
            groups["move", exercise.id].append(each.at)
            for tag in {*exercise.tags} & once:
                groups["once", tag].append(each.at)
            if exercise.id in small:
                groups["small", exercise.primary[0]].append(each.at)
        for places in groups.values():
            self._puzzle.keep(without(counted(places), there), most=0)
        every = counted(each.at for each in choices)
        most = self._numbers("moves-most")
        self._puzzle.keep(without(every, there), least=0)
        self._puzzle.keep(without(every, dict.fromkeys(there, most)), most=0)

    def keep_apart(self, away_from: Iterable[str], loads: Iterable[str]) -> None:
        """Keep away from hard intervals the moves with some tags, and those that load as they."""
        tags, parts = {*away_from}, {*loads}
        for number, choices in enumerate(self.sessions):
            hard = self._layouts.hard(number)
            near = self._layouts.loaded(number)
            for each in choices:
                if hard and not tags.isdisjoint(each.candidate.exercise.tags):
                    self._puzzle.keep({each.at: 1, **hard}, most=1)
                if near and not parts.isdisjoint(each.candidate.loads):
                    self._puzzle.keep({each.at: 1, **near}, most=1)

    def _keep_rests(self) -> None:
        """No two sessions that are close load the same part of the back."""
        loads = [self._loads(choices) for choices in self.sessions]
        for count in range(2, len(self.sessions) + 1):
            for number in range(count):
                close = self._layouts.close(number, count)
                before = loads[(number - 1) % count]
                if close:
                    for part, at in loads[number].items():
                        if part in before:
                            self._puzzle.keep({at: 1, before[part]: 1, **close}, most=2)

    def _loads(self, choices: tuple[MoveChoice, ...]) -> dict[str, int]:
        """For each part of the back the choice whether a session loads it."""
        found: dict[str, int] = {}
        for each in choices:
            for part in sorted(each.candidate.loads):
                if part not in found:
                    found[part] = self._puzzle.choice()
                self._puzzle.keep({each.at: 1, found[part]: -1}, most=0)
        return found

    def _keep_week(self) -> None:
        """What holds over all sessions: sets of a muscle, moves of which there is one, balance."""
        most = self._numbers("weekly-sets-most")
        muscles = {muscle for each in self.every() for muscle in each.candidate.exercise.primary}
        for muscle in sorted(muscles):
            by_session = [
                together(*(each.sets() for each in choices if _works(each, muscle)))
                for choices in self.sessions
            ]
            share = self._layouts.terms(lambda s: -(-most // max(1, s.strength)))
            for sets in by_session:
                self._puzzle.keep(without(sets, share), most=0)
            self._puzzle.keep(together(*by_session), most=most)
        lifts: dict[str, list[int]] = defaultdict(list)
        for each in self.every():
            if each.candidate.once_a_week is not None:
                lifts[each.candidate.once_a_week].append(each.at)
        for places in lifts.values():
            self._puzzle.keep(counted(places), most=1)
        for goal in weighed_goals(self._rule, self._moves) if self._rule else ():
            against, serving = self._of(goal.not_below), self._of(goal.patterns)
            self._puzzle.keep(without(against, serving), most=0)

    def _of(self, patterns: Iterable[str]) -> dict[int, int]:
        """The sets of moves that move so."""
        chosen = {*patterns}
        return together(
            *(each.sets() for each in self.every() if each.candidate.exercise.pattern in chosen)
        )


def _works(choice: MoveChoice, muscle: str) -> bool:
    return muscle in choice.candidate.exercise.primary
