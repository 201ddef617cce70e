"""The model of ``policy.yaml``: the conventions that are neither evidence nor code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from backfat_rules.knowledge.dose_context import LEVELS, Level, ReadyFor, reaches
from backfat_rules.knowledge.entry import (
    FilePart,
    Grounds,
    Identifier,
    Layered,
    Share,
    Slug,
    Stable,
)
from backfat_rules.knowledge.forbidden import WordPattern, words_found
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.marked_text import MarkedText
from backfat_rules.knowledge.usual import Enough
from backfat_rules.language import Facts, evaluate

Count = Annotated[int, Field(ge=0)]


class Weights(FilePart):
    """How much each part counts in a priority; together 1.

    ``complaint`` is the share that what brought the person takes once it is told; the others share
    out the rest.
    """

    impact: Share
    severity: Share
    evidence: Share
    goals: Share
    complaint: Share = 0.0


class EvidenceScores(FilePart):
    """What a verdict is worth in a priority."""

    supported: Share
    plausible: Share
    contested: Share


class Guidance(Stable, Grounds):
    """A piece of advice for the general public, given while too little is known of the person."""

    noun: ClassVar[str] = "general guidance"
    id: Slug
    text: MarkedText
    tags: tuple[Identifier, ...] = ()
    needs_ok: bool = False


class NotAsked(FilePart):
    """Facts that are not worth asking for where ``when`` is true, unless ``unless`` is true."""

    facts: tuple[Identifier, ...]
    when: Formula | None = None
    unless: Formula | None = None

    def holds_for(self, known: Facts) -> bool:
        """Whether somebody of whom this is known is not asked."""
        if self.when is not None and evaluate(self.when.tree, known) is not True:
            return False
        return self.unless is None or evaluate(self.unless.tree, known) is not True


class FewAtOnce(FilePart):
    """For whom only a few things are shown at once; the rest is kept for later.

    Attributes:
        begin_with: the recommendation that comes first for them.
    """

    when: Formula
    most: Count
    begin_with: Slug | None = None


class Policy(Layered):
    """Weights, defaults and limits of planning, each with its reason beside it in the YAML."""

    weights: Weights
    evidence: EvidenceScores
    default_severity: Share
    goals_from: Identifier
    complaint_from: Identifier | None = None
    no_goals_fit: Share
    equipment_from: Identifier
    disliked_from: Identifier
    current_from: Identifier | None = None
    days_from: Identifier | None = None
    minutes_from: Identifier | None = None
    exercises_offered: Count | None = None
    ready_for: tuple[ReadyFor, ...] = ()
    stand_ins: Mapping[Identifier, tuple[Identifier, ...]] = Field(default_factory=dict)
    first_steps: Count
    spread_within: Annotated[float, Field(ge=0)] = 0.0
    nearly_met: Share = 0.0
    few_at_once: FewAtOnce | None = None
    mechanism_steps: Count
    questions_shown: Count
    answers_shown: Count = 3
    words_in_a_sentence: Count | None = None
    alarm_words: WordPattern | None = None
    asking_words: WordPattern | None = None
    speaks_to: tuple[Identifier, ...] = ()
    start_means: tuple[Identifier, ...] = ()
    enough_answers: Count
    not_counted_as_answers: tuple[Identifier, ...]
    not_asked: tuple[NotAsked, ...] = ()
    enough: Enough | None = None
    hidden_numbers: Mapping[Identifier, tuple[Identifier, ...]]
    uncounted_without: Identifier | None = None
    unspoken: Mapping[Identifier, tuple[Identifier, ...]] = Field(default_factory=dict)
    not_lowered: tuple[Identifier, ...]
    not_raised: Mapping[Identifier, tuple[Identifier, ...]]
    shaded_from: tuple[Annotated[float, Field(gt=0)], ...] = ()
    notice: MarkedText
    insufficient_data: MarkedText
    general_guidance: tuple[Guidance, ...]

    def alarms(self, sentence: str) -> bool:
        """Whether a sentence says when to get help, by its words."""
        return self.alarm_words is not None and words_found(self.alarm_words, sentence) is not None

    def asks(self, sentence: str) -> bool:
        """Whether a sentence asks for what makes the rest of a plan safe, by its words."""
        words = self.asking_words
        return words is not None and words_found(words, sentence) is not None

    def level_of(self, known: Facts) -> Level:
        """How much training a person is ready for, as far as that is certain."""
        ready = LEVELS[0]
        for each in self.ready_for:
            if reaches(each.level, ready) and evaluate(each.when.tree, known) is True:
                ready = each.level
        return ready

    def may_stand_in(self, pattern: str, other: str) -> bool:
        """Whether a move of the other pattern may stand in for one of a pattern."""
        return pattern == other or other in self.stand_ins.get(pattern, ())
