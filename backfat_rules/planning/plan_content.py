"""What a plan holds: frozen data, ready for JSON; how it reads is the business of ``views``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import AfterValidator, Field

from backfat_rules.arguments import must_be_a_count
from backfat_rules.decision.priority import PriorityParts
from backfat_rules.errors import BackfatRulesError
from backfat_rules.frozen import FrozenDict
from backfat_rules.in_order import InOrder
from backfat_rules.knowledge.entry import AreaName, Verdict
from backfat_rules.knowledge.gates import GateName
from backfat_rules.plain import amount_alone, cut
from backfat_rules.planning.shown import Shown
from backfat_rules.profile.json_facts import FactJson, ToldFacts

AREAS: tuple[AreaName, ...] = get_args(AreaName)

Facts = Annotated[Mapping[str, FactJson], AfterValidator(FrozenDict)]
Numbers = Annotated[Mapping[str, float], AfterValidator(FrozenDict)]


WithheldKind = Literal["block", "unanswered", "needs_ok", "rival"]


class Source(Shown, frozen=True):
    """What a piece of advice stands on: a claim of a guide or a publication."""

    shown_by = ("id", "text")

    id: str
    kind: Literal["claim", "reference"]
    text: str
    verdict: Verdict | None = None
    doi: str | None = None


class Reason(Shown, frozen=True):
    """One link of the chain from the person's facts to the advice.

    Attributes:
        id: the finding or mechanism.
        rule: the rule that concluded it.
        text: the sentence, with the person's own numbers.
        facts: the facts, values and findings that decided the rule.
        severity: how far from the target, 0 to 1.
        verdict: how sure the link is; None for what simply was measured.
    """

    shown_by = ("id", "text")

    id: str
    rule: str
    kind: Literal["finding", "mechanism"]
    text: str
    facts: Facts
    severity: float
    verdict: Verdict | None = None


class Dose(Shown, frozen=True):
    """How much.

    Attributes:
        text: what to show.
        numbers: the computed numbers in it, exact, by name.
        inputs: the facts that the numbers were computed from.
        basis: the same in words.
        personal: whether the text was computed from the person's own facts.
        asks: facts that would make it personal.
    """

    shown_by = ("text",)

    text: str
    numbers: Numbers = Field(default_factory=FrozenDict)
    inputs: Facts = Field(default_factory=FrozenDict)
    basis: str = ""
    personal: bool = False
    asks: tuple[str, ...] = ()

    @property
    def in_short(self) -> str:
        """The amount alone; what explains it follows in the text, after a colon or semicolon.

        >>> Dose(text="at least 7 h in 24 hours; that is 1 h more than now").in_short
        'at least 7 h in 24 hours'
        """
        return amount_alone(self.text)


class Choice(Shown, frozen=True):
    """A food or exercise to choose from.

    Attributes:
        dose: how much of an exercise, in one line.
        instead_of: the exercise that it replaces, where that is blocked or cannot be done.
    """

    id: str
    title: str
    dose: str | None = None
    instead_of: str | None = None


class Recommendation(Shown, frozen=True):
    """One thing to do, with its reasons."""

    id: str
    area: AreaName
    topic: str
    title: str
    action: str
    steps: tuple[str, ...]
    dose: Dose | None
    expect: str | None
    priority: float
    priority_parts: PriorityParts
    reasons: tuple[Reason, ...]
    evidence: Verdict
    sources: tuple[Source, ...]
    cautions: tuple[str, ...]
    done_when: str | None
    foods: tuple[Choice, ...] = ()
    exercises: tuple[Choice, ...] = ()


class FirstStep(Shown, frozen=True):
    """Where to begin: one of at most three."""

    shown_by = ("recommendation", "do")

    recommendation: str
    area: AreaName
    title: str
    do: str

    @property
    def id(self) -> str:
        """The id of the recommendation that it begins."""
        return self.recommendation


class Message(Shown, frozen=True):
    """Something to say that is not advice; screening speaks first.

    Attributes:
        in_short: what a page says of it; empty in plans stored before there were pages.
        on_page: whether a page says it at all, or leaves it to where there is room.
        topic: what it is about; empty for what is about everything.
        title: of a message of screening, whose answer it is about, in a few words.
    """

    shown_by = ("id", "text")

    id: str
    kind: Literal["screening", "guidance", "expectation", "myth", "faq", "keep_going"]
    text: str
    question: str | None = None
    verdict: Verdict | None = None
    sources: tuple[Source, ...] = ()
    in_short: str = ""
    on_page: bool = True
    topic: str = ""
    title: str = ""


class Withheld(Shown, frozen=True):
    """Advice that would have been given, and what stopped it.

    Attributes:
        because: the id of what stopped it.
        kind: closed by screening, waiting for an answer, in need of an OK, or behind a rival that
            is given; None in plans stored before this was told.
        is_exercise: whether it is an exercise, and not advice.
        cause: what was told that stops it, in a few words.
    """

    shown_by = ("id", "reason")

    id: str
    title: str
    because: str
    reason: str
    instead: str | None = None
    kind: WithheldKind | None = None
    is_exercise: bool = False
    cause: str = ""


class FindingResult(Shown, frozen=True):
    """A finding that is known to be true or false."""

    shown_by = ("id", "holds", "title")

    id: str
    title: str
    holds: bool
    severity: float | None = None
    verdict: Verdict | None = None


class ValueResult(Shown, frozen=True):
    """A number computed from the facts: exact, and as it is shown.

    Attributes:
        low: the least it may really be for one person; None where the number is not an estimate.
        high: the most it may really be.
    """

    shown_by = ("id", "text")

    id: str
    title: str
    value: float
    unit: str
    text: str
    low: float | None = None
    high: float | None = None


class Question(Shown, frozen=True):
    """A fact still worth asking for.

    Attributes:
        releases: ids of what is withheld until this is answered.
    """

    shown_by = ("fact", "text")

    fact: str
    text: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    why: str
    releases: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name of the fact."""
        return self.fact


