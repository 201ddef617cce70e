"""A whole week as a puzzle: its days, its moves, its minutes, and what each is worth."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial

from backfat_rules.knowledge.training_rules import SessionKindName
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.day_layouts import DayLayout, Layouts, unevenness
from backfat_rules.training_week.endurance_choices import EnduranceChoices
from backfat_rules.training_week.goal_choices import GoalChoices
from backfat_rules.training_week.item_amounts import cool_down_of, warm_up_of
from backfat_rules.training_week.kept_week import KeptWeek
from backfat_rules.training_week.layout_choices import LayoutChoices
from backfat_rules.training_week.minutes_that_fit import (
    loads_of_intervals,
    minutes_after,
    minutes_alone,
    minutes_of_intervals,
)
from backfat_rules.training_week.spread import LENGTH
from backfat_rules.training_week.strength_choices import MoveChoice, StrengthChoices
from backfat_rules.training_week.whole_numbers import Puzzle, Terms

Values = Sequence[int]
Step = Callable[[Values], Terms]
"""What the choices of one step are worth, once those before are settled."""


class WeekPuzzle:
    """What a person's week can be.

    Args:
        builder: the person's.
        kept: a week of before.
    """

    def __init__(self, builder: WeekBuilder, kept: KeptWeek) -> None:
        self._builder, self._kept, self._numbers = builder, kept, builder.numbers
        self.puzzle = Puzzle()
        room = builder.first_minutes()
        self.warm_up = warm_up_of(room, self._numbers)
        self.cool_down = cool_down_of(room, self._numbers)
        hard = minutes_of_intervals(builder)
        most = self._most_strength()
        self.days = LayoutChoices(self.puzzle, self._layouts(most, hard), self._worth_of_days)
        self.strength = StrengthChoices(
            self.puzzle, builder, self.days, most, room - self.warm_up - self.cool_down
        )
        self.endurance = EnduranceChoices(
            self.puzzle,
            self.days,
            minutes_alone(builder),
            minutes_after(builder, self.warm_up, self.cool_down),
            self.strength.there,
            self._a_week("cardio"),
            hard,
        )
        self.strength.keep_time(self.endurance.room)
        if hard:
            away = builder.moves.rules["intervals"].away_from
            self.strength.keep_apart(away, loads_of_intervals(builder))
        self._goals = GoalChoices(self.puzzle, builder, self.days, self.strength, self.endurance)

    def steps(self) -> Iterator[Step]:
        """What matters, in its order: goals, days, the moves of each session, amounts."""
        yield lambda _: self._goals.worth
        yield lambda _: self.days.worth
        for number in range(len(self.strength.sessions)):
            yield partial(self._worth_of_moves, number)
        yield lambda _: self._worth_of_amounts()

    def aim_at(self, goals: Collection[str]) -> None:
        """Let the week reach some goals, whatever that takes."""
        for id, at in self._goals.reached.items():
            if id in goals:
                self.puzzle.settle(at, 1)

    def settle(self, worth: Terms, values: Values) -> None:
        """Let the choices of a step stay as an answer has them."""
        for at in worth:
            self.puzzle.settle(at, values[at])

    def _a_week(self, kind: SessionKindName) -> int:
        """How often a session of a kind stands in a week at most."""
        rule = self._builder.moves.rules.get(kind)
        return self._builder.a_week(rule) if rule is not None else 0

    def _most_strength(self) -> int:
        limits = self._builder.limits
        most = min(self._a_week("strength"), self._numbers("back-sessions-most"))
        return min(most, limits.most_days, len(limits.days))

    def _layouts(self, strength: int, hard: int) -> Layouts:
        limits, builder = self._builder.limits, self._builder
        intervals = min(self._a_week("intervals"), limits.most_days) if hard else 0
        most = self._a_week("cardio") if minutes_alone(builder) else 0
        return Layouts(
            limits.days,
            limits.most_days,
            range(strength + 1),
            range(intervals + 1),
            tuple(min(most, builder.days_left(days, builder.aerobic)) for days in range(LENGTH)),
            builder.days_between,
            self._numbers("days-from-hinge-to-intervals"),
        )

    def _worth_of_days(self, layout: DayLayout) -> int:
        """Many sessions, far apart, and where they were before."""
        number = self._numbers
        trained = (*layout.strength, *layout.intervals, *layout.endurance)
        return (
            number("improve-strength") * len(layout.strength)
            + number("improve-intervals") * len(layout.intervals)
            + number("improve-endurance") * len(layout.endurance)
            - number("improve-strength-spread") * unevenness(layout.strength)
            - number("improve-spread") * unevenness(trained)
            + number("prefer-kept-day") * self._kept.days(layout)
        )

    def _worth_of_moves(self, number: int, values: Values) -> Terms:
        """Places filled by rank, with moves that are liked and, for many, not yet in the week."""
        earlier = {
            each.candidate.id
            for choices in self.strength.sessions[:number]
            for each in choices
            if values[each.at]
        }
        other = self._numbers("prefer-other")
        return {
            each.at: self._liked(each, number) + other * (each.candidate.id not in earlier)
            for each in self.strength.sessions[number]
        }

    def _liked(self, choice: MoveChoice, number: int) -> int:
        slot, preference = choice.slot, self._builder.preference
        rule = self._builder.moves.rules["strength"]
        every = self._builder.moves.for_slot(rule, slot)
        liked = preference.standing(choice.candidate, slot)
        if all(preference.is_makeshift(each.id, slot) for each in every):
            liked -= preference.makeshift(choice.candidate.id, slot)  # as good as anything there
        last = max(each.rank for each in rule.slots)
        place = self._numbers("improve-place")
        place += self._numbers("improve-rank") * (last - slot.rank)
        kept = self._kept.sets(number, slot.id, choice.candidate.id) > 0
        return place + liked + self._numbers("prefer-kept-place") * kept

    def _worth_of_amounts(self) -> Terms:
        """More sets, each worth half of the one before, and minutes up to the goal."""
        worth = dict.fromkeys(self.endurance.places, 0)
        first, kept = self._numbers("improve-set"), self._numbers("prefer-kept-sets")
        for number, choices in enumerate(self.strength.sessions):
            for each in choices:
                before = self._kept.sets(number, each.slot.id, each.candidate.id)
                for at, place in enumerate(each.more):
                    stays = each.item.sets + at < before
                    worth[place] = (first >> at) + (kept if stays else -kept) * (before > 0)
        return {**worth, **self._goals.credits}
