"""A programme with another move in it, and the programme of the week after one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from backfat_rules.errors import BackfatRulesError, did_you_mean
from backfat_rules.frozen import FrozenDict
from backfat_rules.plain import shown_value
from backfat_rules.planning.programme_content import Item, ProgrammeContent, Week
from backfat_rules.planning.programme_telling import moves_in
from backfat_rules.planning.telling import Telling
from backfat_rules.planning.week_reading import decided_from
from backfat_rules.planning.week_telling import WeekTelling
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.decided_week import WEEKDAYS
from backfat_rules.training_week.deciding_weeks import builder_for
from backfat_rules.training_week.equivalents import Equivalents
from backfat_rules.training_week.next_week import ChangeName, Done, ItemChange, week_from
from backfat_rules.training_week.progression import week_after

SetsDone: TypeAlias = bool | int | Sequence[int]
"""What was done of a move: all of it, the same in each set, or what each set had."""

Log: TypeAlias = Mapping[str, Mapping[str, SetsDone]]
"""What was done of a week, by weekday and move; what is not in it was not done."""


_SENTENCES: Mapping[ChangeName, str] = {
    "more": "week-log-more",
    "heavier": "week-log-heavier",
    "repeat": "week-log-repeat",
    "missed": "week-log-missed",
    "most": "week-log-most",
    "full": "week-log-full",
}


class WeekChanges:
    """Changes a programme of one person."""

    def __init__(self, programme: ProgrammeContent, telling: Telling) -> None:
        self._programme, self._telling = programme, telling
        self._says = WeekTelling(telling, programme.start)

    def equivalents(self, exercise: str) -> tuple[Item, ...]:
        """What fits wherever a move stands in the first week, as it would stand there.

        Raises:
            BackfatRulesError: the week has no such move.
        """
        first = self._week_with(exercise)
        decided = decided_from(first, self._builder())
        rule = next(
            each.rule
            for each in first.sessions
            if exercise in {item.exercise for item in each.items}
        )
        items = Equivalents(decided.days, self._builder()).of(exercise)
        return tuple(self._says.item(each, rule) for each in items)

    def swapped(self, exercise: str, by: str) -> dict[str, Any]:
        """The fields of the programme with another move, in every week.

        Raises:
            BackfatRulesError: the week has no such move, or the other one does not fit.
        """
        builder = self._builder()
        decided = decided_from(self._week_with(exercise), builder)
        fitting = {each.exercise: each for each in Equivalents(decided.days, builder).of(exercise)}
        if by not in fitting:
            remedy = f"These fit: {', '.join(fitting) or 'none'}."
            said = f"{shown_value(by)} does not fit in the place of {exercise}."
            raise BackfatRulesError(f"{said} {remedy}")
        first, *others = self._programme.weeks
        days = Equivalents(decided.days, builder).replaced(exercise, fitting[by])
        new = replace(decided, days=days)
        later = [self._says.week(week_after(new, each.number, builder)) for each in others]
        told = self._says.week(new).model_copy(update={"changes": first.changes})
        return self._fields([told, *later])

    def next_week(self, log: Log) -> dict[str, Any]:
        """The fields of the programme of the week after, from the first week and what was done.

        Raises:
            BackfatRulesError: the log names a day or a move that the week has not, or no sets.
        """
        weeks = self._programme.weeks
        if not weeks:
            raise BackfatRulesError("There is no week of which anything could be done.")
        builder = self._builder()
        done = _checked(log, weeks[0])
        decided, changes = week_from(decided_from(weeks[0], builder), done, builder)
        said = tuple(dict.fromkeys(map(self._said, changes)))
        return self._fields([self._says.week(decided).model_copy(update={"changes": said})])

    def _fields(self, weeks: Iterable[Week]) -> dict[str, Any]:
        told = tuple(weeks)
        return {"weeks": told, "moves": FrozenDict(moves_in(told, self._telling))}

    def _builder(self) -> WeekBuilder:
        return builder_for(self._telling, self._telling.decision, self._programme.days_a_week)

    def _week_with(self, exercise: str) -> Week:
        weeks = self._programme.weeks
        known = dict.fromkeys(
            item.exercise for week in weeks[:1] for each in week.sessions for item in each.items
        )
        if exercise not in known:
            remedy = did_you_mean(str(exercise), list(known)) or f"It has: {', '.join(known)}."
            said = f"The week has no move {shown_value(exercise)}."
            raise BackfatRulesError(f"{said} {remedy}")
        return weeks[0]

    def _said(self, change: ItemChange) -> str:
        knowledge, reader = self._telling.knowledge, self._telling.reader
        slots: dict[str, str | float] = {"move": knowledge.exercises[change.exercise].title}
        if change.change in ("more", "heavier"):
            slots["now"] = change.now
        if change.change == "more":
            slots["before"] = change.before
        if change.change == "heavier":
            slots["harder"] = self._says.growth.harder([change.gear])
        return reader.say(_SENTENCES[change.change], **slots)


def _checked(log: Log, week: Week) -> dict[int, dict[str, Done]]:
    """A log by the place of the day, with what each set had."""
    found: dict[int, dict[str, Done]] = {}
    for weekday, moves in log.items():
        if weekday not in WEEKDAYS:
            known = ", ".join(WEEKDAYS)
            raise BackfatRulesError(f"A log names days as {known}, not {shown_value(weekday)}.")
        at = WEEKDAYS.index(weekday)
        items = {item.exercise: item for each in week.days[at].sessions for item in each.items}
        for exercise, done in moves.items():
            if exercise not in items:
                said = f"There is no move {shown_value(exercise)} on {weekday}."
                raise BackfatRulesError(f"{said} It has: {', '.join(items) or 'none'}.")
            sets = tuple(_sets(done, items[exercise]))
            if sets:
                found.setdefault(at, {})[exercise] = sets
    return found


def _sets(done: SetsDone, item: Item) -> Iterator[int]:
    """What each set had; nothing for what was not done."""
    planned = item.reps if item.reps is not None else item.seconds or 0
    if isinstance(done, bool):
        yield from (planned,) * item.sets if done else ()
    elif isinstance(done, int):
        yield from (done,) * item.sets
    else:
        yield from _each_set(done, item)


def _each_set(done: object, item: Item) -> Iterator[int]:
    sets = done if isinstance(done, list | tuple) else [done]
    for each in sets:
        if isinstance(each, bool) or not isinstance(each, int) or each < 0:
            raise _no_sets(done, item)
        yield each


def _no_sets(done: object, item: Item) -> BackfatRulesError:
    said = f"What was done of {item.exercise} is True or a number for each set"
    return BackfatRulesError(f"{said}, such as [10, 10], not {shown_value(done)}.")
