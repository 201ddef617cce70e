"""One session of strength: its slots are filled by rank, and stand in the order of doing."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.training_rules import SessionRule, Slot
from backfat_rules.training_week.balance import is_balanced, weighed_goals
from backfat_rules.training_week.decided_week import DecidedItem, DecidedSession
from backfat_rules.training_week.item_amounts import (
    cool_down_of,
    item_of,
    most_sets,
    seconds_of,
    session_minutes,
    warm_up_of,
)
from backfat_rules.training_week.open_moves import Candidate, OpenMoves, small_moves
from backfat_rules.training_week.preference import Preference
from backfat_rules.training_week.under_way import UnderWay
from backfat_rules.training_week.week_limits import Numbers


@dataclass
class Filled:
    """A slot and the move that was taken for it."""

    slot: Slot
    candidate: Candidate
    item: DecidedItem


class StrengthSession:
    """Puts one session together.

    Args:
        rule: the session that it follows.
        moves: what is open.
        numbers: those of the person.
        preference: what the person's week prefers.
        banned: the tags of moves that cannot stand on this day.
        share: how much of the sets of a week may be done once this session is over.
    """

    def __init__(
        self,
        rule: SessionRule,
        moves: OpenMoves,
        numbers: Numbers,
        preference: Preference,
        banned: Collection[str] = (),
        share: Fraction = Fraction(1),
    ) -> None:
        self._rule, self._moves, self._numbers = rule, moves, numbers
        self._preference, self._banned = preference, frozenset(banned)
        self._most = int(share * numbers("weekly-sets-most"))
        self._weighed = tuple(weighed_goals(rule, moves))

    def put(self, day: int, minutes: int, week: UnderWay) -> None:
        """Fill a day of the week, if anything fits."""
        around = warm_up_of(minutes, self._numbers), cool_down_of(minutes, self._numbers)
        left = (minutes - sum(around)) * 60
        filled: list[Filled] = []
        slots = sorted(self._rule.slots, key=lambda each: each.rank)
        for extra in (False, True):
            for slot in (each for each in slots if each.extra is extra):
                left = self._fill(slot, day, left, week, filled)
            if self._moves.may_grow(self._rule):
                left = self._more_sets(
                    filled, left, week, None if extra else self._numbers("sets-before-extras")
                )
        if filled:
            week.put(day, self.session(filled, *around))

    def _fill(self, slot: Slot, day: int, left: int, week: UnderWay, filled: list[Filled]) -> int:
        """Let a move stand in a slot, if one fits; the seconds that are left then."""
        if len(filled) == self._numbers("moves-most"):
            return left
        taken = self._best(slot, day, left, week, filled)
        if taken is None:
            return left
        filled.append(taken)
        each = taken.candidate
        week.take(day, each.exercise, taken.item, each.loads)
        if each.once_a_week is not None:
            week.lifts.add(each.once_a_week)
        return left - seconds_of(taken.item, self._numbers)

    def _best(
        self, slot: Slot, day: int, left: int, week: UnderWay, filled: list[Filled]
    ) -> Filled | None:
        """The move for a slot that is liked best of those that fit."""
        here = {each.item.exercise for each in filled}
        had = {tag for each in filled for tag in each.candidate.exercise.tags}
        small = self._small_work(filled)
        banned = self._banned | (had & {*self._rule.once})
        every = self._moves.for_slot(self._rule, slot)
        poor = self._preference.is_makeshift
        only_poor = all(poor(each.id, slot) for each in every)
        fitting = (
            (self._preference.of(each, slot, week), each.id, each)
            for each in every
            if each.id not in here
            # a makeshift stands where nothing else is open, or where a part would get nothing
            and (only_poor or not poor(each.id, slot) or not {*each.covers} <= week.covered)
            and banned.isdisjoint(each.exercise.tags)
            and self._small_work_of(each).isdisjoint(small)
            and week.may_load(day, each.loads)
            and each.once_a_week not in week.lifts
        )
        for _, _, candidate in sorted(fitting, key=lambda each: (-each[0], each[1])):
            item = item_of(candidate, slot.id, self._numbers)
            fits = seconds_of(item, self._numbers) <= left
            if fits and self._has_room(candidate, item.sets, week):
                return Filled(slot, candidate, item)
        return None

    def _small_work(self, filled: list[Filled]) -> set[str]:
        """The muscles for which a small move stands in the session already."""
        return {muscle for each in filled for muscle in self._small_work_of(each.candidate)}

    def _small_work_of(self, candidate: Candidate) -> frozenset[str]:
        """The muscle that a small move works first; one such move for it is enough."""
        is_small = candidate.id in self._moves.knowledge.once(small_moves)
        return frozenset(candidate.exercise.primary[:1]) if is_small else frozenset()

    def _more_sets(
        self, filled: list[Filled], left: int, week: UnderWay, most: int | None = None
    ) -> int:
        """Use the time that is left for further sets, where there are fewest and by rank.

        Args:
            filled: the moves.
            left: how many seconds there are.
            week: where they stand.
            most: up to so many sets; up to those of the dose if None.

        Returns:
            The seconds that are left then.
        """
        growing = list(filled)
        while growing:
            each = min(growing, key=lambda one: one.item.sets)
            more = replace(each.item, sets=each.item.sets + 1)
            cost = seconds_of(more, self._numbers) - seconds_of(each.item, self._numbers)
            is_dosed = more.sets <= min(most_sets(each.candidate), most or more.sets)
            if is_dosed and cost <= left and self._has_room(each.candidate, 1, week):
                week.add_sets(each.candidate.exercise, 1)
                each.item, left = more, left - cost
            else:
                growing.remove(each)
        return left

    def _has_room(self, candidate: Candidate, sets: int, week: UnderWay) -> bool:
        """Whether no muscle works more than a week asks of it, and no goal loses its balance.

        Where a muscle only helps does not count.
        """
        primary, pattern = candidate.exercise.primary, candidate.exercise.pattern
        weighed = (goal for goal in self._weighed if pattern in goal.not_below)
        return all(week.own_sets[each] + sets <= self._most for each in primary) and all(
            is_balanced(goal, week.pattern_sets, sets) for goal in weighed
        )

    def session(self, filled: list[Filled], warm_up: int, cool_down: int) -> DecidedSession:
        """The session that some filled slots make, in the order of doing."""
        items = tuple(self._in_order(filled))
        seconds = sum(seconds_of(each, self._numbers) for each in items)
        minutes = session_minutes(warm_up + cool_down, seconds)
        return DecidedSession(
            self._rule.id, self._rule.kind, minutes, warm_up, items, cool_down_minutes=cool_down
        )

    def _before_lift(self, filled: list[Filled]) -> tuple[str, ...] | None:
        """How those move that come before the one lift of the week; None where it is not here."""
        lifts = self._moves.knowledge.heavy_lifts
        here = (each.candidate.once_a_week for each in filled)
        return next((lifts[id].follows for id in here if id is not None), None)

    def _in_order(self, filled: list[Filled]) -> Iterator[DecidedItem]:
        """Large moves before small ones, and what keeps the trunk steady last.

        A lift of which a week has one comes as early as it may.
        """
        small = self._moves.knowledge.once(small_moves)
        place = {slot.id: at for at, slot in enumerate(self._rule.slots)}
        before_lift = self._before_lift(filled)

        def order(each: Filled) -> tuple[bool, bool, bool, bool, int]:
            pattern = each.candidate.exercise.pattern
            is_lift = each.candidate.once_a_week is not None
            after = before_lift is not None and pattern not in before_lift
            is_late, is_small = pattern in each.slot.late, each.item.exercise in small
            return is_late, is_small, after and not is_lift, is_lift, place[each.slot.id]

        yield from (each.item for each in sorted(filled, key=order))


def slot_of(knowledge: KnowledgeBase, rule: str, slot: str) -> Slot:
    """A slot of a session by its id."""
    return next(each for each in knowledge.sessions[rule].slots if each.id == slot)