class PlanContent(Shown, InOrder[Recommendation], frozen=True):
    """Everything that a plan says; equal facts and knowledge give equal JSON, byte for byte.

    Attributes:
        facts: what was told, as a profile takes it; ``Profile.model_validate(plan.facts)``.
        gate_line: the gate in one sentence, with what was told that set it; empty in plans stored
            before it was told.
    """

    schema_version: Literal["1"] = "1"
    library_version: str
    knowledge_version: str
    facts: ToldFacts
    gate: GateName
    messages: tuple[Message, ...]
    recommendations: tuple[Recommendation, ...]
    first_steps: tuple[FirstStep, ...]
    withheld: tuple[Withheld, ...]
    findings: tuple[FindingResult, ...]
    values: tuple[ValueResult, ...]
    questions: tuple[Question, ...]
    notice: str
    gate_line: str = ""

    called: ClassVar[str] = "this plan"
    shown_by = ("gate", "recommendations")

    @property
    def _items(self) -> tuple[Recommendation, ...]:
        return self.recommendations

    def __iter__(self) -> Iterator[Recommendation]:  # type: ignore[override]  # no field tuples
        return iter(self.recommendations)

    def area(self, name: AreaName) -> tuple[Recommendation, ...]:
        """The recommendations of one area, in order of priority.

        Raises:
            BackfatRulesError: there is no such area.
        """
        if name not in AREAS:
            raise BackfatRulesError(
                f"There is no area {cut(str(name))!r}. The areas are {', '.join(AREAS)}; each "
                "recommendation has a topic as well."
            )
        return tuple(each for each in self.recommendations if each.area == name)

    def narrowed(self, *, area: AreaName | None = None, top: int | None = None) -> Self:
        """The same plan with fewer recommendations and first steps; nothing else changes.

        It still explains everything that follows for the person.

        Raises:
            BackfatRulesError: there is no such area, or ``top`` is no whole number from 0 on.
        """
        if top is not None:
            must_be_a_count(top, "top")
        kept = self.area(area) if area is not None else self.recommendations
        kept = kept[:top]
        ids = {each.id for each in kept}
        steps = tuple(each for each in self.first_steps if each.recommendation in ids)
        return self.model_copy(update={"recommendations": kept, "first_steps": steps})
