"""What a plan holds: frozen data, ready for JSON; how it reads is the business of ``views``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import AfterValidator, Field

from backfat_rules.arguments import must_be_a_count
from backfat_rules.decision.definition import StopKind
from backfat_rules.decision.priority import PriorityParts
from backfat_rules.errors import BackfatRulesError
from backfat_rules.frozen import FrozenDict
from backfat_rules.in_order import InOrder, all_ids
from backfat_rules.knowledge.entry import AreaName, Verdict
from backfat_rules.knowledge.gates import GateName
from backfat_rules.plain import amount_alone, cut
from backfat_rules.planning.question import Question
from backfat_rules.planning.shown import Shown
from backfat_rules.profile.json_facts import FactJson, ToldFacts

AREAS: tuple[AreaName, ...] = get_args(AreaName)

Facts = Annotated[Mapping[str, FactJson], AfterValidator(FrozenDict)]
Titles = Annotated[Mapping[str, str], AfterValidator(FrozenDict)]
Numbers = Annotated[Mapping[str, float], AfterValidator(FrozenDict)]


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
        said_with: the id of the recommendation, earlier in the plan, whose reason it is as well;
            None where it stands for the first time.
    """

    shown_by = ("id", "text")

    id: str
    rule: str
    kind: Literal["finding", "mechanism"]
    text: str
    facts: Facts
    severity: float
    verdict: Verdict | None = None
    said_with: str | None = None


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


class OtherWay(Shown, frozen=True):
    """Another thing to do about the same need."""

    id: str
    title: str
    action: str
    steps: tuple[str, ...]
    dose: Dose | None
    expect: str | None
    priority: float
    priority_parts: PriorityParts
    evidence: Verdict
    cautions: tuple[str, ...]
    done_when: str | None
    foods: tuple[Choice, ...] = ()
    exercises: tuple[Choice, ...] = ()


class Move(Shown, frozen=True):
    """An exercise as it stands in a plan: how this person does it.

    Attributes:
        steps: what to do, in order.
        cue: the one thought to keep while doing it.
        faults: what goes wrong most.
        muscles: what does the work.
        equipment: what is needed: one of these.
        made_of: for a circuit, the ids of its moves.
        cautions: what to mind: what applies to the person, or is not known.
        easier: gentler moves that are open to the person: title by id.
        harder: those of the plan that it is the gentler form of.
        dose: how much, in the context in which the plan means it first; None inside a circuit.
    """

    id: str
    title: str
    steps: tuple[str, ...]
    cue: str | None
    faults: tuple[str, ...]
    muscles: tuple[str, ...]
    equipment: tuple[str, ...]
    made_of: tuple[str, ...]
    cautions: tuple[str, ...]
    easier: Titles
    harder: Titles
    dose: str | None


class Recommendation(Shown, frozen=True):
    """One thing to do, with its reasons: the best way to a need that is open.

    Attributes:
        reasons: why, for this way and for the others.
        need: the id of the need that it is a way to; None where it is the only one by its nature.
        ways: the other ways to the same need that are open, the best first.
    """

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
    need: str | None = None
    ways: tuple[OtherWay, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids that find it: its own, those of its other ways, and that of its need."""
        return all_ids(self.id, self.need, self.ways)


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
        alarms: what of the text says when to get help or what never to do; a page says all of it.
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
    alarms: tuple[str, ...] = ()


class Withheld(Shown, frozen=True):
    """Advice that would have been given, and what stopped it.

    Attributes:
        because: the id of the screening rule, or of the rival.
        kind: closed by screening, in need of an OK, or superseded by a rival that is given; None in
            plans stored before this was told.
        unanswered: whether it only waits for an answer.
        under: the id of what answers the same need all the same, or speaks for it among what is
            held back; None where it speaks for itself.
        is_exercise: whether it is an exercise, and not advice.
        cause: what was told that stops it, in a few words.
    """

    shown_by = ("id", "reason")

    id: str
    title: str
    because: str
    reason: str
    instead: str | None = None
    kind: StopKind | None = None
    unanswered: bool = False
    under: str | None = None
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


Moves = Annotated[Mapping[str, Move], AfterValidator(FrozenDict)]


class PlanContent(Shown, InOrder[Recommendation], frozen=True):
    """Everything that a plan says; equal facts and knowledge give equal JSON, byte for byte.

    Attributes:
        facts: what was told, as a profile takes it; ``Profile.model_validate(plan.facts)``.
        gate_line: the gate in one sentence, with what was told that set it; empty in plans stored
            before it was told.
        later: the ids of the recommendations that are better kept for later, for whom everything
            at once would be too much.
        moves: how to do each exercise that is offered, by its id.
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
    later: tuple[str, ...] = ()
    moves: Moves = Field(default_factory=FrozenDict)

    called: ClassVar[str] = "this plan"
    shown_by = ("gate", "recommendations")

    @property
    def _items(self) -> tuple[Recommendation, ...]:
        return self.recommendations

    def __iter__(self) -> Iterator[Recommendation]:  # type: ignore[override]  # no field tuples
        return iter(self.recommendations)

    @property
    def advised(self) -> frozenset[str]:
        """The ids of all that is advised: of each recommendation, and of its other ways."""
        return frozenset(way.id for way in self.all_ways)

    @property
    def all_ways(self) -> Iterator[Recommendation | OtherWay]:
        """Every recommendation, each followed by the other ways to its need."""
        for each in self.recommendations:
            yield each
            yield from each.ways

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
        return self._with(kept, steps)

    def _with(self, kept: tuple[Recommendation, ...], steps: tuple[FirstStep, ...]) -> Self:
        """The same with some of its recommendations, and the moves that these offer."""
        offered = [
            choice.id
            for each in kept
            for choice in chain(each.exercises, *(way.exercises for way in each.ways))
        ]
        offered += [id for each in offered if each in self.moves for id in self.moves[each].made_of]
        moves = FrozenDict({id: move for id, move in self.moves.items() if id in offered})
        ids = {each.id for each in kept}
        later = tuple(id for id in self.later if id in ids)
        update = {"recommendations": kept, "first_steps": steps, "later": later, "moves": moves}
        return self.model_copy(update=update)
