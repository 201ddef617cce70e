"""Decided weeks in words, for one reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import cast

from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge.catalogue import Prescription
from backfat_rules.knowledge.training_rules import SessionRule
from backfat_rules.planning.programme_content import Day, Item, Session, Week, Weekday
from backfat_rules.planning.telling import Telling
from backfat_rules.planning.week_growth import GrowthTelling
from backfat_rules.training_week.decided_week import (
    WEEKDAYS,
    DecidedItem,
    DecidedSession,
    DecidedWeek,
)
from backfat_rules.training_week.goals import aerobic_minutes, half_sets_of
from backfat_rules.training_week.open_moves import may_grow
from backfat_rules.training_week.strength_session import slot_of
from backfat_rules.training_week.under_way import WHOLE
from backfat_rules.training_week.week_limits import Numbers


class WeekTelling:
    """Tells the weeks of one person.

    Attributes:
        growth: tells how they go on.
    """

    def __init__(self, telling: Telling, start: date | None) -> None:
        self._telling, self._start = telling, start
        self._reader, self._knowledge = telling.reader, telling.knowledge
        known, level = telling.derivation.known, telling.choices.level
        self._numbers = Numbers(telling.knowledge, known, level)
        self.growth = GrowthTelling(telling.knowledge, telling.reader, self._numbers)

    def week(self, decided: DecidedWeek) -> Week:
        """One week."""
        return Week.made(
            number=decided.number,
            easier=decided.easier,
            days=tuple(self._days(decided)),
            changes=tuple(self.growth.changes(decided)),
            sets_by_muscle=FrozenDict(self.sets_by_muscle(decided)),
            aerobic_minutes=aerobic_minutes(decided.days, self._knowledge, self._numbers),
            missed=decided.missed,
        )

    def sets_by_muscle(self, decided: DecidedWeek) -> dict[str, float]:
        """The sets of strength for each muscle, most first; one that only helps counts half."""
        halves = half_sets_of(decided.days, self._knowledge)
        ordered = sorted(halves.items(), key=lambda each: (-each[1], each[0]))
        return {muscle: half / WHOLE for muscle, half in ordered}

    def item(self, decided: DecidedItem, rule: str) -> Item:
        """One move, as it would stand in a session."""
        return self._item(decided, self._knowledge.sessions[rule])

    def _days(self, decided: DecidedWeek) -> Iterator[Day]:
        for at, sessions in enumerate(decided.days):
            day = None
            if self._start is not None:
                day = self._start + timedelta(days=at + len(WEEKDAYS) * (decided.number - 1))
            yield Day.made(
                weekday=cast(Weekday, WEEKDAYS[at]),
                date=day,
                sessions=tuple(map(self._session, sessions)),
            )

    def _session(self, decided: DecidedSession) -> Session:
        rule = self._knowledge.sessions[decided.rule]
        part = self._knowledge.week_parts[decided.part] if decided.part else None
        return Session.made(
            kind=decided.kind,
            rule=decided.rule,
            part=decided.part,
            title=rule.title,
            minutes=decided.minutes,
            warm_up_minutes=decided.warm_up_minutes,
            warm_up=rule.warm_up if decided.warm_up_minutes else None,
            cool_down_minutes=decided.cool_down_minutes,
            cool_down=self._reader.say("end-easily") if decided.cool_down_minutes else None,
            items=tuple(self._item(each, rule) for each in decided.items),
            why=part.why if part else rule.why,
            target=self._target(decided, rule),
            muscles=self._muscles(decided.items),
        )

    def _target(self, decided: DecidedSession, rule: SessionRule) -> str:
        """Why so much of it."""
        say, numbers = self._reader.say, self._numbers
        if decided.part:
            return rule.why
        if decided.kind == "recovery" and not rule.makes_up:
            return say("target-easy")
        if not may_grow(rule, self._telling.screened):
            return say("target-stays")
        if decided.kind == "intervals":
            return say("target-hard", count=numbers("hard-minutes-count"))
        if decided.kind != "strength":
            minutes = decided.minutes - decided.warm_up_minutes - decided.cool_down_minutes
            return say("target-minutes", minutes=minutes, target=numbers("aerobic-minutes"))
        return say("target-grows")

    def _muscles(self, items: Iterable[DecidedItem]) -> tuple[str, ...]:
        """What a session trains, each once in the order of its moves."""
        trained = (muscle for item in items for muscle in self._primary(item))
        return tuple(dict.fromkeys(trained))

    def _primary(self, item: DecidedItem) -> tuple[str, ...]:
        return self._knowledge.exercises[item.exercise].primary

    def _item(self, decided: DecidedItem, rule: SessionRule) -> Item:
        return Item.made(
            exercise=decided.exercise,
            title=self._knowledge.exercises[decided.exercise].title,
            slot=decided.slot,
            sets=decided.sets,
            reps=decided.reps,
            reps_most=decided.reps_most,
            seconds=decided.seconds,
            seconds_most=decided.seconds_most,
            rest_seconds=decided.rest_seconds,
            per_side=decided.per_side,
            dose=self._dose(decided),
            effort=self._effort(decided, rule),
            why=self._why(decided, rule),
            muscles=self._primary(decided),
            advice=decided.advice,
            context=decided.context,
            level=decided.level,
            covers=decided.covers,
            heavier=decided.heavier,
            ramp_up=decided.ramp_up,
            ramp_up_text=self._ramp_up(decided),
            gear=decided.gear,
        )

    def _dose(self, item: DecidedItem) -> str:
        """How much, in one line, with the very numbers of the week."""
        seconds = item.seconds
        goes_on = item.reps is None and item.sets == 1 and not item.rest_seconds
        minutes = (seconds or 0) / 60 if goes_on else None
        efforts = item.reps is None and not goes_on and self._is_work(item)
        dose = Prescription(
            context=item.context,
            sets=None if goes_on or efforts or item.sets == 1 else (item.sets, item.sets),
            reps=None if item.reps is None else (item.reps, item.reps_most or item.reps),
            per_side=item.per_side,
            hold_seconds=None if goes_on or efforts or not seconds else (seconds, seconds),
            work_seconds=(seconds, seconds) if efforts and seconds else None,
            minutes=None if minutes is None else (minutes, minutes),
            rounds=(item.sets, item.sets) if efforts else None,
            rest_seconds=(item.rest_seconds,) * 2 if item.rest_seconds and item.sets > 1 else None,
        )
        said = self._reader.prescription(dose)
        ways = self._knowledge.exercises[item.exercise].done_with
        way = next((ways[thing] for thing in item.gear if thing in ways), None)
        return said if way is None else self._reader.say("dose-with", dose=said, way=way)

    def _ramp_up(self, item: DecidedItem) -> str | None:
        """The sets that lead up to the first one."""
        if not item.ramp_up:
            return None
        sets = (
            self._reader.say("ramp-set", reps=reps, percent=share) for reps, share in item.ramp_up
        )
        return self._reader.say("ramp-up-line", sets=self._reader.listed(sets))

    def _is_work(self, item: DecidedItem) -> bool:
        given = self._given(item)
        return given.work_seconds is not None

    def _given(self, item: DecidedItem) -> Prescription:
        exercise = self._knowledge.exercises[item.exercise]
        return exercise.dose_as_given(item.context, item.level)

    def _effort(self, item: DecidedItem, rule: SessionRule) -> str:
        """What the catalogue says of the effort, and what that is in plain words."""
        is_hold = rule.kind == "strength" and item.reps is None
        plain = self._reader.word("efforts", "hold" if is_hold else rule.made_up_kind)
        effort = self._given(item).effort
        if effort is None:
            return plain
        said = self._reader.text(effort)
        if rule.kind in ("strength", "mobility"):
            return said
        return self._reader.say("effort-line", effort=said, plain=plain)

    def _why(self, item: DecidedItem, rule: SessionRule) -> str:
        slot = slot_of(self._knowledge, rule.id, item.slot)
        why = slot.why_of.get(self._knowledge.exercises[item.exercise].pattern, slot.why)
        if item.advice is None:
            return why
        title = self._knowledge.recommendations[item.advice].title
        return f"{why} {self._reader.say('from-your-plan', title=title)}"
