"""What a week of before is worth: staying as it was is a wish among others."""

from __future__ import annotations

from dataclasses import dataclass

from backfat_rules.training_week.day_layouts import DayLayout
from backfat_rules.training_week.decided_week import Days, DecidedSession


@dataclass(frozen=True)
class KeptWeek:
    """The days of a week before; nothing where there is none."""

    before: Days = ()

    def days(self, layout: DayLayout) -> int:
        """On how many days a layout has the sessions that were there."""
        kinds = {
            "strength": layout.strength,
            "intervals": layout.intervals,
            "cardio": layout.endurance,
        }
        return sum(
            any(each.kind == kind for each in self._sessions(day))
            for kind, days in kinds.items()
            for day in days
        )

    def sets(self, number: int, slot: str, exercise: str) -> int:
        """How many sets of a move stood in a place of a session of strength; 0 if it did not."""
        lifting = [each for day in self.before for each in day if each.kind == "strength"]
        items = lifting[number].items if number < len(lifting) else ()
        same = (each for each in items if each.exercise == exercise and each.slot == slot)
        return next((each.sets for each in same), 0)

    def _sessions(self, day: int) -> tuple[DecidedSession, ...]:
        return self.before[day] if self.before else ()
