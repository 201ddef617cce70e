"""The goals of a balanced week as choices, and what comes closer to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backfat_rules.knowledge.training_rules import WeekGoal
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.endurance_choices import EnduranceChoices
from backfat_rules.training_week.layout_choices import LayoutChoices
from backfat_rules.training_week.strength_choices import StrengthChoices
from backfat_rules.training_week.under_way import WHOLE
from backfat_rules.training_week.whole_numbers import Puzzle, counted, without

MANY = 10_000
"""More minutes than a week has."""


class GoalChoices:
    """Which goals a week reaches, and how much of what they ask for it has.

    Attributes:
        reached: of each goal the choice whether it is.
        credits: what is worth something though the goal is not reached, or once it is.
    """

    def __init__(
        self,
        puzzle: Puzzle,
        builder: WeekBuilder,
        days: LayoutChoices,
        strength: StrengthChoices,
        endurance: EnduranceChoices,
    ) -> None:
        self._puzzle, self._numbers, self._aerobic = puzzle, builder.numbers, builder.aerobic
        self._days, self._strength, self._endurance = days, strength, endurance
        self.reached: dict[str, int] = {}
        self.credits: dict[int, int] = dict(self._minutes())
        for goal in builder.person.knowledge.week_goals.values():
            if goal.not_below:
                continue  # kept wherever it can be, as a rule of the sessions
            reached = self.reached[goal.id] = puzzle.choice()
            for much, least in self._asked(goal):
                puzzle.keep(without({reached: least}, much), most=0)
            self.credits |= dict(self._sets(goal))

    @property
    def worth(self) -> Mapping[int, int]:
        """All goals are worth the same."""
        return counted(self.reached.values())

    def _asked(self, goal: WeekGoal) -> Iterator[tuple[Mapping[int, int], int]]:
        """The sums that a goal asks for, each with how much is enough."""
        if goal.covers is not None:
            yield self._strength.covering(goal.covers), 1
        elif goal.muscles and goal.least is not None:
            least = WHOLE * self._numbers(goal.least)
            yield from ((self._strength.half_sets(each), least) for each in goal.muscles)
        elif goal.least is not None:
            yield self._sessions(goal), self._numbers(goal.least)
        else:
            yield self._endurance.brisk, self._aerobic

    def _sessions(self, goal: WeekGoal) -> Mapping[int, int]:
        """How many sessions of the kind of a goal there are."""
        if goal.kind == "intervals":
            return self._days.terms(lambda shape: shape.intervals)
        if goal.kind == "cardio":
            return self._endurance.sessions
        return self._days.terms(lambda shape: shape.strength)

    def _sets(self, goal: WeekGoal) -> Iterator[tuple[int, int]]:
        """Half sets of the muscles of a goal, up to what is enough."""
        if goal.muscles and goal.least is not None:
            for muscle in goal.muscles:
                had = self._puzzle.choice(WHOLE * self._numbers(goal.least))
                self._puzzle.keep(without({had: 1}, self._strength.half_sets(muscle)), most=0)
                yield had, self._numbers("improve-needed-set")

    def _minutes(self) -> Iterator[tuple[int, int]]:
        """Brisk minutes up to what is enough, and those beyond."""
        brisk = self._endurance.brisk
        had, beyond = self._puzzle.choice(self._aerobic), self._puzzle.choice(MANY)
        self._puzzle.keep(without({had: 1}, brisk), most=0)
        self._puzzle.keep(without(brisk, {beyond: 1}), most=self._aerobic)
        yield had, self._numbers("improve-minute")
        yield beyond, self._numbers("improve-minute-beyond")
