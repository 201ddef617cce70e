"""The brisk minutes of a week as choices: on days of their own, and after strength."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from backfat_rules.training_week.layout_choices import LayoutChoices
from backfat_rules.training_week.spread import LENGTH
from backfat_rules.training_week.whole_numbers import Puzzle, counted, together, without


class EnduranceChoices:
    """How long endurance takes.

    Args:
        puzzle: what it is put into.
        layouts: the days.
        held: the minutes that a day of its own can hold.
        beside: by the room that is left after strength, the minutes that it holds.
        sessions: for each session of strength whether it is there.
        most: how many sessions of endurance a week has at most.
        hard: how many brisk minutes a session of intervals counts for.

    Attributes:
        sessions: how many sessions of endurance there are, as a sum.
        brisk: all brisk minutes of the week as a sum.
        room: for each session of strength the minutes that are taken after it, as a sum.
    """

    def __init__(
        self,
        puzzle: Puzzle,
        layouts: LayoutChoices,
        held: Iterable[int],
        beside: Mapping[int, int],
        sessions: Sequence[Mapping[int, int]],
        most: int,
        hard: int,
    ) -> None:
        self._own: dict[tuple[int, int], int] = {}
        for days in range(1, LENGTH + 1):
            is_so = layouts.alone(days)
            if is_so:
                places = {(days, minutes): puzzle.choice() for minutes in held}
                puzzle.keep(without(counted(places.values()), is_so), least=0, most=0)
                self._own |= places
        self._beside = [{room: puzzle.choice() for room in beside} for _ in sessions]
        for rooms, there in zip(self._beside, sessions, strict=True):
            puzzle.keep(without(counted(rooms.values()), there), most=0)
        after = [at for rooms in self._beside for at in rooms.values()]
        alone = layouts.terms(lambda shape: shape.endurance)
        self.sessions = together(alone, counted(after))
        puzzle.keep(self.sessions, most=most)
        self.room = [{at: room for room, at in rooms.items()} for rooms in self._beside]
        self.brisk = together(
            {at: days * minutes for (days, minutes), at in self._own.items()},
            {at: beside[room] for rooms in self._beside for room, at in rooms.items()},
            layouts.terms(lambda shape: hard * shape.intervals),
        )

    @property
    def places(self) -> list[int]:
        """All choices of minutes."""
        return [*self._own.values(), *(at for rooms in self.room for at in rooms)]

    def alone(self, values: Sequence[int]) -> int:
        """The minutes on each day of its own; 0 where there is none."""
        return next((minutes for (_, minutes), at in self._own.items() if values[at]), 0)

    def after(self, number: int, values: Sequence[int]) -> int:
        """The room that is taken after a session of strength; 0 where none is."""
        return next((room for at, room in self.room[number].items() if values[at]), 0)
