"""Foods and exercises to choose from: those that suit, are allowed, and can be done."""

from __future__ import annotations

import functools
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from backfat_rules.brief import Brief
from backfat_rules.decision.move_dose import DosesIn, MoveDose, doses_in
from backfat_rules.decision.rulebook import rulebook_of
from backfat_rules.decision.screening import Block, Screened
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.knowledge.dose_context import Level, reaches
from backfat_rules.language import Facts
from backfat_rules.language.python import Function, compile_source
from backfat_rules.reading_back import OnlyItsFields

AT_HOME = "home"
"""The kind of alternative for whom equipment is missing; the catalogue names it so."""
AT_EASE = "beginner"
"""The kind of alternative for whom an exercise is too hard; the catalogue names it so."""


@dataclass(frozen=True, slots=True, repr=False)
class Chosen(Brief, OnlyItsFields):
    """A food or exercise to choose from.

    Attributes:
        instead_of: the exercise that it replaces, where that is closed or cannot be done.
        dose: how much of an exercise; None for a food.
    """

    shown_by = ("instead_of", "id")

    id: str
    instead_of: str | None = None
    dose: MoveDose | None = None


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
        self._known, self._screened, self._book = known, screened, screened.book
        self._knowledge = screened.book.knowledge
        self._exercises = self._knowledge.exercises

    def foods(self, ids: tuple[str, ...]) -> tuple[Chosen, ...]:
        """The foods that suit the person and are not closed."""
        out = self._screened.closed | self._unsuited
        return self._knowledge.once(_offer, ids).without(out)

    def exercises(self, ids: tuple[str, ...], contexts: tuple[str, ...] = ()) -> tuple[Chosen, ...]:
        """The exercises that are allowed, can be done, and have a dose for this person there.

        The others come by their alternatives, and those that are listed first are enough. An
        alternative moves like the one it replaces and like one of the list: a row is no stand-in
        where cardio is advised. Nor is one that is another form of a move that is offered anyway.
        """
        doses = self._knowledge.once(doses_in, contexts, self.level)
        offer = self._knowledge.once(_offer_in, ids, contexts, self.level)
        if not offer.entries & (self._screened.closed | self._undoable | doses.without):
            return offer.all
        offered: dict[str, Chosen] = {}
        patterns = {self._exercises[id].pattern for id in ids}
        forms = self._knowledge.once(_forms)
        open_ones = [id for id in ids if self.offers(id) and doses.has(id)]
        taken = {*ids}.union(*(forms[id] for id in open_ones))
        for id in ids:
            if len(offered) == self._knowledge.policy.exercises_offered:
                break
            block = self._screened.block_of(id)
            if block is None and self._can_be_done(id) and doses.has(id):
                offered.setdefault(id, Chosen(id, dose=doses.of(id)))
                continue
            wanted = self._kind_of_stand_in(id, block)
            other = self._alternative(self._exercises[id], wanted, patterns, taken, doses)
            if block is not None:
                self._close(id, block, other)
            if other is not None:
                offered[other] = Chosen(other, instead_of=id, dose=doses.of(other))
                taken |= forms[other]
        return tuple(offered.values())

    def suits(self, id: str) -> bool:
        """Whether a food suits the person, as far as is known, and is not closed."""
        return not self._book.bits[id] & (self._screened.closed | self._unsuited)

    @cached_property
    def level(self) -> Level:
        """How much training the person is ready for, as far as that is certain."""
        return self._knowledge.policy.level_of(self._known)

    @cached_property
    def _unsuited(self) -> int:
        """The foods that do not suit the person."""
        found: list[str] = []
        self._knowledge.once(_unsuited)(self._known, found.append)
        return self._book.set_of(found)

    @cached_property
    def _undoable(self) -> int:
        """The exercises that the person minds, or lacks the equipment for, as far as is known."""
        policy, set_of = self._knowledge.policy, self._book.set_of
        equipment, disliked = map(self._known.get, (policy.equipment_from, policy.disliked_from))
        found = 0
        if isinstance(equipment, frozenset):
            found |= set_of(self._lacking(equipment))
        if isinstance(disliked, frozenset) and disliked:
            minded = set_of(disliked)
            found |= set_of(id for id, each in self._book.exercises.items() if each & minded)
        return found

    def _lacking(self, equipment: frozenset[str]) -> Iterator[str]:
        for id, exercise in self._exercises.items():
            if not any(equipment.issuperset(needed) for needed in exercise.equipment):
                yield id

    def _can_be_done(self, id: str) -> bool:
        return not self._book.bits[id] & self._undoable

    def _kind_of_stand_in(self, id: str, block: Block | None) -> str | None:
        if block is not None:
            return block.screening.prefers
        return AT_EASE if self._can_be_done(id) else AT_HOME

    def _alternative(
        self,
        exercise: Exercise,
        wanted: str | None,
        patterns: Container[str],
        taken: set[str],
        doses: DosesIn,
    ) -> str | None:
        """The first alternative, of the wanted kind if there is one, that can be offered."""
        kinds = sorted(exercise.alternatives.items(), key=lambda each: (each[0] != wanted, each[0]))
        for _, ids in kinds:
            for id in ids:
                fits = id not in taken and self._exercises[id].pattern in patterns
                if fits and self.offers(id) and doses.has(id) and self._is_alike(exercise, id):
                    return id
        return None

    def _is_alike(self, exercise: Exercise, id: str) -> bool:
        """Whether a stand-in moves like the exercise and is no harder."""
        other = self._exercises[id]
        alike = self._knowledge.policy.may_stand_in(exercise.pattern, other.pattern)
        return alike and reaches(exercise.level, other.level)

    def offers(self, id: str) -> bool:
        """Whether an exercise is allowed and can be done, as far as is known."""
        return not self._screened.closes(id) and self._can_be_done(id)

    def _close(self, id: str, block: Block, other: str | None) -> None:
        closed = self.closed.setdefault(id, Closed(block))
        if other is not None and other not in closed.instead:
            closed.instead = (*closed.instead, other)


