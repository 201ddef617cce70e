"""How much a move is liked for a slot: a sum of whole numbers, each from the knowledge."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.decision import Person
from backfat_rules.knowledge.dose_context import LEVELS
from backfat_rules.knowledge.training_rules import SetAside, Slot
from backfat_rules.language import Facts, evaluate
from backfat_rules.training_week.open_moves import Candidate, small_moves
from backfat_rules.training_week.under_way import WHOLE, UnderWay
from backfat_rules.training_week.week_limits import Numbers


class Preference:
    """What one person's week prefers.

    Args:
        kept: by the id of a move, how much more it is liked because it stood there before.
    """

    def __init__(
        self, person: Person, numbers: Numbers, kept: Mapping[str, int] | None = None
    ) -> None:
        known, fact = person.derivation.known, person.knowledge.policy.current_from
        current = known.get(fact) if fact else None
        self._current = current if isinstance(current, frozenset) else frozenset()
        self._small = person.knowledge.once(small_moves)
        self._kept = kept or {}
        self._aside = frozenset(
            id
            for each in person.knowledge.set_aside.values()
            if stands_behind(each, known)
            for id in each.moves
        )
        self._weight = {
            id: numbers(id) for id in person.knowledge.training_numbers if id.startswith("prefer-")
        }

    def sets_aside(self, id: str) -> bool:
        """Whether a move stands behind all others for this person."""
        return id in self._aside

    def is_makeshift(self, id: str, slot: Slot) -> bool:
        """Whether a move stands behind the others for a slot: set aside, or over one joint."""
        return id in self._aside or (id in self._small and not slot.small)

    def makeshift(self, id: str, slot: Slot) -> int:
        """How much less a move is liked for a slot since it stands behind the others."""
        weight, is_small = self._weight, id in self._small and not slot.small
        return weight["prefer-set-aside"] * (id in self._aside) + weight["prefer-small"] * is_small

    def of(self, candidate: Candidate, slot: Slot, week: UnderWay) -> int:
        """How much a move is liked for a slot, as the week stands."""
        weight, primary = self._weight, candidate.exercise.primary
        done = sum(week.half_sets[each] for each in primary) // (WHOLE * max(1, len(primary)))
        return (
            self.standing(candidate, slot)
            + weight["prefer-uncovered"] * bool({*candidate.covers} - week.covered)
            + weight["prefer-other"] * (week.used[candidate.id] == 0)
            - weight["prefer-uncrowded"] * done
        )

    def standing(self, candidate: Candidate, slot: Slot) -> int:
        """How much a move is liked for a slot, whatever else stands in the week."""
        weight, exercise = self._weight, candidate.exercise
        return (
            weight["prefer-advised"] * (candidate.advice is not None)
            + weight["prefer-known"] * (candidate.id in self._current)
            + weight["prefer-level"] * LEVELS.index(exercise.level)
            - weight["prefer-pattern"] * slot.patterns.index(exercise.pattern)
            + weight["prefer-large"] * len(exercise.primary)
            + weight["prefer-gear"] * (() not in exercise.equipment)
            + weight["prefer-first"] * _place_from_the_end(candidate.id, slot.first)
            + self.makeshift(candidate.id, slot)
            + self._kept.get(candidate.id, 0)
        )


def stands_behind(aside: SetAside, known: Facts) -> bool:
    """Whether the moves that are set aside stand behind all others for a person."""
    if aside.unless is not None and evaluate(aside.unless.tree, known) is True:
        return False
    return aside.when is None or evaluate(aside.when.tree, known) is True


def _place_from_the_end(id: str, first: tuple[str, ...]) -> int:
    """How many of a list stand at or behind something; 0 where it is not in it."""
    return len(first) - first.index(id) if id in first else 0
