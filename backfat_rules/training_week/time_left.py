"""More of a session as far as the time of its day goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from backfat_rules.knowledge.training_rules import TRAINING_KINDS
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.decided_week import DecidedItem, DecidedSession
from backfat_rules.training_week.item_amounts import seconds_of, session_minutes


def timed(
    session: DecidedSession, items: tuple[DecidedItem, ...], builder: WeekBuilder
) -> DecidedSession:
    """A session with other items, and the time that these take."""
    seconds = sum(seconds_of(each, builder.numbers) for each in items)
    around = session.warm_up_minutes + session.cool_down_minutes
    return replace(session, items=items, minutes=session_minutes(around, seconds))


def room_for(session: DecidedSession, day: Sequence[DecidedSession], builder: WeekBuilder) -> int:
    """How long a session of a day may become: what it takes now, or what the others leave."""
    left = builder.limits.minutes
    if session.kind in TRAINING_KINDS:
        others = (each for each in day if each is not session and each.kind in TRAINING_KINDS)
        left -= sum(each.minutes for each in others)
    return max(session.minutes, left)


def within_time(
    session: DecidedSession, wished: Sequence[DecidedItem], room: int, builder: WeekBuilder
) -> DecidedSession:
    """The session with those of the wished items for which there is time, one after the other."""
    shorter = [
        min(old, new, key=lambda each: seconds_of(each, builder.numbers))
        for old, new in zip(session.items, wished, strict=True)
    ]
    for at, item in enumerate(wished):
        tried = (*shorter[:at], item, *shorter[at + 1 :])
        if timed(session, tried, builder).minutes <= room:
            shorter[at] = item
    return timed(session, tuple(shorter), builder)
