"""The next week out of a week and what was done of it, and nothing else.

There are no counters: whoever corrects the log gets the week that the corrected log gives.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from backfat_rules.knowledge.training_rules import TRAINING_KINDS
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.decided_week import DecidedItem, DecidedSession, DecidedWeek
from backfat_rules.training_week.goals import goals_met
from backfat_rules.training_week.time_left import room_for, within_time

Done = tuple[int, ...]
"""How many repetitions, or seconds, each set had."""

ChangeName = Literal["more", "heavier", "repeat", "missed", "most", "full"]
"""What becomes of a move: more, or harder; or the same, for one of several reasons."""


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What becomes of one move on one day."""

    exercise: str
    change: ChangeName
    before: int
    now: int
    gear: tuple[str, ...] = ()


def week_from(
    week: DecidedWeek, log: Mapping[int, Mapping[str, Done]], builder: WeekBuilder
) -> tuple[DecidedWeek, tuple[ItemChange, ...]]:
    """The week after one, with what changes in it.

    Args:
        week: what was planned.
        log: by day and move, what each set had; what is not in it was not done.
        builder: the person's.
    """
    changes: list[ItemChange] = []
    days = tuple(
        tuple(_next_sessions(day, log.get(at, {}), builder, changes))
        for at, day in enumerate(week.days)
    )
    met, missed = goals_met(days, builder)
    return DecidedWeek(week.number + 1, days, met, missed), tuple(changes)


def _next_sessions(
    day: Sequence[DecidedSession],
    done: Mapping[str, Done],
    builder: WeekBuilder,
    changes: list[ItemChange],
) -> list[DecidedSession]:
    """The sessions of a day, each with what the others leave it of the time."""
    now = list(day)
    for at, session in enumerate(day):
        room = room_for(session, now, builder)
        now[at] = _next_session(session, done, room, builder, changes)
    return now


def _next_session(
    session: DecidedSession,
    done: Mapping[str, Done],
    room: int,
    builder: WeekBuilder,
    changes: list[ItemChange],
) -> DecidedSession:
    """The session again; a move for whose more there is no time stays as it is."""
    if session.kind not in TRAINING_KINDS:
        return session
    rule = builder.person.knowledge.sessions[session.rule]
    grows = builder.moves.may_grow(rule)
    found = [
        next_item(each, done.get(each.exercise), builder, grows=grows) for each in session.items
    ]
    after = within_time(session, [item for item, _ in found], room, builder)
    for before, (wished, change), now in zip(session.items, found, after.items, strict=True):
        said: ChangeName = change if _amount(now) == _amount(wished) else "full"
        amounts = _amount(before), _amount(now)
        changes.append(ItemChange(before.exercise, said, *amounts, before.gear))
    return after


def next_item(
    item: DecidedItem, done: Done | None, builder: WeekBuilder, *, grows: bool
) -> tuple[DecidedItem, ChangeName]:
    """A move after it was done so, or not at all: one set with fewer than planned is a miss.

    The next week begins one repetition above the set that had fewest; where each had the most,
    the work gets harder.
    """
    same = replace(item, heavier=False)
    if done is None:
        return same, "missed"
    if len(done) < item.sets or any(each < _amount(item) for each in done[: item.sets]):
        return same, "repeat"
    most = item.reps_most if item.reps is not None else item.seconds_most
    if not grows or most is None:
        return same, "most"
    if item.reps is None:
        longer = min((item.seconds or 0) + _step(item, builder), most)
        more: ChangeName = "more" if longer > (item.seconds or 0) else "most"
        return replace(same, seconds=max(longer, item.seconds or 0)), more
    least_done = min(done[: item.sets])
    if item.reps < most and least_done < most:
        return replace(same, reps=least_done + 1), "more"
    exercise = builder.person.knowledge.exercises[item.exercise]
    span = exercise.dose_as_given(item.context, item.level).reps
    return replace(same, reps=int(span[0]) if span else item.reps, heavier=True), "heavier"


def _amount(item: DecidedItem) -> int:
    return item.reps if item.reps is not None else item.seconds or 0


def _step(item: DecidedItem, builder: WeekBuilder) -> int:
    """How many seconds more: some for what is held, a third of the weekly step for endurance."""
    if item.sets == 1 and not item.rest_seconds:
        return 60 * (builder.numbers("aerobic-step") // 3)
    return builder.numbers("seconds-more")
