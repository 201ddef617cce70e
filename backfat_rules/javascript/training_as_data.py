"""What a training week is built by and what it says, as plain data."""

from __future__ import annotations

from typing import Any

from backfat_rules.javascript.conditions_as_data import condition_of
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.dose_context import LEVELS
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.heavy_lifts import HeavyLift
from backfat_rules.knowledge.training_rules import SessionRule, TrainingNumber
from backfat_rules.training_week.lifts import lifts_in_order

Data = dict[str, Any]

_SESSION = (
    "id",
    "title",
    "kind",
    "order",
    "contexts",
    "tags",
    "begins",
    "advised_by",
    "needs_ok",
    "loads",
    "once",
    "a_week",
    "adds",
    "goes_on",
    "where_closed",
    "makes_up",
    "brisk",
    "away_from",
    "why",
    "warm_up",
)
_CONDITIONS = ("begun_when", "when", "now", "base")
_SLOT = (
    "id",
    "patterns",
    "covers",
    "contexts",
    "moves",
    "first",
    "rank",
    "small",
    "extra",
    "late",
    "why",
    "why_of",
)
_LIFT = ("id", "tags", "moves", "gear", "once_a_week", "follows", "rest_seconds")
_GOAL = ("id", "title", "covers", "kind", "muscles", "least", "patterns", "not_below")
_PART = ("id", "advice", "days", "moves", "minutes", "first", "why")
_NOTE = ("id", "order", "gates", "sessions", "kinds", "gear", "without_week", "title", "text")


def training_as_data(knowledge: KnowledgeBase) -> Data:
    """The numbers, sessions, goals, parts and notes of a week, as the knowledge names them."""
    return {
        "training_numbers": {id: _number(each) for id, each in knowledge.training_numbers.items()},
        "sessions": {id: _session(each) for id, each in knowledge.sessions.items()},
        "week_goals": {id: _fields(each, _GOAL) for id, each in knowledge.week_goals.items()},
        "week_parts": {id: _fields(each, _PART) for id, each in knowledge.week_parts.items()},
        "week_notes": [
            {**_fields(each, _NOTE), **_conditions(each, ("when", "unless"))}
            for each in knowledge.week_notes.values()
        ],
        "assumed_gear": [
            {**_fields(each, ("equipment", "only_there")), **_conditions(each, ("when", "away"))}
            for each in knowledge.assumed_gear.values()
        ],
        "heavy_lifts": [_lift(each) for each in knowledge.once(lifts_in_order)],
        "set_aside": [
            {"moves": each.moves, **_conditions(each, ("when", "unless"))}
            for each in knowledge.set_aside.values()
        ],
    }


def _number(number: TrainingNumber) -> Data:
    """A number that is other for each level has it for all of them, in their order."""
    levels = [number.by_level.get(level, number.value) for level in LEVELS]
    return {
        "value": number.value,
        "by_level": levels if number.by_level else None,
        "cases": [{"when": condition_of(case.when), "value": case.value} for case in number.cases],
    }


def _session(rule: SessionRule) -> Data:
    return {
        **_fields(rule, _SESSION),
        **_conditions(rule, _CONDITIONS),
        "slots": [_fields(each, _SLOT) for each in rule.slots],
    }


def _lift(lift: HeavyLift) -> Data:
    return {
        **_fields(lift, _LIFT),
        "level": LEVELS.index(lift.level),
        "ramp_up": [{"reps": each.reps, "percent": each.percent} for each in lift.ramp_up],
    }


def _fields(part: FilePart, names: tuple[str, ...]) -> Data:
    return {name: getattr(part, name) for name in names}


def _conditions(part: FilePart, names: tuple[str, ...]) -> Data:
    return {name: condition_of(getattr(part, name)) for name in names}
