"""The days of a week as choices: one of the shapes, each with its best layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from backfat_rules.training_week.day_layouts import DayLayout, Layouts, Shape
from backfat_rules.training_week.whole_numbers import Puzzle, counted

Counts = Callable[[Shape], int]


class LayoutChoices:
    """Which shape the week has.

    Attributes:
        worth: what each choice is worth.
    """

    def __init__(self, puzzle: Puzzle, layouts: Layouts, worth: Callable[[DayLayout], int]) -> None:
        best: dict[Shape, tuple[int, DayLayout]] = {}
        for layout in layouts.all():
            shape, much = layouts.shape(layout), worth(layout)
            if shape not in best or much > best[shape][0]:
                best[shape] = (much, layout)
        self._places = {puzzle.choice(): shape for shape in best}
        self._layouts = {at: best[shape][1] for at, shape in self._places.items()}
        self.worth: Mapping[int, int] = {at: best[shape][0] for at, shape in self._places.items()}
        puzzle.keep(counted(self._places), least=1, most=1)

    def terms(self, counts: Counts) -> dict[int, int]:
        """How much each shape counts in a sum."""
        return {at: much for at, shape in self._places.items() if (much := int(counts(shape)))}

    def lifting(self, number: int) -> dict[int, int]:
        """Whether there is a session of strength of this number, from 0 on."""
        return self.terms(lambda shape: shape.strength > number)

    def hard(self, number: int) -> dict[int, int]:
        """Whether intervals are so close to it that some moves stay away."""
        return self.terms(lambda shape: shape.strength > number and shape.hard[number])

    def loaded(self, number: int) -> dict[int, int]:
        """Whether intervals are so close to it that both cannot load the same part of the back."""
        return self.terms(lambda shape: shape.strength > number and shape.loaded[number])

    def close(self, number: int, count: int) -> dict[int, int]:
        """Whether it is as close to the one before it, where there are so many."""
        return self.terms(lambda shape: shape.strength == count and shape.close[number])

    def alone(self, days: int) -> dict[int, int]:
        """Whether so many days are for endurance alone."""
        return self.terms(lambda shape: shape.endurance == days)

    def chosen(self, values: Sequence[int]) -> DayLayout:
        """The layout of an answer."""
        return next(layout for at, layout in self._layouts.items() if values[at])
