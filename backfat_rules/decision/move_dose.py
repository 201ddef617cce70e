"""How much of an exercise, as numbers: in the context that advice means, for a person's level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator

from backfat_rules.brief import Brief
from backfat_rules.decision.rulebook import rulebook_of
from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.catalogue import Prescription
from backfat_rules.knowledge.dose_context import Level
from backfat_rules.reading_back import OnlyItsFields

AMOUNTS = (
    "sets",
    "reps",
    "hold_seconds",
    "work_seconds",
    "minutes",
    "rounds",
    "rest_seconds",
    "per_week",
)
"""What a dose can name an amount of, as the catalogue calls it."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True, repr=False)
class MoveDose(Brief, OnlyItsFields):
    """How much of an exercise.

    Attributes:
        context: where it is meant: targeted, circuit, recovery ...
        level: for whom it is: the level from which on it holds.
        amounts: the least and the most of each, by name: sets, reps, hold_seconds ...
        per_side: whether the repetitions are for each side.
    """

    shown_by = ("level", "context")

    context: str
    level: Level
    amounts: Annotated[Mapping[str, Span], AfterValidator(FrozenDict)]
    per_side: bool = False


class DosesIn:
    """The doses of all exercises in some contexts, for everybody of a level.

    Attributes:
        without: the exercises that have none, as a set.
    """

    def __init__(self, knowledge: KnowledgeBase, contexts: tuple[str, ...], level: Level) -> None:
        meant = [knowledge.contexts[id] for id in contexts]
        self._of = {
            id: _numbers(dose, each.level_of(dose))
            for id, each in knowledge.exercises.items()
            if (dose := each.dose_for(meant, level)) is not None
        }
        self._anywhere = not contexts
        missing = () if self._anywhere else knowledge.exercises.keys() - self._of.keys()
        self.without = rulebook_of(knowledge).set_of(missing)

    def has(self, id: str) -> bool:
        """Whether an exercise is for such a person there; where no context is meant, each is."""
        return self._anywhere or id in self._of

    def of(self, id: str) -> MoveDose | None:
        """The dose of an exercise."""
        return self._of.get(id)


def doses_in(knowledge: KnowledgeBase, contexts: tuple[str, ...], level: Level) -> DosesIn:
    """The doses in some contexts; ``knowledge.once`` keeps them."""
    return DosesIn(knowledge, contexts, level)


def _numbers(dose: Prescription, level: Level) -> MoveDose:
    spans = {name: getattr(dose, name) for name in AMOUNTS}
    given = {name: (span[0], span[1]) for name, span in spans.items() if span is not None}
    return MoveDose(dose.context, level, FrozenDict(given), dose.per_side)
