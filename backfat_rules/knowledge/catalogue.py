"""The models of exercises, muscles and foods: what recommendations offer as choices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from backfat_rules.knowledge.entry import FilePart, Grounds, Identifier, Slug, Text, Titled
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.marked_text import MarkedText

Level = Literal["beginner", "novice", "intermediate"]
Pattern = Literal[
    "horizontal_pull",
    "vertical_pull",
    "push",
    "squat",
    "hinge",
    "lunge",
    "extension",
    "core",
    "carry",
    "conditioning",
    "mobility",
    "posture",
    "balance",
    "mode",
]
BackRegion = Literal["upper", "mid", "lower", "core", "legs", "front", "full"]
Context = Literal[
    "targeted", "total_body", "circuit", "hiit", "core", "recovery", "conditioning", "daily"
]
Range = Annotated[tuple[Annotated[float, Field(ge=0)], ...], Field(min_length=2, max_length=2)]


class Prescription(FilePart):
    """How much of an exercise, in one context; every number is a range from low to high."""

    context: Context
    sets: Range | None = None
    reps: Range | None = None
    per_side: bool = False
    hold_seconds: Range | None = None
    work_seconds: Range | None = None
    minutes: Range | None = None
    rounds: Range | None = None
    rest_seconds: Range | None = None
    per_week: Range | None = None
    effort: MarkedText | None = None
    claims: tuple[Slug, ...] = ()


class Exercise(Titled, Grounds):
    """An exercise or training mode: what it trains, with what, how, and how much."""

    noun: ClassVar[str] = "exercise"
    id: Identifier
    also_called: tuple[Text, ...] = ()
    primary: tuple[Identifier, ...] = ()
    secondary: tuple[Identifier, ...] = ()
    regions: Annotated[tuple[BackRegion, ...], Field(min_length=1)]
    pattern: Pattern
    equipment: Annotated[tuple[tuple[Identifier, ...], ...], Field(min_length=1)] = ((),)
    level: Level
    steps: Annotated[tuple[MarkedText, ...], Field(min_length=1)]
    cues: tuple[MarkedText, ...] = ()
    faults: tuple[MarkedText, ...] = ()
    doses: Annotated[tuple[Prescription, ...], Field(min_length=1)]
    tags: tuple[Identifier, ...] = ()
    avoid: tuple[MarkedText, ...] = ()
    alternatives: Mapping[Identifier, tuple[Identifier, ...]] = Field(default_factory=dict)
    members: tuple[Identifier, ...] = ()


class Muscle(Titled, Grounds):
    """A muscle: where it is and what it does."""

    noun: ClassVar[str] = "muscle"
    id: Identifier
    also_called: tuple[Text, ...] = ()
    location: Text
    does: Text
    region: Literal["upper", "mid", "lower", "other"]


class Food(Titled, Grounds):
    """A food or drink offered as a choice, unless the condition says that it does not suit.

    ``words`` are those by which texts name it: a text that does says so, to be left out with it.
    """

    noun: ClassVar[str] = "food"
    id: Identifier
    group: Identifier = "other"
    words: tuple[Text, ...] = ()
    unless: Formula | None = None
    tags: tuple[Identifier, ...] = ()
