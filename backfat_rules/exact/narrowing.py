"""A box that is being narrowed, in place, with what changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backfat_rules.exact.box import Box
from backfat_rules.exact.grids import Grid
from backfat_rules.exact.spans import Span, is_empty, meet

LITTLE = 0.05
"""The share of a span that has to go before it is worth telling its neighbours."""


class Narrowing(Box):
    """Takes out of a box what does not go, and notes where.

    Attributes:
        changed: the places of what became narrower, until somebody takes them out.
        loose: the places of what may have to be more than its operands are sure to give.
    """

    def __init__(self, box: Box, lines: Mapping[int, Grid], loose: Iterable[int] = ()) -> None:
        super().__init__(box.bits, box.spans)
        self.lines = lines
        self.changed: list[int] = []
        self.loose = set(loose)

    def keep_bits(self, at: int, allowed: int) -> bool:
        """Keep only some outcomes of a part; False where none is left."""
        before = self.bits[at]
        kept = before & allowed
        if kept != before:
            self.bits[at] = kept
            self.changed.append(at)
        return kept != 0

    def keep_span(self, at: int, allowed: Span) -> bool:
        """Keep only some numbers of a part, and those on its grid; False where none is left."""
        before = self.spans[at]
        kept = meet(before, allowed)
        if kept == before:
            return True
        line = self.lines.get(at)
        if line is not None and not is_empty(kept):
            kept = line.snapped(kept)
        self.spans[at] = kept
        if _is_much(before, kept):
            self.changed.append(at)
        else:
            self.loose.add(at)
        return kept[2] or not is_empty(kept)


def _is_much(before: Span, after: Span) -> bool:
    """Whether enough became clear; bounds that creep towards each other would never end."""
    if before[2] != after[2] or is_empty(after) or after[0] == after[1]:
        return True
    gone = (after[0] / 2 - before[0] / 2) + (before[1] / 2 - after[1] / 2)
    return gone > LITTLE * (before[1] / 2 - before[0] / 2)
