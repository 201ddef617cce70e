"""What every training week has to keep, checked from outside: no code of the planner is used here.

It reads the knowledge, the decision and the programme as an app could, and reckons again.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from backfat_rules import Plan, Programme, load_knowledge
from backfat_rules.knowledge.catalogue import Exercise, Prescription
from backfat_rules.language import evaluate
from backfat_rules.planning.programme_content import Day, Item, Session, Week

KNOWLEDGE = load_knowledge()
TRAINING = ("strength", "intervals", "cardio")
BACK = ("upper", "mid", "lower")
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
SILENT = ("urgent", "emergency")


def faults(plan: Plan, programme: Programme) -> list[str]:
    """Everything that is wrong with a programme; nothing for a sound one."""
    return list(_faults(plan, programme))


def _faults(plan: Plan, programme: Programme) -> Iterator[str]:
    if plan.gate in SILENT:
        if programme.weeks:
            yield "a week under a gate that allows no plan"
        return
    person = _Person(plan)
    if not programme.weeks and person.may_move:
        yield "no week for somebody who may move"
    for week in programme.weeks:
        for fault in (*_shape(programme, week), *person.faults(week)):
            yield f"week {week.number}: {fault}"


def _shape(programme: Programme, week: Week) -> Iterator[str]:
    if [day.weekday for day in week.days] != WEEKDAYS:
        yield "no seven days from Monday on"
    if programme.start is not None:
        for at, day in enumerate(week.days):
            offset = (day.date - programme.start).days if day.date else None
            if offset != at + 7 * (week.number - 1):
                yield f"a date that does not follow: {day.date}"
    for session in week.sessions:
        moves = [item.exercise for item in session.items]
        if len(moves) != len(set(moves)):
            yield f"a move twice in {session.rule}"
        if not moves:
            yield f"nothing in {session.rule}"


class _Person:
    """What a person has told, and what is closed to them."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.facts: Mapping[str, Any] = plan.facts
        self.known = plan._told().derivation.known
        self.level = KNOWLEDGE.policy.level_of(self.known)
        self.closed_tags: set[str] = set()
        self.closed_items: set[str] = set()
        for state in plan.decision.screening:
            rule = KNOWLEDGE.screening[state.id]
            blocks = rule.blocks if state.fired else rule.unanswered
            self.closed_tags.update(blocks.tags)
            self.closed_items.update(blocks.items)

    @property
    def may_move(self) -> bool:
        """Whether walking, or movement in a seat, is open to them."""
        offered = [each for rec in self.plan.decision.all_ways for each in rec.exercises]
        if self.plan.gate == "refer_first":
            return any(
                each.id == "walking" and each.dose and each.dose.context in ("light", "short_walk")
                for each in offered
            )
        disliked = set(self.facts.get("disliked_exercises") or ())
        return (
            any(self.is_open(id) and id not in disliked for id in ("walking", "wheelchair_pushing"))
            and "training" not in self.closed_tags
        )

    def number(self, id: str) -> float:
        return KNOWLEDGE.training_numbers[id].for_person(self.known, self.level)

    def is_open(self, id: str) -> bool:
        exercise = KNOWLEDGE.exercises[id]
        if id in self.closed_items or self.closed_tags & {*exercise.tags}:
            return False
        return all(map(self.is_open, exercise.members))

    def faults(self, week: Week) -> Iterator[str]:
        for day in week.days:
            yield from self._day(day)
            for session in day.sessions:
                yield from self._session(session)
                for item in session.items:
                    yield from self._item(item, week)
        yield from self._loads(week)
        yield from self._sets(week)
        yield from self._heavy(week)
        yield from self._balance(week)
        yield from self._intervals(week)
        yield from self._practice(week)
        yield from self._no_more_than_told(week)
        yield from self._brisk(week)
        yield from self._slow_ends(week)

    def _minutes(self, sessions: Iterable[Session]) -> int:
        """How many minutes some sessions go on, without their slow beginnings and ends."""
        return sum(s.minutes - s.warm_up_minutes - s.cool_down_minutes for s in sessions)

    def _no_more_than_told(self, week: Week) -> Iterator[str]:
        """Whoever has to ask before anything new does no more than they have told, but as advised.

        Movement that is not brisk and that nobody advised counts as much as training.
        """
        told = self.known.get("equivalent_minutes")
        if "new_training" not in self.closed_tags or not isinstance(told, int | float):
            return
        going_on = [
            each
            for each in week.sessions
            if each.kind in ("cardio", "recovery") and not KNOWLEDGE.sessions[each.rule].advised_by
        ]
        cardio = [each for each in going_on if each.kind == "cardio"]
        if cardio and self._minutes(going_on) > told:
            yield f"{self._minutes(going_on)} min for somebody who told {told}"

    def _brisk(self, week: Week) -> Iterator[str]:
        """Brisk minutes are those of brisk sessions, hard ones as often as they count."""
        hard = int(self.number("hard-minutes-count"))
        brisk = [each for each in week.sessions if KNOWLEDGE.sessions[each.rule].brisk]
        found = sum(
            self._minutes([each]) * (hard if each.kind == "intervals" else 1) for each in brisk
        )
        if found != week.aerobic_minutes:
            yield f"{week.aerobic_minutes} brisk minutes are counted, and there are {found}"
        for each in week.sessions:
            if each.kind == "recovery" and each in brisk and self._is_crowded(each, week):
                yield f"{each.rule} stands on a day with training"

    def _is_crowded(self, session: Session, week: Week) -> bool:
        return any(
            session in day.sessions and any(each.kind in TRAINING for each in day.sessions)
            for day in week.days
        )

    def _slow_ends(self, week: Week) -> Iterator[str]:
        """With a heart or a pressure that needs care each day of training ends slowly."""
        least = self.number("cool-down-minutes")
        for day in week.days:
            trained = [each for each in day.sessions if each.kind in TRAINING]
            ends = [each.cool_down_minutes for each in trained]
            if trained and least and sum(each.minutes for each in trained) >= 10 and not sum(ends):
                yield f"no slow end on {day.weekday}"
            if any(ends) and not least:
                yield f"a slow end on {day.weekday} that nobody needs"
            if any(ends[:-1]):
                yield f"a slow end in the middle of {day.weekday}"

    def _day(self, day: Day) -> Iterator[str]:
        training = [each for each in day.sessions if each.kind in TRAINING]
        named = self.facts.get("training_days")
        if training and named and day.weekday not in named:
            yield f"training on {day.weekday}"
        limit = self.facts.get("minutes_per_session")
        if isinstance(limit, int | float):
            if sum(each.minutes for each in training) > limit:
                yield f"{sum(each.minutes for each in training)} min of training on {day.weekday}"
            for each in day.sessions:
                if each.minutes > limit:
                    yield f"{each.minutes} min of {each.kind} on {day.weekday}"
        moves = Counter(item.exercise for each in day.sessions for item in each.items)
        practised = {i.exercise for s in day.sessions if s.kind == "mobility" for i in s.items}
        yield from (f"{each} twice on {day.weekday}" for each in practised if moves[each] > 1)
        kinds = [each.kind for each in day.sessions]
        order = ["strength", "intervals", "cardio", "recovery", "mobility"]
        fresh = [each for each in day.sessions if self._wants_fresh_legs(each)]
        others = [each.kind for each in day.sessions if each not in fresh]
        if others != sorted(others, key=order.index):
            yield f"strength does not come first on {day.weekday}"
        if fresh != [*day.sessions[: len(fresh)]]:
            yield f"balance comes after what tires the legs on {day.weekday}"
        if len(kinds) != len(set(kinds)):
            yield f"two sessions of one kind on {day.weekday}"

    def _wants_fresh_legs(self, session: Session) -> bool:
        return session.part is not None and KNOWLEDGE.week_parts[session.part].first

    def _session(self, session: Session) -> Iterator[str]:
        rule = KNOWLEDGE.sessions[session.rule]
        if self.closed_tags & {*rule.tags}:
            yield f"{session.rule} is closed"
        if rule.when is not None and evaluate(rule.when.tree, self.known) is not True:
            yield f"{session.rule} is not for them"
        seconds = 60 * (session.warm_up_minutes + session.cool_down_minutes)
        for item in session.items:
            seconds += self._seconds(item)
        if session.minutes != math.ceil(seconds / 60):
            yield f"{session.rule} says {session.minutes} min and takes {seconds} s"

    def _seconds(self, item: Item) -> int:
        sides = 2 if item.per_side else 1
        if item.reps is None and item.sets == 1 and not item.rest_seconds:
            return sides * (item.seconds or 0)
        one = item.seconds or 0
        a_repetition = max(int(self.number("seconds-a-repetition")), one)
        if item.reps is not None:
            one = math.floor((item.reps + (item.reps_most or 0)) / 2) * a_repetition
        change = int(self.number("seconds-to-change"))
        lighter = sum(reps * a_repetition + change for reps, _ in item.ramp_up)
        rest = (item.sets - 1) * item.rest_seconds
        return lighter + item.sets * one * sides + rest + change

    def _item(self, item: Item, week: Week) -> Iterator[str]:
        exercise = KNOWLEDGE.exercises[item.exercise]
        if not self.is_open(item.exercise):
            yield f"{item.exercise} is closed"
        gear = self.facts.get("equipment")
        if gear is not None and not any({*gear} >= {*each} for each in exercise.equipment):
            yield f"no gear for {item.exercise}"
        disliked = {*(self.facts.get("disliked_exercises") or ())}
        if disliked & {item.exercise, *_all_members(exercise)}:
            yield f"{item.exercise} is disliked"
        if self.plan.gate == "refer_first" and not self._is_offered(item.exercise):
            yield f"{item.exercise} before anybody was seen"
        yield from self._amounts(item, exercise.dose_as_given(item.context, item.level), week)

    def _is_offered(self, id: str) -> bool:
        return any(id == each.id for way in self.plan.decision.all_ways for each in way.exercises)

    def _amounts(self, item: Item, dose: Prescription, week: Week) -> Iterator[str]:
        levels = ("beginner", "novice", "intermediate")
        if levels.index(item.level) > levels.index(self.level):
            yield f"{item.exercise} is dosed for {item.level}"
        sets = dose.sets or dose.rounds
        least = 1 if week.easier or not sets else sets[0]
        if not least <= item.sets <= (sets[1] if sets else 1):
            yield f"{item.sets} sets of {item.exercise}"
        if item.reps is not None:
            most = item.reps_most or 0
            if not (dose.reps and dose.reps[0] <= item.reps <= most <= dose.reps[1]):
                yield f"{item.reps} to {most} repetitions of {item.exercise}"
        held = dose.hold_seconds or dose.work_seconds
        if (
            item.seconds is not None
            and not held
            and dose.minutes
            and item.seconds > 60 * dose.minutes[1]
        ):
            yield f"{item.seconds} s of {item.exercise}"
        if item.seconds is not None and held and not held[0] <= item.seconds <= held[1]:
            yield f"{item.seconds} s of {item.exercise}"

    def _loads(self, week: Week) -> Iterator[str]:
        """Two days between hard work for one part of the back, in a week that goes round."""
        loads = [{part for each in day.sessions for part in _hard_parts(each)} for day in week.days]
        for at, day in enumerate(week.days):
            both = loads[at] & loads[at - 1]
            if both:
                yield f"{', '.join(sorted(both))} on {day.weekday} and the day before"
        if sum(map(bool, loads)) > 3:
            yield "more than three days load the back"

    def _sets(self, week: Week) -> Iterator[str]:
        sets: Counter[str] = Counter()
        own: Counter[str] = Counter()
        for session in week.sessions:
            if session.kind == "strength":
                for item in session.items:
                    exercise = KNOWLEDGE.exercises[item.exercise]
                    for muscle in exercise.primary:
                        sets[muscle] += 2 * item.sets
                        own[muscle] += item.sets
                    for muscle in exercise.secondary:
                        sets[muscle] += item.sets
        most = self.number("weekly-sets-most")
        for muscle, half in sets.items():
            if own[muscle] > most:
                yield f"{own[muscle]} sets for {muscle}"
            if week.sets_by_muscle[muscle] != half / 2:
                yield f"{week.sets_by_muscle[muscle]} sets for {muscle} are counted"

    def _heavy(self, week: Week) -> Iterator[str]:
        """One heavy hinge a week, early in its session; long rests, lighter sets before."""
        hinges = 0
        for session in week.sessions:
            if session.kind != "strength" or not KNOWLEDGE.sessions[session.rule].loads:
                continue
            for at, item in enumerate(session.items):
                tags = {*KNOWLEDGE.exercises[item.exercise].tags}
                if "heavy_load" not in tags:
                    continue
                if item.rest_seconds < 120:
                    yield f"{item.rest_seconds} s of rest after {item.exercise}"
                if not item.ramp_up:
                    yield f"no lighter set before {item.exercise}"
                if "loaded_hinge" in tags:
                    hinges += 1
                    before = (KNOWLEDGE.exercises[each.exercise] for each in session.items[:at])
                    if any(each.pattern not in ("squat", "lunge") for each in before):
                        yield f"{item.exercise} comes after more than the legs"
        if hinges > 1:
            yield f"{hinges} heavy hinges in one week"

    def _balance(self, week: Week) -> Iterator[str]:
        """No fewer sets of pulling than of pressing, unless nothing to pull is open."""
        sets: Counter[str] = Counter()
        for session in week.sessions:
            if session.kind == "strength":
                for item in session.items:
                    sets[KNOWLEDGE.exercises[item.exercise].pattern] += item.sets
        pulls = sets["horizontal_pull"] + sets["vertical_pull"]
        is_missed = "pulls-as-presses" in week.missed
        if (pulls < sets["push"]) is not is_missed and self.plan.gate != "refer_first":
            yield f"{pulls} sets of pulling beside {sets['push']} of pressing"
        if is_missed and pulls and not week.easier:
            yield f"{sets['push']} sets of pressing, though something to pull is open"

    def _intervals(self, week: Week) -> Iterator[str]:
        hard = [at for at, day in enumerate(week.days) if _has(day, "intervals")]
        if len(hard) > 2:
            yield "more than two days with hard intervals"
        if hard and {"vigorous", "max_effort", "hard_training"} & self.closed_tags:
            yield "hard intervals are closed"
        for at in hard:
            for near in (at - 1, at, (at + 1) % 7):
                items = (item for each in week.days[near].sessions for item in each.items)
                for item in items:
                    if "loaded_hinge" in KNOWLEDGE.exercises[item.exercise].tags:
                        yield f"{item.exercise} next to hard intervals"

    def _practice(self, week: Week) -> Iterator[str]:
        """Practice is in the week as often as the advice that asks for it says."""
        given = self.plan.decision.advised
        for part in KNOWLEDGE.week_parts.values():
            for advice in {*part.advice} & given:
                moves = {
                    item.exercise
                    for each in week.sessions
                    if each.kind == "mobility"
                    for item in each.items
                    if item.advice == advice
                }
                days = sum(
                    any(item.exercise in moves for each in day.sessions for item in each.items)
                    for day in week.days
                )
                if moves and days < part.days:
                    yield f"{advice} on {days} days"


def _all_members(exercise: Exercise) -> set[str]:
    found = {*exercise.members}
    for each in exercise.members:
        found |= _all_members(KNOWLEDGE.exercises[each])
    return found


def _has(day: Day, kind: str) -> bool:
    return any(each.kind == kind for each in day.sessions)


def _hard_parts(session: Session) -> set[str]:
    """The parts of the back whose muscles the moves of a hard session work most."""
    if not KNOWLEDGE.sessions[session.rule].loads:
        return set()
    found: set[str] = set()
    for item in session.items:
        for muscle in KNOWLEDGE.exercises[item.exercise].primary:
            region = KNOWLEDGE.muscles[muscle].region
            if region in BACK:
                found.add(region)
    return found
