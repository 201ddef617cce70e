"""The models of exercises, muscles and foods: what recommendations offer as choices."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from backfat_rules.knowledge.dose_context import LEVELS, DoseContext, Level
from backfat_rules.knowledge.entry import FilePart, Grounds, Identifier, Slug, Text, Titled
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.lines import Lines
from backfat_rules.knowledge.marked_text import MarkedText

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
Range = Annotated[tuple[Annotated[float, Field(ge=0)], ...], Field(min_length=2, max_length=2)]


class Prescription(FilePart):
    """How much of an exercise, in one context; every number is a range from low to high.

    ``level`` is that from which on it holds, and that of the exercise if none is given.
    """

    context: Identifier
    level: Level | None = None
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
    """An exercise or training mode: what it trains, with what, how, and how much.

    ``avoid`` says what is to be minded besides what the cautions for its tags say. ``form_of`` is
    the exercise of which it is another form, as on the fists or in a seat: no list of moves to
    choose from holds both. ``done_with`` says, by what it is done with, how that is held or fixed.
    ``elsewhere`` holds the ids of the same move in open catalogues, by the name of the catalogue.
    """

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
    done_with: Mapping[Identifier, Text] = Field(default_factory=dict)
    avoid: Lines = ()
    alternatives: Mapping[Identifier, tuple[Identifier, ...]] = Field(default_factory=dict)
    members: tuple[Identifier, ...] = ()
    form_of: Identifier | None = None
    elsewhere: Mapping[Identifier, Text] = Field(default_factory=dict)

    def dose_for(self, contexts: Iterable[DoseContext], level: Level) -> Prescription | None:
        """The dose of the first context in which it has one for somebody of a level."""
        doses = (self._dose_in(context, level) for context in contexts)
        return next((each for each in doses if each is not None), None)

    def _dose_in(self, context: DoseContext, level: Level) -> Prescription | None:
        """The hardest dose of a context that is not too hard."""
        fitting = [
            dose
            for dose in self.doses
            if dose.context == (context.of or context.id)
            and context.admits(self.level_of(dose), level)
        ]
        return max(fitting, key=lambda dose: LEVELS.index(self.level_of(dose)), default=None)

    def dose_as_given(self, context: str, level: Level) -> Prescription:
        """The dose that is given in a context from a level on, as a decision names it."""
        given = (each for each in self.doses if each.context == context)
        return next(each for each in given if self.level_of(each) == level)

    def level_of(self, dose: Prescription) -> Level:
        """The level from which on a dose of it holds."""
        return dose.level or self.level


class Muscle(Titled, Grounds):
    """A muscle: where it is and what it does.

    ``slugs`` are the words by which open libraries that draw bodies know it, or a part it is in.
    """

    noun: ClassVar[str] = "muscle"
    id: Identifier
    also_called: tuple[Text, ...] = ()
    slugs: tuple[Slug, ...] = ()
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
