"""The models of findings, mechanisms, recommendations, messages, values and screening rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge.dose_context import LEVELS, Ceiling, Level, reaches
from backfat_rules.knowledge.entry import (
    AreaName,
    Cases,
    Entry,
    FilePart,
    Grounds,
    Identifier,
    Share,
    Slug,
    Text,
    Titled,
    Verdict,
)
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.gates import GateName
from backfat_rules.knowledge.lines import Lines, Passage, as_one
from backfat_rules.knowledge.marked_text import MarkedText, Template
from backfat_rules.language import Expression, Facts, evaluate
from backfat_rules.language.tree import Arithmetic, IfElse, Number


class Rule(FilePart):
    """One way to reach a finding."""

    id: Slug
    when: Formula
    severity: Formula | None = None
    reason: Template


class Finding(Titled, Grounds):
    """A named conclusion about the person: true, false or unknown.

    ``must_wait`` names the tags that screening has to block wherever it is true. ``welcome`` says
    that it is something good, such as regular training, or a wish: more of it is no problem, and no
    advice ends by its loss.
    """

    noun: ClassVar[str] = "finding"
    id: Identifier
    topic: Identifier = "general"
    rules: Annotated[tuple[Rule, ...], Field(min_length=1)]
    tags: tuple[Identifier, ...] = ()
    must_wait: tuple[Identifier, ...] = ()
    welcome: bool | None = None
    cases: Cases


class Mechanism(Finding):
    """A finding derived from findings: how one thing leads to another, and how sure that is."""

    noun: ClassVar[str] = "mechanism"
    verdict: Verdict


class ValueCase(FilePart):
    """A worked example of a value."""

    facts: dict[str, Any]
    gives: float | Literal["unknown"]


class ComputedValue(Titled, Grounds):
    """A number computed from facts.

    ``valid`` says for whom the formula holds: where it is not true there is no number.
    ``uncertain_by`` is the share by which the number can be off for one person.
    """

    noun: ClassVar[str] = "value"
    id: Identifier
    unit: str
    value: Formula
    valid: Formula | None = None
    uncertain_by: Annotated[float, Field(gt=0, lt=1)] | None = None
    round: Annotated[float, Field(gt=0)] | None = None
    tags: tuple[Identifier, ...] = ()
    cases: Annotated[tuple[ValueCase, ...], Field(min_length=1)]

    def is_shown_as_nothing(self, number: float) -> bool:
        """Whether a number comes to 0 in the steps in which it is shown.

        A dose with such a number would ask for nothing.
        """
        return abs(number) <= (self.round or 0) / 2

    @property
    def formula(self) -> Expression:
        """What engines compute: the value, undefined (a division by zero) where it is not valid."""
        if self.valid is None:
            return self.value.tree
        return Arithmetic("/", self.value.tree, IfElse(self.valid.tree, Number(1), Number(0)))


class DoseRule(FilePart):
    """How much: with the person's numbers where they are known, else a plain default.

    The default is said too where a computed number would be shown as 0: "0 h more than now".
    ``uncounted`` is said in place of both to whom the policy gives no amounts to count.
    ``most`` is what it asks of a single move at the most, from each level on: no exercise that the
    advice offers asks for more.
    """

    text: Template
    default: MarkedText
    uncounted: MarkedText | None = None
    most: Mapping[Level, Ceiling] = Field(default_factory=dict)

    def most_for(self, level: Level) -> Ceiling:
        """The most for somebody of a level."""
        reached = [each for each in LEVELS if each in self.most and reaches(level, each)]
        return self.most[reached[-1]] if reached else Ceiling()


class AdviceRule(Entry, Grounds):
    """What all entries that speak to the person share."""

    id: Slug
    topic: Identifier = "general"
    when: Formula
    cases: Cases


class Moving(FilePart):
    """What advice asks for more of and less of, as ids of axes; both at once is an exchange."""

    raises: tuple[Identifier, ...] = ()
    lowers: tuple[Identifier, ...] = ()


class RecommendationRule(Titled, AdviceRule, Moving):
    """One thing to do; ``topic`` and ``area`` come from the head of its file.

    ``need`` names what it is a way to. ``helps`` says how much it does for each goal and each
    complaint, from 0 to 1; what stands in ``goals`` alone it serves fully. ``treats`` marks advice
    that tends to something wrong, which comes before advice that only adds. ``purpose`` names the
    tags for whose sake it is done: nobody begins with it while screening blocks one of them.

    ``done_when`` is said in place of the end that follows from the conditions, where that end is
    far away or is none that anybody could set out for; where a number in it is not known, the end
    of the conditions is said. ``contexts`` says in which an exercise is meant: each is offered with
    its dose of the first that it has one for, and not at all where it has none.
    """

    noun: ClassVar[str] = "recommendation"
    area: AreaName
    impact: Share
    verdict: Literal["supported", "plausible", "contested"]
    goals: tuple[Identifier, ...] = ()
    helps: Mapping[Identifier, Share] = Field(default_factory=FrozenDict)
    need: Slug | None = None
    treats: bool = False
    purpose: tuple[Identifier, ...] = ()
    action: Passage
    dose: DoseRule | None = None
    steps: Lines = ()
    expect: MarkedText | None = None
    done_when: Template | None = None
    cautions: Lines = ()
    needs_ok: bool = False
    tags: tuple[Identifier, ...] = ()
    foods: tuple[Identifier, ...] = ()
    exercises: tuple[Identifier, ...] = ()
    contexts: tuple[Identifier, ...] = ()
    not_with: tuple[Slug, ...] = ()

    @property
    def served(self) -> Mapping[str, float]:
        """How much it does for each goal and complaint that it does something for, 0 to 1."""
        return {**dict.fromkeys(self.goals, 1.0), **self.helps}


class MessageRule(AdviceRule):
    """Something to say that is not advice: a myth answered, an expectation, encouragement.

    ``asked_as`` are other wordings of the question, for whoever asks in their own words.
    ``keeps`` names the axes that praise calls right as they are: it is not said beside advice that
    is about one of them. Where ``unless`` is true it is not said either; where that is not known,
    it is, so that an answer can be given to somebody who has not measured yet.

    Whoever asks is told a message whether or not ``when`` is true of them, with two exceptions. One
    that is ``about_this_person`` claims what ``when`` says, so it is told to nobody else. One that
    is ``only_asked`` is never said unasked, and is told unless ``when`` is surely not true.
    """

    noun: ClassVar[str] = "message"
    kind: Literal["myth", "faq", "expectation", "keep_going"]
    question: Text | None = None
    asked_as: tuple[Text, ...] = ()
    text: Passage
    verdict: Verdict | None = None
    keeps: tuple[Identifier, ...] = ()
    unless: Formula | None = None
    about_this_person: bool = False
    only_asked: bool = False
    tags: tuple[Identifier, ...] = ()

    @property
    def headline(self) -> str:
        """The question that it answers, or else what it says."""
        return self.question or as_one(self.text)


class Tag(Entry):
    """A word that screening can block; ``means`` completes "whatever ...".

    ``no_caution`` says why a move with it needs no caution; any other move with a tag has one.
    ``speaks_for`` names the recommendations that a text with it takes for granted: where every one
    of them is closed or waits for an OK, the text is not said, nor a number with the tag shown.
    """

    noun: ClassVar[str] = "tag"
    id: Identifier
    means: Text
    no_caution: Text | None = None
    speaks_for: tuple[Slug, ...] = ()

    @property
    def headline(self) -> str:
        """What the tag means."""
        return self.means


class Caution(Entry, Grounds):
    """What protects whoever does a move with one of some tags: told with each, to whom it may help.

    It is told where ``when`` is true or not known; with ``told_only`` just where it is true, so
    that nobody reads what to mind in a chair or after a birth that they never told of.
    """

    noun: ClassVar[str] = "caution"
    id: Identifier
    tags: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    text: MarkedText
    when: Formula | None = None
    told_only: bool = False

    def is_for(self, known: Facts) -> bool:
        """Whether it applies to somebody, or is not known not to."""
        if self.when is None:
            return True
        truth = evaluate(self.when.tree, known)
        return truth is True or (truth is None and not self.told_only)

    @property
    def headline(self) -> str:
        """What it says."""
        return self.text.text


class Axis(Entry):
    """Something that advice can raise or lower; ``means`` says what there is more or less of.

    ``protects`` names the side that is the safer one: of two opposites the one that moves there
    stays.
    """

    noun: ClassVar[str] = "axis"
    id: Identifier
    means: Text
    protects: Literal["raising", "lowering"] | None = None

    @property
    def headline(self) -> str:
        """What there is more or less of."""
        return self.means


class Blocks(FilePart):
    """What a screening rule takes out of every plan: entries, tags, whole topics."""

    items: tuple[str, ...] = ()
    tags: tuple[Identifier, ...] = ()
    topics: tuple[Identifier, ...] = ()

    def hold(self, id: str, tags: Iterable[str] = (), topic: str | None = None) -> bool:
        """Whether an entry with this id, these tags and this topic is taken out."""
        return id in self.items or topic in self.topics or not set(self.tags).isdisjoint(tags)


class Screening(Titled, AdviceRule):
    """Something that must be ruled out or minded before any advice.

    ``prefers`` names the kind of alternative that takes the place of a blocked exercise first.
    ``only_alone`` is said of a general rule: where another speaks to the same person, a page leaves
    the word to that one.
    ``unanswered`` is closed while the condition is unknown; with ``unanswered_when`` only for those
    of whom that is true, so that a question that is open to everybody closes nothing to everybody.
    ``settles`` names rules for which this one answers: where it fires, they set no gate, but what
    they close stays closed.
    """

    noun: ClassVar[str] = "screening"
    gate: GateName
    message: Passage
    reason: MarkedText
    blocks: Blocks = Blocks()
    instead: MarkedText | None = None
    prefers: Identifier | None = None
    only_alone: bool = False
    unanswered: Blocks = Blocks()
    unanswered_when: Formula | None = None
    settles: tuple[Slug, ...] = ()
