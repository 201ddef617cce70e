"""What training weeks are built by is whole: no number is missing, and every name is one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from backfat_rules.knowledge.checks.named_entries import must_be_there
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.heavy_lifts import HeavyLift
from backfat_rules.knowledge.training_rules import (
    NEEDED_NUMBERS,
    AssumedGear,
    SessionRule,
    SetAside,
    TrainingNumber,
    WeekGoal,
    WeekNote,
    WeekPart,
)
from backfat_rules.language import NUMBER, TRUTH, Type

_needs = partial(must_be_there, named_by="a training week needs")


def check_weeks(draft: Draft) -> None:
    """Where there are sessions, each name in them is one, and no number is missing."""
    entries = draft.entries
    numbers = entries["training_numbers"]
    for rule in draft.every(SessionRule):
        _needs(rule, "contexts", rule.contexts, entries["contexts"], draft)
        _needs(rule, "advised_by", rule.advised_by, entries["recommendations"], draft)
        _needs(rule, "a_week", [rule.a_week] if rule.a_week else [], numbers, draft)
        for field in ("tags", "begins", "adds", "goes_on", "where_closed", "once", "away_from"):
            _needs(rule, field, getattr(rule, field), entries["tags"], draft)
        for slot in rule.slots:
            _needs(slot, "contexts", slot.contexts, entries["contexts"], draft)
            for field in ("moves", "first"):
                _needs(slot, field, getattr(slot, field), entries["exercises"], draft)
    for goal in draft.every(WeekGoal):
        _needs(goal, "least", [goal.least] if goal.least else [], numbers, draft)
        _needs(goal, "muscles", goal.muscles, entries["muscles"], draft)
    for part in draft.every(WeekPart):
        _needs(part, "advice", part.advice, entries["recommendations"], draft)
    for aside in draft.every(SetAside):
        _needs(aside, "moves", aside.moves, entries["exercises"], draft)
    for note in draft.every(WeekNote):
        _needs(note, "sessions", note.sessions, entries["sessions"], draft)
    for lift in draft.every(HeavyLift):
        _needs(lift, "tags", lift.tags, entries["tags"], draft)
        _needs(lift, "moves", lift.moves, entries["exercises"], draft)
    first = next(draft.every(SessionRule), None)
    if first is not None:
        _needs(first, "id", NEEDED_NUMBERS, numbers, draft)


def week_formulas(draft: Draft) -> Iterator[tuple[FilePart, str, Formula | None, Type]]:
    """The conditions and formulas of training weeks, with where they stand and what they give."""
    for number in draft.every(TrainingNumber):
        yield from ((case, "when", case.when, TRUTH) for case in number.cases)
    for rule in draft.every(SessionRule):
        yield rule, "when", rule.when, TRUTH
        yield rule, "begun_when", rule.begun_when, TRUTH
        yield rule, "now", rule.now, NUMBER
        yield rule, "base", rule.base, NUMBER
    for gear in draft.every(AssumedGear):
        yield gear, "when", gear.when, TRUTH
        yield gear, "away", gear.away, TRUTH
    for aside in draft.every(SetAside):
        yield aside, "when", aside.when, TRUTH
        yield aside, "unless", aside.unless, TRUTH
    for note in draft.every(WeekNote):
        yield note, "when", note.when, TRUTH
        yield note, "unless", note.unless, TRUTH
