"""What a decision holds: ids and numbers, frozen, ready for JSON; no word for a person to read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import AfterValidator

from backfat_rules.brief import Brief, some
from backfat_rules.decision.choices import Chosen
from backfat_rules.decision.definition import StopKind
from backfat_rules.decision.doses import DoseNumbers
from backfat_rules.decision.ends import End
from backfat_rules.decision.finding_state import FindingState
from backfat_rules.decision.priority import PriorityParts
from backfat_rules.decision.saying import Said
from backfat_rules.frozen import FrozenDict
from backfat_rules.in_order import InOrder, all_ids
from backfat_rules.knowledge.gates import GateName
from backfat_rules.profile.json_facts import ToldFacts
from backfat_rules.reading_back import OnlyItsFields
from backfat_rules.shows_itself import ShowsItself


@dataclass(frozen=True, slots=True)
class ScreeningState(OnlyItsFields):
    """A screening rule that fired, or that keeps something closed until it is answered."""

    id: str
    fired: bool


@dataclass(frozen=True, repr=False)
class Advice(Brief, OnlyItsFields):
    """One recommendation that is given.

    Attributes:
        rank: its place, from 1.
        priority: from 0 to 100.
        priority_parts: what the priority was made from, each from 0 to 1.
        need: the id of the need that it is a way to; None where it is the only one by its nature.
        ways: the other ways to the same need that are open, the best first; their rank is that
            among the ways, in which this one is the first.
        dose: how much, as numbers; None where the recommendation has no dose.
        foods: what can be chosen from.
        exercises: what can be chosen from.
        end: what has to become so for the advice to go away; None where nothing can end it. It is
            worked out when it is first asked for.
    """

    shown_by = ("rank", "priority", "id")

    id: str
    rank: int
    priority: float
    priority_parts: PriorityParts
    dose: DoseNumbers | None
    foods: tuple[Chosen, ...]
    exercises: tuple[Chosen, ...]
    end: End | None
    need: str | None = None
    ways: tuple[Advice, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids that find it: its own, those of its other ways, and that of its need."""
        return all_ids(self.id, self.need, self.ways)

    @classmethod
    def ending_by(cls, end_of: Callable[[str], End | None], **fields: Any) -> Self:
        """Advice whose end is not worked out yet."""
        advice = cls.__new__(cls)
        advice.__dict__.update(fields, _end_of=end_of)
        return advice

    def __getattr__(self, name: str) -> Any:
        """The end, which alone can be missing yet."""
        if name == "end" and "_end_of" in self.__dict__:
            return self.__dict__.setdefault("end", self.__dict__["_end_of"](self.id))
        raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}")


@dataclass(frozen=True, slots=True, repr=False)
class Held(Brief, OnlyItsFields):
    """A recommendation or exercise that would have been given, and what stopped it.

    Attributes:
        kind: closed by screening, in need of an OK, or behind a rival that is given.
        by: the id of the screening rule, or of the rival.
        unanswered: whether the screening rule has not fired but is not answered.
        instead: for an exercise, the ids of what is offered in its place.
        under: the id of what answers the same need all the same, or speaks for it among what is
            held back; None where it speaks for itself.
    """

    shown_by = ("kind", "by", "id")

    id: str
    kind: StopKind
    by: str
    unanswered: bool = False
    instead: tuple[str, ...] = ()
    under: str | None = None


@dataclass(frozen=True, repr=False)
class DecisionContent(ShowsItself, InOrder[Advice], OnlyItsFields):
    """Everything that was decided; equal facts and knowledge give equal JSON, byte for byte.

    Attributes:
        facts: what was told, as ``Profile`` takes it.
        gate: the strictest gate of all screening rules that fired.
        screening: the rules that fired, the strictest first, then those that are unanswered.
        advice: what is given, the most important first.
        first_steps: the ids of the advice to begin with.
        later: the ids of the advice that is better kept for later, for whom everything at once
            would be too much.
        withheld: what was called for and is not given, by id.
        messages: what is said besides, in order.
        findings: what is known to be so or not so, but for what a block hides.
        values: computed numbers, but for what a block hides.
    """

    library_version: str
    knowledge_version: str
    facts: ToldFacts
    gate: GateName
    screening: tuple[ScreeningState, ...]
    advice: tuple[Advice, ...]
    first_steps: tuple[str, ...]
    withheld: tuple[Held, ...]
    messages: tuple[Said, ...]
    findings: tuple[FindingState, ...]
    values: Annotated[Mapping[str, float], AfterValidator(FrozenDict)]
    schema_version: Literal["1"] = "1"
    later: tuple[str, ...] = ()

    called: ClassVar[str] = "this decision"

    @property
    def _items(self) -> tuple[Advice, ...]:
        return self.advice

    @property
    def advised(self) -> frozenset[str]:
        """The ids of all that is advised: of each advice, and of the other ways to its need."""
        return frozenset(way.id for way in self.all_ways)

    @property
    def all_ways(self) -> Iterator[Advice]:
        """Every piece of advice, each followed by the other ways to its need."""
        for each in self.advice:
            yield each
            yield from each.ways

    def __repr__(self) -> str:
        return f"<Decision {self.gate}: {some((each.id for each in self.advice), 'no advice')}>"
