"""Which sessions and moves are open to one person, and how much of a move is meant there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from backfat_rules.decision import DecisionContent, Person
from backfat_rules.decision.choices import Chosen
from backfat_rules.decision.move_dose import MoveDose, doses_in
from backfat_rules.decision.screening import Screened
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.heavy_lifts import HeavyLift
from backfat_rules.knowledge.training_rules import (
    SESSION_KINDS,
    SessionKindName,
    SessionRule,
    Slot,
)
from backfat_rules.language import evaluate
from backfat_rules.training_week.lifts import gear_of, lift_of
from backfat_rules.training_week.week_limits import Limits


@dataclass(frozen=True, slots=True)
class Candidate:
    """A move that can stand in a slot.

    Attributes:
        dose: how much of it is meant there.
        advice: the advice that offers it, if any does.
        covers: the parts of the back that it counts for there.
        loads: those that it loads hard.
        lift: what it asks for as a heavy lift, if it is one.
        grows: whether it may become more from week to week.
        gear: what it is done with.
    """

    exercise: Exercise
    dose: MoveDose
    advice: str | None
    covers: tuple[str, ...]
    loads: frozenset[str]
    lift: HeavyLift | None = None
    grows: bool = False
    gear: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of the move."""
        return self.exercise.id

    @property
    def once_a_week(self) -> str | None:
        """The rule by which a week has one such move and no second; None for most moves."""
        return self.lift.id if self.lift is not None and self.lift.once_a_week else None


class OpenMoves:
    """What can stand in a week of one person within some limits.

    Args:
        screened: what is closed; by default what screening closes to the person.
    """

    def __init__(
        self,
        person: Person,
        decision: DecisionContent,
        limits: Limits,
        screened: Screened | None = None,
    ) -> None:
        self._person, self._decision, self._limits = person, decision, limits
        self._screened = screened or person.screened
        self.knowledge = person.knowledge
        self._level = person.choices.level
        self._advised = decision.advised
        self._chosen = [(way.id, each) for way in decision.all_ways for each in way.exercises]
        self._offered: dict[tuple[str, str], str] = {}
        for advice, chosen in self._chosen:
            if chosen.dose is not None:
                self._offered.setdefault((chosen.id, chosen.dose.context), advice)
        self._candidates: dict[tuple[str, str], tuple[Candidate, ...]] = {}

    @cached_property
    def rules(self) -> Mapping[str, SessionRule]:
        """For each kind of session the rule that it follows: the first that is open."""
        found: dict[str, SessionRule] = {}
        for rule in self.knowledge.once(rules_in_order):
            if rule.kind not in found and rule.makes_up is None and self._is_open(rule):
                found[rule.kind] = rule
        return found

    @cached_property
    def making_up(self) -> Mapping[str, SessionRule]:
        """For each kind of session what makes up for its minutes on days without training."""
        found: dict[str, SessionRule] = {}
        for rule in self.knowledge.once(rules_in_order):
            if rule.makes_up in self.rules and self._is_open(rule):
                found.setdefault(str(rule.makes_up), rule)
        return found

    @cached_property
    def without_limits(self) -> OpenMoves:
        """What would be open with all gear there is, and nothing disliked."""
        limits = replace(self._limits, equipment=None, disliked=frozenset())
        return OpenMoves(self._person, self._decision, limits, self._screened)

    def within(self, limits: Limits) -> OpenMoves:
        """What is open within other limits; the same where these name the same gear and moves."""
        same = replace(limits, equipment=self._limits.equipment, disliked=self._limits.disliked)
        if same == limits:
            return self
        return OpenMoves(self._person, self._decision, limits, self._screened)

    def for_slot(self, rule: SessionRule, slot: Slot) -> tuple[Candidate, ...]:
        """The moves that can stand in a slot of a session, by id."""
        key = (rule.id, slot.id)
        if key not in self._candidates:
            self._candidates[key] = tuple(sorted(self._find(rule, slot), key=lambda each: each.id))
        return self._candidates[key]

    def offers_of(self, advice: str) -> Iterator[Chosen]:
        """The moves of one piece of advice that can be done within the limits."""
        for id, chosen in self._chosen:
            if id == advice and chosen.dose is not None and self.can_be_done(chosen.id):
                yield chosen

    def can_be_done(self, id: str) -> bool:
        """Whether a move, and each that it is made of, is allowed, liked, and there is gear."""
        limits = self._limits
        if self._screened.closes(id):
            return False
        if limits.disliked and not limits.disliked.isdisjoint(self._person.book.members[id]):
            return False
        gear = limits.equipment
        needed = self.knowledge.exercises[id].equipment
        return gear is None or any(gear.issuperset(things) for things in needed)

    def lift_of(self, id: str) -> HeavyLift | None:
        """What a move asks for as a heavy lift, if it is one for this person."""
        return lift_of(self.knowledge.exercises[id], self.knowledge, self._level, self._limits)

    def may_grow(self, rule: SessionRule) -> bool:
        """Whether a session may ask for more from week to week."""
        return may_grow(rule, self._screened)

    def is_held_back(self, kind: SessionKindName) -> bool:
        """Whether safety, and nothing else, keeps all sessions of a kind out of the week."""
        if GATES[self._screened.gate].waits_for_ok:
            return True
        if kind in self.rules:
            return False
        rules = self.knowledge.once(rules_in_order)
        meant = [
            each
            for each in rules
            if each.kind == kind and not each.advised_by and not each.where_closed
        ]
        return bool(meant) and all(map(self._is_closed, meant))

    def _is_closed(self, rule: SessionRule) -> bool:
        """Whether screening closes what a session asks of this person."""
        screened, known = self._screened, self._person.derivation.known
        begun = rule.begun_when is None or evaluate(rule.begun_when.tree, known) is True
        asked = rule.tags if begun else (*rule.tags, *rule.begins)
        return any(screened.closes_tag(tag) for tag in asked)

    def _is_open(self, rule: SessionRule) -> bool:
        screened, known = self._screened, self._person.derivation.known
        if rule.needs_ok and GATES[screened.gate].waits_for_ok:
            return False
        if rule.when is not None and evaluate(rule.when.tree, known) is not True:
            return False
        if self._is_closed(rule):
            return False
        if rule.where_closed and not any(map(screened.closes_tag, rule.where_closed)):
            return False
        if rule.advised_by and self._advised.isdisjoint(rule.advised_by):
            return False
        return any(self.for_slot(rule, slot) for slot in rule.slots)

    def _find(self, rule: SessionRule, slot: Slot) -> Iterator[Candidate]:
        contexts = slot.contexts or rule.contexts
        if rule.advised_by:
            yield from self._advised_moves(rule, slot, contexts)
            return
        doses = self.knowledge.once(doses_in, contexts, self._level)
        for exercise in self.knowledge.once(_moves_for, slot.patterns, slot.moves):
            dose = doses.of(exercise.id)
            if dose is None or not is_whole(dose) or not covers_enough(slot, exercise):
                continue
            if self.can_be_done(exercise.id):
                advice = self._offered.get((exercise.id, dose.context))
                yield self._candidate(exercise, dose, advice, rule, slot)

    def _advised_moves(
        self, rule: SessionRule, slot: Slot, contexts: tuple[str, ...]
    ) -> Iterator[Candidate]:
        """The moves of the advice by which alone the session stands in a week."""
        seen: set[str] = set()
        for advice in rule.advised_by:
            for chosen in self.offers_of(advice):
                exercise, dose = self.knowledge.exercises[chosen.id], chosen.dose
                fits = exercise.pattern in slot.patterns and chosen.id not in seen
                if not fits or dose is None or not covers_enough(slot, exercise):
                    continue
                if dose.context in contexts and is_whole(dose):
                    seen.add(chosen.id)
                    yield self._candidate(exercise, dose, advice, rule, slot)

    def _candidate(
        self, exercise: Exercise, dose: MoveDose, advice: str | None, rule: SessionRule, slot: Slot
    ) -> Candidate:
        covers = covers_of(slot, exercise)
        loads = self.knowledge.once(loaded_parts, exercise.id) if rule.loads else frozenset()
        lift = self.lift_of(exercise.id) if rule.loads and rule.kind == "strength" else None
        gear = gear_of(exercise, lift, self._limits)
        return Candidate(exercise, dose, advice, covers, loads, lift, self.may_grow(rule), gear)


