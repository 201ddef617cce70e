"""In which context an exercise is done, for whom of which level, and what nobody exceeds there."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from backfat_rules.knowledge.entry import Entry, FilePart, Identifier, Text
from backfat_rules.knowledge.formula import Formula

Level = Literal["beginner", "novice", "intermediate"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""How used to training somebody is, or has to be for a move: the lowest first."""


def reaches(level: Level, other: Level) -> bool:
    """Whether a level is at least another.

    >>> reaches("novice", "beginner"), reaches("beginner", "novice")
    (True, False)
    """
    return LEVELS.index(level) >= LEVELS.index(other)


class DoseContext(Entry):
    """Where a dose belongs; ``means`` completes "a move ...".

    ``of`` names the context whose doses it takes, and ``level`` the highest of them that it asks
    of anybody: the first weeks are targeted work as a beginner does it.
    """

    noun: ClassVar[str] = "context"
    id: Identifier
    means: Text
    of: Identifier | None = None
    level: Level | None = None

    @property
    def headline(self) -> str:
        """What it is to do a move in it."""
        return self.means

    def admits(self, needed: Level, level: Level) -> bool:
        """Whether a dose that needs one level is for somebody of another here."""
        return reaches(level, needed) and (self.level is None or reaches(self.level, needed))


class ReadyFor(FilePart):
    """A level above the lowest, and of whom it is true; nobody is taken to have it unasked."""

    level: Level
    when: Formula


class Ceiling(FilePart):
    """The most that advice asks of one move, for people of a level."""

    sets: Annotated[float, Field(gt=0)] | None = None
    reps: Annotated[float, Field(gt=0)] | None = None
    seconds: Annotated[float, Field(gt=0)] | None = None
    minutes: Annotated[float, Field(gt=0)] | None = None
    rounds: Annotated[float, Field(gt=0)] | None = None
