"""Whether moves of one kind have no fewer sets in a week than those of another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.training_rules import SessionRule, WeekGoal
from backfat_rules.training_week.decided_week import Days
from backfat_rules.training_week.open_moves import OpenMoves


def sets_by_pattern(days: Days, knowledge: KnowledgeBase) -> Counter[str]:
    """The sets of strength of a week by how their moves move."""
    sets: Counter[str] = Counter()
    for session in (each for day in days for each in day if each.kind == "strength"):
        for item in session.items:
            sets[knowledge.exercises[item.exercise].pattern] += item.sets
    return sets


def is_balanced(goal: WeekGoal, sets: Mapping[str, int], more: int = 0) -> bool:
    """Whether the moves of a goal have no fewer sets than those it weighs them against.

    Args:
        goal: one with ``not_below``.
        sets: by how a move moves.
        more: so many sets more of those against which they are weighed.
    """
    return _sum(sets, goal.patterns) >= _sum(sets, goal.not_below) + more


def weighed_goals(rule: SessionRule, moves: OpenMoves) -> Iterator[WeekGoal]:
    """The goals of balance that a session can serve, as some move for them is open in it."""
    for goal in moves.knowledge.week_goals.values():
        slots = (slot for slot in rule.slots if not {*slot.patterns}.isdisjoint(goal.patterns))
        every = (each for slot in slots for each in moves.for_slot(rule, slot))
        if goal.not_below and any(each.exercise.pattern in goal.patterns for each in every):
            yield goal


def _sum(sets: Mapping[str, int], patterns: Iterable[str]) -> int:
    return sum(sets.get(each, 0) for each in patterns)
