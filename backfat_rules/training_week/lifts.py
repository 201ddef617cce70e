"""What a loaded move asks for besides its dose: a longer rest, sets to work up to it."""

from __future__ import annotations

from collections.abc import Iterable

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.knowledge.dose_context import Level, reaches
from backfat_rules.knowledge.heavy_lifts import HeavyLift
from backfat_rules.training_week.week_limits import Limits


def lift_of(
    exercise: Exercise, knowledge: KnowledgeBase, level: Level, limits: Limits
) -> HeavyLift | None:
    """The first rule on heavy lifts that fits a move for somebody of a level; None for most."""
    for lift in knowledge.once(lifts_in_order):
        is_meant = not lift.moves or exercise.id in lift.moves
        fits = is_meant and {*lift.tags} <= {*exercise.tags} and reaches(level, lift.level)
        if fits and (not lift.gear or _done_with(exercise, lift.gear, limits)):
            return lift
    return None


def gear_of(exercise: Exercise, lift: HeavyLift | None, limits: Limits) -> tuple[str, ...]:
    """What a move is done with: the first of its ways for which there is gear.

    Of a lift it is the first with what makes it one; nothing where none is there.
    """
    gear = {*lift.gear} if lift is not None else set()
    there = [things for things in exercise.equipment if _is_there(things, limits)]
    heavy = (things for things in there if not gear.isdisjoint(things))
    return next(heavy, next(iter(there), ()))


def lifts_in_order(knowledge: KnowledgeBase) -> tuple[HeavyLift, ...]:
    """The rules on heavy lifts, by their order."""
    return tuple(sorted(knowledge.heavy_lifts.values(), key=lambda each: (each.order, each.id)))


def _done_with(exercise: Exercise, gear: Iterable[str], limits: Limits) -> bool:
    """Whether a move can be done with one of some things among what there is."""
    return any(
        not {*things}.isdisjoint(gear) and _is_there(things, limits)
        for things in exercise.equipment
    )


def _is_there(things: Iterable[str], limits: Limits) -> bool:
    return limits.equipment is None or limits.equipment.issuperset(things)
