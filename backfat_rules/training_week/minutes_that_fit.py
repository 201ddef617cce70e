"""How many minutes of endurance a day can hold, and for how many hard intervals count."""

from __future__ import annotations

from backfat_rules.knowledge.training_rules import SessionKindName
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.decided_week import DecidedSession
from backfat_rules.training_week.endurance import OneMoveSession

STEP = 5
"""Minutes of endurance are whole fives, as people write them."""


def session_for(kind: SessionKindName, builder: WeekBuilder) -> OneMoveSession | None:
    """What puts the sessions of a kind together; None where none is open."""
    rule = builder.moves.rules.get(kind)
    if rule is None:
        return None
    return OneMoveSession(rule, builder.moves, builder.numbers, builder.preference)


def minutes_alone(builder: WeekBuilder) -> tuple[int, ...]:
    """The minutes that a day for endurance alone can hold."""
    session, most = session_for("cardio", builder), builder.limits.minutes
    if session is None:
        return ()
    wished = sorted({*range(STEP, most, STEP), most})
    held = {session.put_minutes(0, each, most, builder.empty_week()) for each in wished}
    return tuple(sorted(held - {0}))


def minutes_after(builder: WeekBuilder, warm_up: int, cool_down: int) -> dict[int, int]:
    """By the room that a session of strength leaves, the minutes that it holds after that.

    The easy end of the session moves to the end of the day.
    """
    session = session_for("cardio", builder)
    least = 2 * builder.numbers("minutes-least")
    found: dict[int, int] = {}
    for room in range(least, builder.first_minutes() + 1, STEP) if session else ():
        week = builder.empty_week()
        strength = DecidedSession("", "strength", 0, warm_up, (), cool_down_minutes=cool_down)
        week.put(0, strength)
        held = session.put_minutes(0, room, room, week) if session else 0
        if held and held not in found.values():
            found[room] = held
    return found


def minutes_of_intervals(builder: WeekBuilder) -> int:
    """How many brisk minutes a session of hard intervals counts for; 0 where none fits."""
    session = session_for("intervals", builder)
    if session is None:
        return 0
    done = session.put_efforts(0, builder.limits.minutes, builder.empty_week())
    return done * builder.numbers("hard-minutes-count")


def loads_of_intervals(builder: WeekBuilder) -> frozenset[str]:
    """The parts of the back that hard intervals load."""
    session = session_for("intervals", builder)
    best = session.best(0, builder.empty_week()) if session else None
    return best.loads if best else frozenset()
