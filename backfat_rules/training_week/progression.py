"""How a week goes on from the one before: a little more, and every few weeks less."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from backfat_rules.knowledge.training_rules import TRAINING_KINDS, SessionKindName
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.decided_week import (
    Days,
    DecidedItem,
    DecidedSession,
    DecidedWeek,
)
from backfat_rules.training_week.goals import goals_met
from backfat_rules.training_week.time_left import room_for, within_time
from backfat_rules.training_week.week_limits import Numbers


def week_after(first: DecidedWeek, number: int, builder: WeekBuilder) -> DecidedWeek:
    """The week of a number, made from the first one: the same moves, other amounts."""
    numbers = builder.numbers
    every = numbers("easier-week-every")
    steps = number - 1 - (number - 1) // every
    easier = number % every == 0
    days = tuple(tuple(_day(day, steps, builder, easier=easier)) for day in first.days)
    after_easier = number > 1 and (number - 1) % every == 0
    changes = tuple(_changes(first.days, days, easier=easier, after_easier=after_easier))
    met, missed = goals_met(days, builder)
    return DecidedWeek(number, days, met, missed, easier, changes)


def _day(
    day: Sequence[DecidedSession], steps: int, builder: WeekBuilder, *, easier: bool
) -> list[DecidedSession]:
    """The sessions of a day after so many steps; an easier week has no hard intervals.

    Minutes that stand beside strength stay as they are: the time that is left there is for the
    repetitions, and minutes that came and went with them would be no progress.
    """
    rules = builder.person.knowledge.sessions
    now = [each for each in day if not (easier and rules[each.rule].away_from)]
    for at, session in enumerate(now):
        room = room_for(session, now, builder)
        beside = any(each.kind == "strength" for each in day) and session.kind == "cardio"
        so_far = 0 if beside else steps
        now[at] = _session(session, so_far, room, builder, easier=easier)
    return now


def _session(
    session: DecidedSession, steps: int, room: int, builder: WeekBuilder, *, easier: bool
) -> DecidedSession:
    """A session after so many steps; once the time is full it stays at what fitted last."""
    rule = builder.person.knowledge.sessions[session.rule]
    numbers = builder.numbers
    share = numbers("easier-week-share") if easier else 100
    most = steps if builder.moves.may_grow(rule) else 0
    now = session
    for step in range(most if easier else min(1, most), most + 1):
        items = [_item(each, step, share, rule.made_up_kind, numbers) for each in session.items]
        before = tuple(replace(each, heavier=False) for each in now.items)
        now = within_time(replace(now, items=before), items, room, builder)
    return now


def _item(
    item: DecidedItem, steps: int, share: int, kind: SessionKindName, numbers: Numbers
) -> DecidedItem:
    if kind not in TRAINING_KINDS:
        return item
    if item.reps is not None and item.reps_most is not None:
        cycle = max(2, item.reps_most - item.reps + 1)
        reps = min(item.reps + steps % cycle, item.reps_most)
        heavier = steps > 0 and steps % cycle == 0
        return replace(item, reps=reps, heavier=heavier, sets=_fewer(item.sets, share))
    if item.rest_seconds or item.sets > 1:
        seconds = min((item.seconds or 0) + numbers("seconds-more") * steps, item.seconds_most or 0)
        return replace(item, seconds=seconds, sets=_fewer(item.sets, share))
    # an easier week has less than the first, so that no week since then asks for less
    more = 60 * (numbers("aerobic-step") // 3) * steps if share == 100 else 0
    seconds = min((item.seconds or 0) + more, max(item.seconds_most or 0, item.seconds or 0))
    return replace(item, seconds=60 * max(1, round(seconds * share / 6000)))


def _fewer(sets: int, share: int) -> int:
    """A share of some sets, one at least."""
    return max(1, round(sets * share / 100))


def _changes(first: Days, days: Days, *, easier: bool, after_easier: bool) -> Iterator[str]:
    """What is other than before, as the words of the library name it."""
    items = [item for day in days for session in day for item in session.items]
    if easier:
        yield "easier"
        if sum(map(len, days)) < sum(map(len, first)):
            yield "fewer-sessions"
        return
    if after_easier:
        yield "back"
    if any(item.heavier for item in items):
        yield "heavier"
    else:
        yield "more"
