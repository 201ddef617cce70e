"""Wishes that cannot hold together, in words, and what giving up each of them gives."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from backfat_rules.planning.goal_names import goal_names
from backfat_rules.planning.programme_content import Conflict, Without
from backfat_rules.planning.telling import Telling
from backfat_rules.training_week.decided_week import WEEKDAYS
from backfat_rules.training_week.week_limits import Limits, Numbers
from backfat_rules.training_week.wishes import DecidedConflict

MOVES_NAMED = 3
"""More moves that somebody dislikes than these are not named one by one."""


def conflict_told(
    decided: DecidedConflict, telling: Telling, days_a_week: int | None = None
) -> Conflict:
    """A smallest set of wishes in words.

    Args:
        decided: the wishes, and what each would give.
        telling: whose wishes.
        days_a_week: on how many days training may stand, if that was asked for.
    """
    numbers = Numbers(telling.knowledge, telling.derivation.known, telling.choices.level)
    limits = Limits.of(telling, numbers, days_a_week)
    wishes = [_wish(each, limits, telling) for each in decided.wishes]
    given = zip(decided.wishes, decided.gives, decided.costs, strict=True)
    return Conflict.made(
        wishes=decided.wishes,
        text=telling.reader.say("wishes-together", wishes=telling.reader.listed(wishes)),
        without=tuple(
            Without.made(
                wish=wish, gives=gives, costs=costs, text=_without(wish, gives, costs, telling)
            )
            for wish, gives, costs in given
        ),
    )


def _wish(id: str, limits: Limits, telling: Telling) -> str:
    """A goal, or a limit with its own numbers and names."""
    knowledge, reader = telling.knowledge, telling.reader
    if id in knowledge.week_goals:
        return knowledge.week_goals[id].title
    if id == "training_days":
        days = (reader.word("weekdays", WEEKDAYS[each]) for each in limits.days)
        return reader.say("limit-training-days", days=reader.listed(days))
    if id == "days":
        return reader.say("limit-days", days=limits.most_days)
    if id == "minutes_per_session":
        return reader.say("limit-minutes", minutes=limits.minutes)
    if id == "equipment":
        gear = [reader.choice("equipment", each) for each in sorted(limits.equipment or ())]
        return reader.say("limit-gear", gear=reader.listed(gear)) if gear else reader.say("no-gear")
    if id == "disliked_exercises":
        titles = [knowledge.exercises[each].title for each in sorted(limits.disliked)]
        if len(titles) > MOVES_NAMED:
            return reader.say("limit-many-moves")
        return reader.say("limit-moves", moves=reader.listed(titles, "list-or"))
    return reader.say("limit-place")


def _without(wish: str, gives: Iterable[str], costs: Collection[str], telling: Telling) -> str:
    """What becomes possible without a wish, and what that takes."""
    reader, goals = telling.reader, telling.knowledge.week_goals
    if wish in goals:
        given_up = reader.say("without-goal", goal=goals[wish].title)
        return reader.say("wishes-together-rest", wish=given_up)
    given_up = reader.word("week-without-limits", wish)
    reached = reader.listed(goals[each].title for each in gives)
    if not reached:
        if not costs:
            return reader.say("wishes-together-only", wish=given_up)
        lost = reader.listed(goal_names(costs, reader))
        return reader.say("wishes-together-less", wish=given_up, goals=lost)
    return reader.say("wishes-together-end", wish=given_up, goals=reached)
