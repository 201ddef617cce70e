"""Foods and exercises to choose from: those that suit, are allowed, and can be done."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from backfat_rules.decision.screening import Block, Screened
from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.language import Facts, evaluate
from backfat_rules.reading_back import OnlyItsFields

AT_HOME = "home"
"""The kind of alternative for whom equipment is missing; the catalogue names it so."""


@dataclass(frozen=True, slots=True)
class Chosen(OnlyItsFields):
    """A food or exercise to choose from.

    Attributes:
        instead_of: the exercise that it replaces, where that is closed or cannot be done.
    """

    id: str
    instead_of: str | None = None


@dataclass(slots=True)
class Closed:
    """An exercise that would have been offered, what closes it, and what takes its place.

    Several pieces of advice may offer the same exercise and have other stand-ins for it.
    """

    block: Block
    instead: tuple[str, ...] = ()


class Choices:
    """What can be offered to one person; ``closed`` collects what screening has taken out."""

    def __init__(self, known: Facts, screened: Screened) -> None:
        self.closed: dict[str, Closed] = {}
        self._screened = screened
        self._known = known
        knowledge = screened.book.knowledge
        self._exercises, self._foods = knowledge.exercises, knowledge.foods
        equipment = known.get(knowledge.policy.equipment_from)
        self._equipment = equipment if isinstance(equipment, frozenset) else None
        disliked = known.get(knowledge.policy.disliked_from)
        self._disliked = screened.book.set_of(disliked) if isinstance(disliked, frozenset) else 0

    def foods(self, ids: Iterable[str]) -> tuple[Chosen, ...]:
        """The foods that suit the person and are not closed."""
        return tuple(Chosen(id) for id in ids if not self._screened.closes(id) and self._suits(id))

    def exercises(self, ids: tuple[str, ...]) -> tuple[Chosen, ...]:
        """The exercises that are allowed and can be done; the others by their alternatives.

        An alternative moves like one of the list: a row is no stand-in where cardio is advised.
        """
        offered: dict[str, Chosen] = {}
        patterns = {self._exercises[id].pattern for id in ids}
        for id in ids:
            exercise = self._exercises[id]
            block = self._screened.block_of(id)
            if block is None and self._can_be_done(exercise):
                offered.setdefault(id, Chosen(id))
                continue
            wanted = AT_HOME if block is None else block.screening.prefers
            other = self._alternative(exercise, wanted, patterns, offered.keys() | ids)
            if block is not None:
                self._close(id, block, other)
            if other is not None:
                offered[other] = Chosen(other, instead_of=id)
        return tuple(offered.values())

    def _suits(self, id: str) -> bool:
        unless = self._foods[id].unless
        return unless is None or evaluate(unless.tree, self._known) is not True

    def _can_be_done(self, exercise: Exercise) -> bool:
        """Whether the equipment is there, as far as is known, and the person does not mind."""
        if self._screened.book.exercises[exercise.id] & self._disliked:
            return False
        if self._equipment is None:
            return True
        return any(self._equipment.issuperset(needed) for needed in exercise.equipment)

    def _alternative(
        self, exercise: Exercise, wanted: str | None, patterns: Container[str], taken: set[str]
    ) -> str | None:
        """The first alternative, of the wanted kind if there is one, that can be offered."""
        kinds = sorted(exercise.alternatives.items(), key=lambda each: (each[0] != wanted, each[0]))
        for _, ids in kinds:
            for id in ids:
                other = self._exercises[id]
                fits = id not in taken and other.pattern in patterns
                if fits and not self._screened.closes(id) and self._can_be_done(other):
                    return id
        return None

    def _close(self, id: str, block: Block, other: str | None) -> None:
        closed = self.closed.setdefault(id, Closed(block))
        if other is not None and other not in closed.instead:
            closed.instead = (*closed.instead, other)
