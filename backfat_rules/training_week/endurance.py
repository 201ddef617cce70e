"""Sessions of one move that goes on for minutes: endurance, intervals, easy movement."""

from __future__ import annotations

from dataclasses import replace

from backfat_rules.knowledge.training_rules import SessionRule
from backfat_rules.training_week.decided_week import DecidedItem, DecidedSession
from backfat_rules.training_week.item_amounts import (
    cool_down_of,
    item_of,
    seconds_of,
    session_minutes,
    warm_up_of,
)
from backfat_rules.training_week.open_moves import Candidate, OpenMoves
from backfat_rules.training_week.preference import Preference
from backfat_rules.training_week.under_way import UnderWay
from backfat_rules.training_week.week_limits import Numbers


class OneMoveSession:
    """Puts sessions of one rule together that consist of a single move."""

    def __init__(
        self, rule: SessionRule, moves: OpenMoves, numbers: Numbers, preference: Preference
    ) -> None:
        self._rule, self._moves, self._numbers = rule, moves, numbers
        self._preference = preference
        self._slot = rule.slots[0]

    def best(self, day: int, week: UnderWay, minutes: int = 0) -> Candidate | None:
        """The move that is liked best of those that fit on a day.

        One that is meant to go on for as many minutes as are wished comes before the others.
        """
        fitting = [
            each
            for each in self._moves.for_slot(self._rule, self._slot)
            if week.may_load(day, each.loads)
        ]
        order = self._preference.of
        return min(
            fitting,
            key=lambda each: (
                bool(minutes) and not _lasts(each, minutes),
                -order(each, self._slot, week),
                each.id,
            ),
            default=None,
        )

    def put_minutes(
        self, day: int, minutes: int, most: int, week: UnderWay, at_most: int | None = None
    ) -> int:
        """Let a session with about so many minutes of the move stand on a day.

        Args:
            day: which day.
            minutes: how many are wished for.
            most: how many the session may last, its warm-up and its easy end included.
            week: where it stands.
            at_most: how many minutes of the move it holds at most, though a dose begins above that.

        Returns:
            How many minutes of the move it holds.
        """
        is_warm = any(each.warm_up_minutes for each in week.sessions[day])
        warm_up = warm_up_of(most, self._numbers) if self._rule.warm_up and not is_warm else 0
        before = week.cool_down(day)  # moves to the end of the day
        cool_down = before or self._cool_down(most)
        most += before - cool_down
        candidate = self.best(day, week, min(minutes, most - warm_up))
        if candidate is None:
            return 0
        item = item_of(candidate, self._slot.id, self._numbers)
        span = candidate.dose.amounts.get("minutes")
        if span is not None:
            least, longest = int(span[0]), int(span[1])
            held = min(max(minutes, least), longest, most - warm_up)
            if at_most is not None:
                held = min(held, at_most)
            if held < min(least, self._numbers("minutes-least")):
                return 0
            item = replace(item, seconds=held * 60)
            seconds = held * 60
        else:
            seconds = seconds_of(item, self._numbers)
            held = session_minutes(0, seconds)
            if warm_up + held > most:
                return 0
        week.take(day, candidate.exercise, replace(item, sets=0), candidate.loads)
        self._put(day, item, (warm_up, cool_down), seconds, week)
        return held

    def put_efforts(self, day: int, most: int, week: UnderWay) -> int:
        """Let a session of efforts and rests stand on a day; the minutes that it takes of work."""
        around = warm_up_of(most, self._numbers), self._cool_down(most)
        candidate = self.best(day, week)
        if candidate is None:
            return 0
        item = item_of(candidate, self._slot.id, self._numbers)
        seconds = seconds_of(item, self._numbers)
        if session_minutes(sum(around), seconds) > most:
            return 0
        week.take(day, candidate.exercise, replace(item, sets=0), candidate.loads)
        self._put(day, item, around, seconds, week)
        return session_minutes(0, seconds)

    def _cool_down(self, most: int) -> int:
        return cool_down_of(most, self._numbers) if self._rule.trains else 0

    def _put(
        self, day: int, item: DecidedItem, around: tuple[int, int], seconds: int, week: UnderWay
    ) -> None:
        """Let it stand, with the minutes of its warm-up and of its easy end."""
        warm_up, cool_down = around
        session = DecidedSession(
            self._rule.id,
            self._rule.kind,
            session_minutes(warm_up + cool_down, seconds),
            warm_up,
            (item,),
            cool_down_minutes=cool_down,
        )
        week.put_last(day, session)


def _lasts(candidate: Candidate, minutes: int) -> bool:
    """Whether a move is meant to go on for so many minutes, as far as its dose says."""
    span = candidate.dose.amounts.get("minutes")
    return span is None or span[0] <= minutes <= span[1]
