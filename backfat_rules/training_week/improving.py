"""A better week than the one that is put together step by step: found by a solver, and as it says.

What matters most comes first, and what has been reached stays: the goals of a balanced week, then
its days, then the moves of one session after the other, then how much of each.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from backfat_rules.knowledge.training_rules import SessionKindName
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.decided_week import Days, DecidedWeek
from backfat_rules.training_week.endurance import OneMoveSession
from backfat_rules.training_week.kept_week import KeptWeek
from backfat_rules.training_week.solver import solved
from backfat_rules.training_week.strength_session import Filled, StrengthSession
from backfat_rules.training_week.week_puzzle import WeekPuzzle
from backfat_rules.training_week.whole_numbers import Puzzle, Terms

TIES = 64
"""How many different small weights there are that decide between answers of equal worth."""

ABOVE_TIES = 1 << 13
"""What one of a worth counts beside them: more than all small weights of an answer together."""


@dataclass(frozen=True, slots=True)
class Search:
    """A week that a solver looked for.

    Attributes:
        proved: whether it is proved of each step that nothing better is left.
        nodes: after how many nodes each step of the search ends at the latest.
    """

    week: DecidedWeek
    proved: bool
    nodes: int


def improved(builder: WeekBuilder, before: Days | None = None) -> Search:
    """The best week of a person that is found; the one put together step by step if none is better.

    Args:
        builder: the person's.
        before: the days of a week before, which stay as they were where nothing speaks against it.

    Raises:
        BackfatRulesError: highspy (the extra ``week``) is not installed.
    """
    nodes = builder.numbers("improve-nodes")
    plain = builder.build()
    week = WeekPuzzle(builder, KeptWeek(before or ()))
    values: tuple[int, ...] = ()
    is_proved = True
    for step in week.steps():
        worth = step(values)
        found = solved(week.puzzle, with_ties(worth, week.puzzle), nodes)
        if found is None:
            return Search(plain, False, nodes)
        values, is_proved = found.values, is_proved and found.proved
        week.settle(worth, values)
    better = _put_together(week, values, builder)
    if len(better.met) < len(plain.met):
        return Search(plain, False, nodes)
    return Search(better, is_proved, nodes)


def can_be_reached(builder: WeekBuilder, goals: Collection[str]) -> bool:
    """Whether a week of a person is found that reaches some goals together."""
    week = WeekPuzzle(builder, KeptWeek())
    week.aim_at(goals)
    return solved(week.puzzle, {}, builder.numbers("improve-nodes")) is not None


def with_ties(worth: Terms, puzzle: Puzzle) -> dict[int, int]:
    """A worth for which no two answers are likely to be equal: small weights decide between them.

    They are spread over the choices as if by chance, and always in the same way.
    """
    return {
        at: ABOVE_TIES * much + (_tie(at) if puzzle.most[at] == 1 else 0)
        for at, much in worth.items()
    }


def _tie(at: int) -> int:
    """The small weight of a place: the golden ratio spreads neighbours over all weights."""
    return (at * 2_654_435_761 % (1 << 32)) * TIES >> 32


def _put_together(chosen: WeekPuzzle, values: Sequence[int], builder: WeekBuilder) -> DecidedWeek:
    """The week of an answer."""
    week, layout = builder.empty_week(), chosen.days.chosen(values)
    for day in layout.intervals:
        _session("intervals", builder).put_efforts(day, builder.limits.minutes, week)
    for number, day in enumerate(layout.strength):
        filled = [
            Filled(each.slot, each.candidate, each.chosen(values))
            for each in chosen.strength.sessions[number]
            if values[each.at]
        ]
        for each in filled:
            week.take(day, each.candidate.exercise, each.item, each.candidate.loads)
        rule = builder.moves.rules["strength"]
        session = StrengthSession(rule, builder.moves, builder.numbers, builder.preference)
        week.put(day, session.session(filled, chosen.warm_up, chosen.cool_down))
    for day in layout.endurance:
        minutes = chosen.endurance.alone(values)
        _session("cardio", builder).put_minutes(day, minutes, builder.limits.minutes, week)
    for number, day in enumerate(layout.strength):
        if room := chosen.endurance.after(number, values):
            _session("cardio", builder).put_minutes(day, room, room, week)
    builder.make_up_for(week)
    return builder.finished(week)


def _session(kind: SessionKindName, builder: WeekBuilder) -> OneMoveSession:
    moves = builder.moves
    return OneMoveSession(moves.rules[kind], moves, builder.numbers, builder.preference)
