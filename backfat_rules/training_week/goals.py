"""What a balanced week holds, and what of it a week has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from backfat_rules.decision import Person
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.training_rules import WeekGoal
from backfat_rules.training_week.balance import is_balanced, sets_by_pattern
from backfat_rules.training_week.decided_week import Days
from backfat_rules.training_week.open_moves import OpenMoves
from backfat_rules.training_week.under_way import HALF, WHOLE
from backfat_rules.training_week.week_limits import Numbers

if TYPE_CHECKING:
    from backfat_rules.training_week.constructive import WeekBuilder


def aerobic_goal(person: Person, numbers: Numbers, *, grows: bool) -> int:
    """The brisk minutes of a first week: what there is and a step more, up to the target.

    Nothing is taken from what somebody does already, up to the most that is of use; where no more
    is open, it stays at that.
    """
    now = told_minutes(person, numbers)
    if now and not grows:
        return now
    start = max(numbers("aerobic-start"), now + numbers("aerobic-step"))
    return max(now, min(start, numbers("aerobic-minutes")))


def told_minutes(person: Person, numbers: Numbers) -> int:
    """The brisk minutes that somebody has told, up to the most that is of use; 0 where unknown."""
    value = person.derivation.known.get("equivalent_minutes")
    told = int(value) if isinstance(value, int | float) else 0
    return min(told, max(numbers("aerobic-minutes-most"), numbers("aerobic-minutes")))


def goals_met(days: Days, builder: WeekBuilder) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The goals that a week reaches, and those that it does not."""
    goals = builder.person.knowledge.week_goals.values()
    met = [goal.id for goal in goals if is_met(goal, days, builder)]
    settled = {*met, *goals_held_back(builder), *goals_out_of_reach(builder)}
    return tuple(met), tuple(goal.id for goal in goals if goal.id not in settled)


def goals_held_back(builder: WeekBuilder) -> tuple[str, ...]:
    """The goals that are not wanted for now: safety keeps out what they ask for, or more of it."""
    goals = builder.person.knowledge.week_goals.values()
    return tuple(goal.id for goal in goals if _is_held_back(goal, builder))


def _is_held_back(goal: WeekGoal, builder: WeekBuilder) -> bool:
    kind, moves = goal.kind or "strength", builder.moves
    if moves.is_held_back(kind):
        return True
    rule = moves.rules.get(kind)
    asks_for_more = bool(goal.least) or kind == "cardio"
    return asks_for_more and rule is not None and not moves.may_grow(rule)


def goals_out_of_reach(builder: WeekBuilder) -> tuple[str, ...]:
    """The goals for which no move is open to the person, with whatever gear and time."""
    goals = builder.person.knowledge.week_goals.values()
    return tuple(
        goal.id for goal in goals if not _can_be_served(goal, builder.moves.without_limits)
    )


def _can_be_served(goal: WeekGoal, moves: OpenMoves) -> bool:
    """Whether the moves that are open could serve a goal."""
    rule = moves.rules.get(goal.kind or "strength")
    if rule is None:
        return False
    every = [each for slot in rule.slots for each in moves.for_slot(rule, slot)]
    if goal.covers is not None:
        return any(goal.covers in each.covers for each in every)
    trained = {
        muscle for each in every for muscle in (*each.exercise.primary, *each.exercise.secondary)
    }
    patterns = {each.exercise.pattern for each in every}
    is_one_sided = patterns.isdisjoint(goal.patterns) and not patterns.isdisjoint(goal.not_below)
    return trained.issuperset(goal.muscles) and not is_one_sided


def is_met(goal: WeekGoal, days: Days, builder: WeekBuilder) -> bool:
    """Whether a week reaches one goal."""
    sessions = [each for day in days for each in day]
    if goal.not_below:
        return is_balanced(goal, sets_by_pattern(days, builder.person.knowledge))
    if goal.covers is not None:
        items = (item for each in sessions for item in each.items)
        return any(goal.covers in item.covers for item in items)
    if goal.muscles and goal.least is not None:
        half_sets = half_sets_of(days, builder.person.knowledge)
        least = WHOLE * builder.numbers(goal.least)
        return all(half_sets[each] >= least for each in goal.muscles)
    if goal.least is not None:
        return sum(each.kind == goal.kind for each in sessions) >= builder.numbers(goal.least)
    return aerobic_minutes(days, builder.person.knowledge, builder.numbers) >= builder.aerobic


def half_sets_of(days: Days, knowledge: KnowledgeBase) -> Counter[str]:
    """The half sets of strength for each muscle: two where it works most, one where it helps."""
    halves: Counter[str] = Counter()
    for session in (each for day in days for each in day if each.kind == "strength"):
        for item in session.items:
            exercise = knowledge.exercises[item.exercise]
            for muscle in exercise.primary:
                halves[muscle] += WHOLE * item.sets
            for muscle in exercise.secondary:
                halves[muscle] += HALF * item.sets
    return halves


def own_sets_of(days: Days, knowledge: KnowledgeBase) -> Counter[str]:
    """The sets of strength in which each muscle works most."""
    sets: Counter[str] = Counter()
    for session in (each for day in days for each in day if each.kind == "strength"):
        for item in session.items:
            for muscle in knowledge.exercises[item.exercise].primary:
                sets[muscle] += item.sets
    return sets


def aerobic_minutes(days: Days, knowledge: KnowledgeBase, numbers: Numbers) -> int:
    """The brisk minutes of a week, hard ones counted as the knowledge says."""
    total = 0
    for session in (each for day in days for each in day if knowledge.sessions[each.rule].brisk):
        counts = numbers("hard-minutes-count") if session.kind == "intervals" else 1
        around = session.warm_up_minutes + session.cool_down_minutes
        total += counts * (session.minutes - around)
    return total
