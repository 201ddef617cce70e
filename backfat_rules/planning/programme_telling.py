"""From a decided programme to one in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge.training_rules import SESSION_KINDS, TRAINING_KINDS
from backfat_rules.planning.causes import gate_line
from backfat_rules.planning.move_telling import move_in
from backfat_rules.planning.plan_content import Move
from backfat_rules.planning.programme_content import (
    Improved,
    ProgrammeContent,
    Week,
)
from backfat_rules.planning.telling import Telling
from backfat_rules.planning.week_cautions import week_cautions
from backfat_rules.planning.week_conflicts import conflict_told
from backfat_rules.planning.week_notes import has_own_notes, week_notes
from backfat_rules.planning.week_telling import WeekTelling
from backfat_rules.training_week.deciding_weeks import DecidedProgramme
from backfat_rules.training_week.improving import Search
from backfat_rules.wording import Reader

MOVES_NAMED = 3
"""Of what a week leaves out so much is named."""

ProgrammeType = TypeVar("ProgrammeType", bound=ProgrammeContent)


def tell_programme(
    decided: DecidedProgramme,
    telling: Telling,
    programme_type: type[ProgrammeType],
    start: date | None,
    days_a_week: int | None,
) -> ProgrammeType:
    """A decided programme in words, as a programme of the given type."""
    decision, reader = telling.decision, telling.reader
    weeks = tuple(map(WeekTelling(telling, start).week, decided.weeks))
    cautions, notes = tuple(week_cautions(weeks, telling)), tuple(week_notes(decided, telling))
    return programme_type.model_construct(  # type: ignore[return-value]  # of the type given
        schema_version="1",
        library_version=decision.library_version,
        knowledge_version=decision.knowledge_version,
        facts=decision.facts,
        gate=decision.gate,
        gate_line=_gate_line(
            decided, weeks, telling, minds=bool(cautions) or has_own_notes(notes, telling)
        ),
        start=start,
        days_a_week=days_a_week,
        weeks=weeks,
        conflicts=tuple(conflict_told(each, telling, days_a_week) for each in decided.conflicts),
        held_back=decided.held_back,
        out_of_reach=decided.out_of_reach,
        cautions=cautions,
        moves=FrozenDict(moves_in(weeks, telling)),
        notes=notes,
        notice=reader.text(telling.knowledge.policy.notice),
        intervals_from=decided.intervals_from,
        improved=_improved(decided.search, reader),
    )


def _gate_line(
    decided: DecidedProgramme, weeks: Iterable[Week], telling: Telling, *, minds: bool
) -> str:
    """The gate in a line, which says of the weeks no more than is so; what they leave out."""
    trains = any(map(_trains, weeks))
    changes = decided.changed if decided.weeks else None
    moves = [each for each in decided.left_out if each not in SESSION_KINDS]
    line = gate_line(telling, goes_on=trains, changes=changes, minds=minds, left_out=moves)
    if not decided.left_out or telling.screened.gate != "modify":
        return line
    reader, knowledge = telling.reader, telling.knowledge
    names = [
        reader.word("session-kinds", each)
        if each in SESSION_KINDS
        else knowledge.exercises[each].title
        for each in decided.left_out
    ]
    said = "left-out-here" if len(names) <= MOVES_NAMED else "left-out-among-others"
    return f"{line} {reader.say(said, names=reader.listed(names[:MOVES_NAMED]))}"


def _improved(search: Search | None, reader: Reader) -> Improved | None:
    """How a solver looked for the week, in words."""
    if search is None:
        return None
    said = "week-proved" if search.proved else "week-found"
    text = reader.say(said, nodes=search.nodes)
    return Improved.made(proved=search.proved, nodes=search.nodes, text=text)


def _trains(week: Week) -> bool:
    """Whether a week holds more than practice and easy movement."""
    return any(each.kind in TRAINING_KINDS for each in week.sessions)


def moves_in(weeks: Iterable[Week], telling: Telling) -> Iterator[tuple[str, Move]]:
    """How each exercise is done, in the order in which it is met."""
    items = (item for week in weeks for each in week.sessions for item in each.items)
    for id in dict.fromkeys(item.exercise for item in items):
        yield id, move_in(id, telling)
