"""What was decided for a week: ids and numbers, no word for a person to read."""

from __future__ import annotations

from dataclasses import dataclass

from backfat_rules.knowledge.dose_context import Level
from backfat_rules.knowledge.training_rules import SessionKindName

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The days of a week, as facts name them."""


@dataclass(frozen=True, slots=True)
class DecidedItem:
    """One move in a session, and how much of it.

    Attributes:
        slot: the place of the session that it stands in.
        context: where its dose is meant, as the catalogue names it.
        level: the level from which on that dose holds.
        reps: how many in a set at least; None where it is held or kept up.
        reps_most: how many at most; at so many the work is made harder in another way.
        seconds: how long it is held or kept up, in each repetition or set.
        seconds_most: at how many of them likewise.
        heavier: whether the week before has reached the most, so that the work gets harder now.
        advice: the advice that offers it; None where no advice does.
        covers: the parts of the back that it counts for.
        gear: what it is done with, of what there is.
        ramp_up: the sets before the first one: how many repetitions, with how many percent of its
            weight.
    """

    exercise: str
    slot: str
    context: str
    level: Level
    sets: int
    reps: int | None
    reps_most: int | None
    seconds: int | None
    seconds_most: int | None
    rest_seconds: int
    per_side: bool = False
    advice: str | None = None
    covers: tuple[str, ...] = ()
    heavier: bool = False
    ramp_up: tuple[tuple[int, int], ...] = ()
    gear: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecidedSession:
    """One session of a day.

    Attributes:
        rule: the session of the knowledge that it follows.
        part: the part of the week for whose sake it is there; None for a session of its own.
        minutes: how long it takes, the warm-up and the cool-down included.
    """

    rule: str
    kind: SessionKindName
    minutes: int
    warm_up_minutes: int
    items: tuple[DecidedItem, ...]
    part: str | None = None
    cool_down_minutes: int = 0


Days = tuple[tuple[DecidedSession, ...], ...]
"""The sessions of each of seven days, from Monday on."""


@dataclass(frozen=True, slots=True)
class DecidedWeek:
    """Seven days.

    Attributes:
        number: which week it is, from 1.
        easier: whether it asks for less than the week before, on purpose.
        met: the goals of a balanced week that it reaches.
        missed: those that it does not.
    """

    number: int
    days: Days
    met: tuple[str, ...]
    missed: tuple[str, ...]
    easier: bool = False
    changes: tuple[str, ...] = ()
