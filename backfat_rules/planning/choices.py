"""Foods and exercises to choose from: those that suit, are allowed, and can be done."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.language import Facts, evaluate
from backfat_rules.planning.plan import Choice, Withheld
from backfat_rules.planning.prescriptions import prescription_text
from backfat_rules.planning.screening import Block, Screened, withhold
from backfat_rules.units import UnitSystem

AT_HOME = "home"
"""The kind of alternative for whom equipment is missing; the catalogue names it so."""


@dataclass
class Choices:
    """What can be offered to one person; remembers what a block has replaced."""

    known: Facts
    knowledge: KnowledgeBase
    screened: Screened
    units: UnitSystem = "metric"
    withheld: dict[str, Withheld] = field(default_factory=dict)

    def foods(self, ids: Iterable[str]) -> Iterator[Choice]:
        """The foods that suit the person and are not blocked."""
        for id in ids:
            food = self.knowledge.foods[id]
            unfit = food.unless and evaluate(food.unless.tree, self.known) is True
            if not unfit and not self.screened.block_of(id, food.tags):
                yield Choice(id=id, title=food.title)

    def exercises(self, ids: tuple[str, ...]) -> Iterator[Choice]:
        """The exercises that are allowed and can be done; the others by their alternatives.

        An alternative moves like one of the list: a row is no stand-in where cardio is advised.
        """
        offered: set[str] = set()
        patterns = {self.knowledge.exercises[id].pattern for id in ids}
        for id in ids:
            exercise = self.knowledge.exercises[id]
            block = self._block(exercise)
            if block is None and self._can_be_done(exercise):
                if id not in offered:
                    offered.add(id)
                    yield self._choice(exercise)
                continue
            wanted = block.screening.prefers if block is not None else AT_HOME
            other = self._alternative(exercise, wanted, patterns, offered.union(ids))
            if block is not None:
                self._withhold(exercise, block, other)
            if other is not None:
                offered.add(other.id)
                yield self._choice(other, instead_of=id)

    def _block(self, exercise: Exercise) -> Block | None:
        """What blocks an exercise, or a member of a circuit or programme."""
        blocks = (
            self.screened.block_of(each.id, each.tags) for each in self._with_members(exercise)
        )
        return next((block for block in blocks if block is not None), None)

    def _with_members(self, exercise: Exercise) -> Iterator[Exercise]:
        yield exercise
        for id in exercise.members:
            yield from self._with_members(self.knowledge.exercises[id])

    def _can_be_done(self, exercise: Exercise) -> bool:
        """Whether the equipment is there, as far as is known, and the person does not mind."""
        policy = self.knowledge.policy
        disliked = self.known.get(policy.disliked_from)
        ids = {each.id for each in self._with_members(exercise)}
        if isinstance(disliked, frozenset) and not disliked.isdisjoint(ids):
            return False
        equipment = self.known.get(policy.equipment_from)
        if not isinstance(equipment, frozenset):
            return True
        return any(equipment.issuperset(needed) for needed in exercise.equipment)

    def _alternative(
        self, exercise: Exercise, wanted: str | None, patterns: Container[str], taken: set[str]
    ) -> Exercise | None:
        """The first alternative, of the wanted kind if there is one, that can be offered."""
        kinds = sorted(exercise.alternatives.items(), key=lambda each: (each[0] != wanted, each[0]))
        for _, ids in kinds:
            for id in ids:
                other = self.knowledge.exercises[id]
                fits = id not in taken and other.pattern in patterns
                if fits and self._block(other) is None and self._can_be_done(other):
                    return other
        return None

    def _withhold(self, exercise: Exercise, block: Block, other: Exercise | None) -> None:
        by, instead = block.screening, f"{other.title}." if other is not None else None
        out = withhold(exercise.id, exercise.title, by, self.units, unanswered=block.unanswered)
        self.withheld[exercise.id] = out.model_copy(update={"instead": instead})

    def _choice(self, exercise: Exercise, instead_of: str | None = None) -> Choice:
        dose = prescription_text(exercise.doses[0], self.units)
        return Choice(id=exercise.id, title=exercise.title, dose=dose, instead_of=instead_of)
