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

    def chosen(self, values: Sequence[int]) -> DayLayout:
        """The layout of an answer."""
        return next(layout for at, layout in self._layouts.items() if values[at])
