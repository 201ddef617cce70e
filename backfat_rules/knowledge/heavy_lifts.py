"""The lifts of a training week that ask for more: a longer rest, sets to work up to them."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from backfat_rules.knowledge.catalogue import Pattern
from backfat_rules.knowledge.dose_context import Level
from backfat_rules.knowledge.entry import Entry, FilePart, Grounds, Identifier, Slug, Text


class RampSet(FilePart):
    """A set on the way to the weight of the day: so many repetitions with a share of it."""

    reps: Annotated[int, Field(ge=1, le=20)]
    percent: Annotated[int, Field(ge=1, le=99)]


class HeavyLift(Grounds, Entry):
    """What a loaded move asks for in a session that loads; the first that fits a move counts.

    Attributes:
        order: which is looked at first.
        tags: the tags that a move has, all of them.
        moves: the only moves that are meant; any with the tags if empty.
        gear: what it is done with; the rule is for whoever has it, and for everybody if empty.
        level: from which level on it is meant.
        once_a_week: whether a week has one such move on one day, and no second.
        follows: where a week has one such move, how those move that come before it in its session;
            all others come after it.
        rest_seconds: how long the rest between its sets is at least.
        ramp_up: the sets before the first one, in order.
        reason: why.
    """

    noun: ClassVar[str] = "heavy lift"
    id: Slug
    order: int = 1
    tags: tuple[Identifier, ...] = ()
    moves: tuple[Identifier, ...] = ()
    gear: tuple[Identifier, ...] = ()
    level: Level = "beginner"
    once_a_week: bool = False
    follows: tuple[Pattern, ...] = ()
    rest_seconds: Annotated[int, Field(ge=0, le=600)] = 0
    ramp_up: tuple[RampSet, ...] = ()
    reason: Text

    @property
    def headline(self) -> str:
        """Why it asks for more."""
        return self.reason
