"""The change of some facts that takes the fewest steps."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from backfat_rules.exact.fact_changes import FactChange, FactChanges
from backfat_rules.exact.narrowing import Narrowing
from backfat_rules.exact.search import wanting
from backfat_rules.exact.split import next_split, pieces
from backfat_rules.language import Facts

MOST_BOXES = 300
"""After how many boxes the change with the fewest steps gives way to the first that does it."""


@dataclass(frozen=True, slots=True)
class LeastChange:
    """Changes that belong together.

    Attributes:
        changes: by the name of the fact.
        steps: their steps in all.
        proven: whether it is certain that the same facts do not do it in fewer steps.
    """

    changes: tuple[FactChange, ...]
    steps: int
    proven: bool = True

    def applied(self, known: Facts) -> Facts:
        """The facts afterwards."""
        return {**known, **{each.fact: each.after for each in self.changes}}


def cheapest_change(moves: FactChanges, moving: frozenset[str], goal: int) -> LeastChange | None:
    """The change of exactly these facts that takes the fewest steps; None where none is found.

    Best first: no box is looked into before those that allow a change with fewer steps. Where that
    takes too long, which needs trade-offs between numbers of one term, the rest is depth first, and
    ends where it finds nothing in as many boxes again.
    """
    order = count(0, -1)  # of boxes with equal steps the latest comes first: it is narrower
    heap: list[tuple[int, int, Narrowing, LeastChange]] = []
    seen = 0

    def push(box: Narrowing) -> None:
        changes = moves.cheapest(box, moving)
        change = LeastChange(changes, sum(each.steps for each in changes), seen < MOST_BOXES)
        heappush(heap, (change.steps if change.proven else 0, next(order), box, change))

    first = wanting(moves.problem, moves.box(moving), moves.lines, goal)
    if first is not None:
        push(first)
    while heap and seen < 2 * MOST_BOXES:
        seen += 1
        _, _, box, change = heappop(heap)
        if moves.does(change.changes, goal):
            return change
        split, _ = next_split(moves.circuit, box)
        if split is not None:
            for each in reversed([*pieces(moves.circuit, box, split, moves.problem.cone)]):
                push(each)
    return None