def may_grow(rule: SessionRule, screened: Screened) -> bool:
    """Whether a session may ask a person for more from week to week.

    What nobody could begin now does not become more either.
    """
    waits = GATES[screened.gate].waits_for_ok
    return not waits and not any(map(screened.closes_tag, (*rule.goes_on, *rule.begins)))


def covers_of(slot: Slot, exercise: Exercise) -> tuple[str, ...]:
    """The parts of the back that a move counts for in a slot."""
    return tuple(each for each in slot.covers if each in exercise.regions)


def covers_enough(slot: Slot, exercise: Exercise) -> bool:
    """Whether a move trains what the slot is there for."""
    return not slot.covers or bool(covers_of(slot, exercise))


def is_whole(dose: MoveDose) -> bool:
    """Whether a dose says enough for a week: so many sets of something, or so many minutes."""
    amounts = dose.amounts
    if "minutes" in amounts:
        return True
    work = amounts.keys() & {"reps", "hold_seconds", "work_seconds"}
    return bool(work) and bool(amounts.keys() & {"sets", "rounds"})


def rules_in_order(knowledge: KnowledgeBase) -> tuple[SessionRule, ...]:
    """The sessions that a week can hold, by kind and then by their order."""
    rules = knowledge.sessions.values()
    return tuple(
        sorted(rules, key=lambda each: (SESSION_KINDS.index(each.kind), each.order, each.id))
    )


def loaded_parts(knowledge: KnowledgeBase, id: str) -> frozenset[str]:
    """The parts of the back whose muscles a move, or one that it is made of, works most."""
    exercise = knowledge.exercises[id]
    muscles = (knowledge.muscles[each].region for each in exercise.primary)
    own = {each for each in muscles if each in knowledge.once(parts_of_the_back)}
    return frozenset(own.union(*(loaded_parts(knowledge, each) for each in exercise.members)))


def parts_of_the_back(knowledge: KnowledgeBase) -> tuple[str, ...]:
    """The parts that a balanced week covers, in the order of its goals."""
    return tuple(each.covers for each in knowledge.week_goals.values() if each.covers)


def small_moves(knowledge: KnowledgeBase) -> frozenset[str]:
    """The moves over one joint: those that slots for small moves name."""
    rules = knowledge.sessions.values()
    slots = (slot for rule in rules for slot in rule.slots if slot.small)
    return frozenset(id for slot in slots for id in slot.moves)


def _moves_for(
    knowledge: KnowledgeBase, patterns: tuple[str, ...], moves: tuple[str, ...]
) -> tuple[Exercise, ...]:
    """The exercises of some patterns; of a list if there is one."""
    exercises = knowledge.exercises.values()
    return tuple(
        each for each in exercises if each.pattern in patterns and (not moves or each.id in moves)
    )
