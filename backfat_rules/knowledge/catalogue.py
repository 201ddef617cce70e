"""The models of exercises, muscles and foods: what recommendations offer as choices."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from backfat_rules.knowledge.entry import Grounds, Identifier, Part, Slug, Text
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.sentence import Sentence

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


class Prescription(Part):
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
    effort: Sentence | None = None
    claims: tuple[Slug, ...] = ()


class Exercise(Grounds):
    """An exercise or training mode: what it trains, with what, how, and how much."""

    id: Identifier
    title: Text
    also_called: tuple[Text, ...] = ()
    primary: tuple[Identifier, ...] = ()
    secondary: tuple[Identifier, ...] = ()
    regions: Annotated[tuple[BackRegion, ...], Field(min_length=1)]
    pattern: Pattern
    equipment: Annotated[tuple[tuple[Identifier, ...], ...], Field(min_length=1)] = ((),)
    level: Level
    steps: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    cues: tuple[Sentence, ...] = ()
    faults: tuple[Sentence, ...] = ()
    doses: Annotated[tuple[Prescription, ...], Field(min_length=1)]
    tags: tuple[Identifier, ...] = ()
    avoid: tuple[Sentence, ...] = ()
    alternatives: Mapping[Identifier, tuple[Identifier, ...]] = Field(default_factory=dict)
    members: tuple[Identifier, ...] = ()


class Muscle(Grounds):
    """A muscle: where it is and what it does."""

    id: Identifier
    title: Text
    also_called: tuple[Text, ...] = ()
    location: Text
    does: Text
    region: Literal["upper", "mid", "lower", "other"]


class Food(Grounds):
    """A food or drink offered as a choice, unless the condition says that it does not suit."""

    id: Identifier
    title: Text
    group: Identifier = "other"
    unless: Formula | None = None
    tags: tuple[Identifier, ...] = ()
