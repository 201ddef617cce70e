"""What a plan holds: frozen data, ready for JSON; how it reads is the business of ``views``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from backfat_rules.decision.priority import PriorityParts
from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge.entry import AreaName, Verdict
from backfat_rules.knowledge.gates import GateName
from backfat_rules.profile.json_facts import FactJson, ToldFacts

Facts = Annotated[Mapping[str, FactJson], AfterValidator(FrozenDict)]
Numbers = Annotated[Mapping[str, float], AfterValidator(FrozenDict)]


class Shown(BaseModel):
    """A frozen part of a plan."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @classmethod
    def made(cls, **fields: Any) -> Self:
        """What the library itself has put together, all fields in their order: nothing to check."""
        part = cls.__new__(cls)
        put = object.__setattr__
        put(part, "__dict__", fields)
        put(part, "__pydantic_fields_set__", set(fields))
        put(part, "__pydantic_extra__", None)
        put(part, "__pydantic_private__", None)
        return part


class Source(Shown):
    """What a piece of advice stands on: a claim of a guide or a publication."""

    id: str
    kind: Literal["claim", "reference"]
    text: str
    verdict: Verdict | None = None
    doi: str | None = None


class Reason(Shown):
    """One link of the chain from the person's facts to the advice.

    Attributes:
        id: the finding or mechanism.
        rule: the rule that concluded it.
        text: the sentence, with the person's own numbers.
        facts: the facts, values and findings that decided the rule.
        severity: how far from the target, 0 to 1.
        verdict: how sure the link is; None for what simply was measured.
    """

    id: str
    rule: str
    kind: Literal["finding", "mechanism"]
    text: str
    facts: Facts
    severity: float
    verdict: Verdict | None = None


class Dose(Shown):
    """How much.

    Attributes:
        text: what to show.
        numbers: the computed numbers in it, exact, by name.
        inputs: the facts that the numbers were computed from.
        basis: the same in words.
        personal: whether the text was computed from the person's own facts.
        asks: facts that would make it personal.
    """

    text: str
    numbers: Numbers = Field(default_factory=FrozenDict)
    inputs: Facts = Field(default_factory=FrozenDict)
    basis: str = ""
    personal: bool = False
    asks: tuple[str, ...] = ()


class Choice(Shown):
    """A food or exercise to choose from.

    Attributes:
        dose: how much of an exercise, in one line.
        instead_of: the exercise that it replaces, where that is blocked or cannot be done.
    """

    id: str
    title: str
    dose: str | None = None
    instead_of: str | None = None


class Recommendation(Shown):
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


class FirstStep(Shown):
    """Where to begin: one of at most three."""

    recommendation: str
    area: AreaName
    title: str
    do: str


class Message(Shown):
    """Something to say that is not advice; screening speaks first."""

    id: str
    kind: Literal["screening", "guidance", "expectation", "myth", "faq", "keep_going"]
    text: str
    question: str | None = None
    verdict: Verdict | None = None
    sources: tuple[Source, ...] = ()


class Withheld(Shown):
    """Advice that would have been given, and what stopped it."""

    id: str
    title: str
    because: str
    reason: str
    instead: str | None = None


class FindingResult(Shown):
    """A finding that is known to be true or false."""

    id: str
    title: str
    holds: bool
    severity: float | None = None
    verdict: Verdict | None = None


class ValueResult(Shown):
    """A number computed from the facts: exact, and as it is shown.

    Attributes:
        low: the least it may really be for one person; None where the number is not an estimate.
        high: the most it may really be.
    """

    id: str
    title: str
    value: float
    unit: str
    text: str
    low: float | None = None
    high: float | None = None


class Question(Shown):
    """A fact still worth asking for."""

    fact: str
    text: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    why: str


class PlanContent(Shown):
    """Everything that a plan says; equal facts and knowledge give equal JSON, byte for byte.

    Attributes:
        facts: what was told, as a profile takes it; ``Profile.model_validate(plan.facts)``.
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

    def __getitem__(self, id: str) -> Recommendation:
        """The recommendation with this id.

        Raises:
            KeyError: it is not in this plan.
        """
        for recommendation in self.recommendations:
            if recommendation.id == id:
                return recommendation
        raise KeyError(id)

    def __contains__(self, id: object) -> bool:
        """Whether this plan recommends it."""
        return any(recommendation.id == id for recommendation in self.recommendations)

    def top(self, count: int) -> tuple[Recommendation, ...]:
        """The recommendations of highest priority."""
        return self.recommendations[: max(count, 0)]

    def area(self, name: AreaName) -> tuple[Recommendation, ...]:
        """The recommendations of one area, in order of priority."""
        return tuple(each for each in self.recommendations if each.area == name)

    def narrowed(self, *, area: AreaName | None = None, top: int | None = None) -> Self:
        """The same plan with fewer recommendations and first steps; nothing else changes.

        It still explains everything that follows for the person.
        """
        kept = self.area(area) if area is not None else self.recommendations
        kept = kept if top is None else kept[: max(top, 0)]
        ids = {each.id for each in kept}
        steps = tuple(each for each in self.first_steps if each.recommendation in ids)
        return self.model_copy(update={"recommendations": kept, "first_steps": steps})
