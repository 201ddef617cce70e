"""What can stand in the place of a move: whatever fits the same limits, rests and blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from backfat_rules.knowledge.training_rules import SessionRule
from backfat_rules.training_week.balance import is_balanced, sets_by_pattern
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.decided_week import Days, DecidedItem, DecidedSession
from backfat_rules.training_week.goals import own_sets_of
from backfat_rules.training_week.item_amounts import item_of, most_sets
from backfat_rules.training_week.open_moves import Candidate, covers_of, is_whole, loaded_parts
from backfat_rules.training_week.spread import distance
from backfat_rules.training_week.strength_session import slot_of
from backfat_rules.training_week.time_left import room_for, timed
from backfat_rules.training_week.under_way import UnderWay


class Place(NamedTuple):
    """Where a move stands: the day, the session, the item."""

    day: int
    session: DecidedSession
    item: DecidedItem


class Equivalents:
    """Finds what can replace a move in the days of a week."""

    def __init__(self, days: Days, builder: WeekBuilder) -> None:
        self._days, self._builder = days, builder
        self._knowledge, self._numbers = builder.person.knowledge, builder.numbers

    def of(self, exercise: str) -> tuple[DecidedItem, ...]:
        """The moves that fit wherever it stands, the best liked first, as they would stand there.

        Those for the same place come first; where none fits, what moves alike.
        """
        places = self._places_of(exercise)
        if not places:
            return ()
        for alike in (False, True):
            fitting = [
                each
                for each in self._candidates(places[0], alike=alike)
                if self._is_seldom_enough(each, places)
                and all(self._fits(each, place) for place in places)
            ]
            if fitting:
                return tuple(
                    min(
                        (self._item(each, place) for place in places),
                        key=lambda item: (item.sets, item.seconds or 0),
                    )
                    for each in self._liked(fitting, places)
                )
        return ()

    def replaced(self, exercise: str, by: DecidedItem) -> Days:
        """The days with another move in every session in which the first such place is."""
        rules = {each.session.rule for each in self._places_of(exercise)}
        return tuple(
            tuple(self._with(each, exercise, by) if each.rule in rules else each for each in day)
            for day in self._days
        )

    def _places_of(self, exercise: str) -> list[Place]:
        """Where a move stands, among the sessions of the rule in which it is met first."""
        found = [each for each in self._places() if each.item.exercise == exercise]
        return [each for each in found if each.session.rule == found[0].session.rule]

    def _places(self) -> Iterator[Place]:
        for at, day in enumerate(self._days):
            for session in day:
                yield from (Place(at, session, item) for item in session.items)

    def _candidates(self, place: Place, *, alike: bool) -> Iterator[Candidate]:
        session, item = place.session, place.item
        rule = self._knowledge.sessions[session.rule]
        if session.part is not None:
            yield from self._practice(item, rule)
            return
        slots = rule.slots if alike else [slot_of(self._knowledge, rule.id, item.slot)]
        pattern = self._knowledge.exercises[item.exercise].pattern
        seen: set[str] = set()
        for slot in slots:
            for each in self._builder.moves.for_slot(rule, slot):
                may = self._knowledge.policy.may_stand_in(pattern, each.exercise.pattern)
                if each.id not in seen and (may or not alike):
                    seen.add(each.id)
                    yield each

    def _practice(self, item: DecidedItem, rule: SessionRule) -> Iterator[Candidate]:
        """The other moves that the same advice offers."""
        for chosen in self._builder.moves.offers_of(item.advice or ""):
            exercise, dose = self._knowledge.exercises[chosen.id], chosen.dose
            if dose is not None and dose.context in rule.contexts and is_whole(dose):
                yield Candidate(exercise, dose, item.advice, (), frozenset())

    def _is_seldom_enough(self, candidate: Candidate, places: list[Place]) -> bool:
        """Whether a week would have no second move of a kind of which it has one."""
        if candidate.once_a_week is None:
            return True
        instead = places[0].item.exercise
        others = {each.item.exercise for each in self._places()} - {instead}
        return len(places) == 1 and not any(self._is_lift(each, candidate) for each in others)

    def _is_lift(self, exercise: str, candidate: Candidate) -> bool:
        """Whether a move is of the kind of which a week has one."""
        lift = self._builder.moves.lift_of(exercise)
        return lift is not None and lift.id == candidate.once_a_week

    def _fits(self, candidate: Candidate, place: Place) -> bool:
        session, item = place.session, place.item
        rule = self._knowledge.sessions[session.rule]
        others = [each for each in session.items if each.exercise != item.exercise]
        if candidate.id in {each.exercise for each in session.items}:
            return False
        had = self._tags(each.exercise for each in others)
        if {*candidate.exercise.tags} & had & {*rule.once}:
            return False
        if not self._is_far(candidate, place, rule):
            return False
        new = self._item(candidate, place)
        return self._has_time(new, place) and self._leaves_room(candidate, new, place)

    def _has_time(self, new: DecidedItem, place: Place) -> bool:
        session = place.session
        minutes = self._with(session, place.item.exercise, new).minutes
        return minutes <= room_for(session, self._days[place.day], self._builder)

    def _tags(self, moves: Iterable[str]) -> set[str]:
        return {tag for each in moves for tag in self._knowledge.exercises[each].tags}

    def _is_far(self, candidate: Candidate, place: Place, rule: SessionRule) -> bool:
        """Whether what it loads is rested, and it stands away from what it has to."""
        week = UnderWay(-(-self._numbers("hours-between-loads") // 24))
        away = self._numbers("days-from-hinge-to-intervals")
        for other in self._places():
            near = self._knowledge.sessions[other.session.rule]
            if near.loads and other.day != place.day:
                parts = self._knowledge.once(loaded_parts, other.item.exercise)
                week.load(other.day, parts)
            if distance(other.day, place.day) < away:
                if {*near.away_from} & {*candidate.exercise.tags}:
                    return False
                if {*rule.away_from} & self._tags([other.item.exercise]):
                    return False
        return week.may_load(place.day, candidate.loads)

    def _leaves_room(self, candidate: Candidate, new: DecidedItem, place: Place) -> bool:
        """Whether no muscle gets more sets than a week asks of it, and no balance is lost."""
        if place.session.kind != "strength":
            return True
        days = self.replaced(place.item.exercise, new)
        before, after = (sets_by_pattern(each, self._knowledge) for each in (self._days, days))
        for goal in self._knowledge.week_goals.values():
            if goal.not_below and is_balanced(goal, before) and not is_balanced(goal, after):
                return False
        sets, most = own_sets_of(days, self._knowledge), self._numbers("weekly-sets-most")
        return all(sets[muscle] <= most for muscle in candidate.exercise.primary)

    def _liked(self, fitting: list[Candidate], places: list[Place]) -> list[Candidate]:
        session, item = places[0].session, places[0].item
        slot = slot_of(self._knowledge, session.rule, item.slot)
        week = UnderWay(1)

        def order(each: Candidate) -> tuple[bool, int, str]:
            fits = each.exercise.pattern in slot.patterns
            return not fits, -self._builder.preference.of(each, slot, week) if fits else 0, each.id

        aside = self._builder.preference.sets_aside
        usual = [each for each in fitting if not aside(each.id)]
        return sorted(usual or fitting, key=order)

    def _item(self, candidate: Candidate, place: Place) -> DecidedItem:
        """The other move with as much of it as there was, within its own dose and the time."""
        old = place.item
        slot = slot_of(self._knowledge, place.session.rule, old.slot)
        new = replace(
            item_of(candidate, old.slot, self._numbers), covers=covers_of(slot, candidate.exercise)
        )
        if new.reps is None and new.sets == 1 and not new.rest_seconds:
            seconds = min(old.seconds or 0, max(new.seconds_most or 0, new.seconds or 0))
            return replace(new, seconds=seconds or new.seconds)
        sets = min(max(old.sets, new.sets), most_sets(candidate))
        as_much = (replace(new, sets=each) for each in range(sets, new.sets, -1))
        return next((each for each in as_much if self._has_time(each, place)), new)

    def _with(self, session: DecidedSession, exercise: str, by: DecidedItem) -> DecidedSession:
        if exercise not in {each.exercise for each in session.items}:
            return session
        items = tuple(
            replace(by, slot=each.slot) if each.exercise == exercise else each
            for each in session.items
        )
        return timed(session, items, self._builder)