class _Offer(NamedTuple):
    """What a recommendation offers to whom nothing is closed.

    Attributes:
        entries: what is offered, and the members of circuits in it, as a set.
    """

    all: tuple[Chosen, ...]
    entries: int
    bits: tuple[int, ...]

    def without(self, out: int) -> tuple[Chosen, ...]:
        """What is left without a set of entries."""
        if not self.entries & out:
            return self.all
        pairs = zip(self.all, self.bits, strict=True)
        return tuple([chosen for chosen, bit in pairs if not bit & out])


def _offer(knowledge: KnowledgeBase, ids: tuple[str, ...]) -> _Offer:
    book = rulebook_of(knowledge)
    distinct = tuple(dict.fromkeys(ids))
    bits = tuple(book.sets[id] for id in distinct)
    return _Offer(tuple(map(Chosen, distinct)), functools.reduce(int.__or__, bits, 0), bits)


def _offer_in(
    knowledge: KnowledgeBase, ids: tuple[str, ...], contexts: tuple[str, ...], level: Level
) -> _Offer:
    """The same with the doses of some contexts, for somebody of a level."""
    plain, doses = knowledge.once(_offer, ids), knowledge.once(doses_in, contexts, level)
    shown = plain.all[: knowledge.policy.exercises_offered]
    return plain._replace(all=tuple(Chosen(each.id, dose=doses.of(each.id)) for each in shown))


def _forms(knowledge: KnowledgeBase) -> Mapping[str, frozenset[str]]:
    """Each exercise with all forms of the move that it is, itself among them."""
    moves: dict[str, set[str]] = {}
    for id, each in knowledge.exercises.items():
        moves.setdefault(each.form_of or id, set()).add(id)
    return {id: frozenset(forms) for forms in moves.values() for id in forms}


def _unsuited(knowledge: KnowledgeBase) -> Callable[..., None]:
    """What notes the foods that do not suit a person, as generated Python."""
    function = Function("unsuited", "_known, _note")
    for food in knowledge.foods.values():
        if food.unless is not None:
            function.add(f"if {function.condition(food.unless.tree)}:", f"    _note({food.id!r})")
    function.add("return")
    return compile_source("rules: unsuited foods", [function], {})["unsuited"]
