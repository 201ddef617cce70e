"""Limits over boxes: a number compared with a fixed one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from backfat_rules.exact.axes import Axis
from backfat_rules.exact.box import Box, Split, Term
from backfat_rules.exact.spans import EMPTY, UNDEFINED, Span, is_empty, join, meet
from backfat_rules.exact.worth import FALSE, NEITHER, TRUE
from backfat_rules.language.tree import Comparison


@dataclass(frozen=True, slots=True)
class Limit:
    """A number compared with a fixed one; ``index`` is the variable that a split narrows."""

    term: Term
    operator: Comparison
    limit: float
    index: int

    def worth(self, box: Box) -> int:
        """By where the span lies."""
        low, high, undefined = self.term.span(box)
        found = NEITHER if undefined else 0
        if low > high:
            return found
        limit = self.limit
        match self.operator:
            case "<":
                yes, no = low < limit, high >= limit
            case "<=":
                yes, no = low <= limit, high > limit
            case ">":
                yes, no = high > limit, low <= limit
            case ">=":
                yes, no = high >= limit, low < limit
            case _:
                yes, no = low <= limit <= high, not low == high == limit
        return found | (TRUE if yes else 0) | (FALSE if no else 0)

    def narrow(self, box: Box, goal: int, lines: Sequence[Axis], *, bold: bool) -> bool:  # noqa: ARG002
        """Only the wanted sides of the limit stay; a compound term is assumed to lie there."""
        if self.index < 0:
            return bool(self.worth(box) & goal)
        yes, no = cut(self.operator, self.limit)
        kept = UNDEFINED if goal & NEITHER else EMPTY
        for each in (*(yes if goal & TRUE else ()), *(no if goal & FALSE else ())):
            kept = join(kept, each)
        span = lines[self.index].snapped(meet(box.spans[self.index], kept))
        box.spans[self.index] = span
        return span[2] or not is_empty(span)

    def pick(self, box: Box, want: bool) -> Split | None:
        """Cut at the limit, the wanted side first; undefined last."""
        span = self.term.span(box)
        yes, no = cut(self.operator, self.limit)
        order = (*yes, *no) if want else (*no, *yes)
        parts = [part for each in order if not is_empty(part := meet(each, span))]
        if span[2]:
            parts.append(UNDEFINED)
        return Split(self.index, spans=tuple(parts)) if len(parts) > 1 else None


def cut(operator: Comparison, limit: float) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans where a comparison with a limit holds, and those where it does not."""
    below = (-math.inf, math.nextafter(limit, -math.inf), False)
    above = (math.nextafter(limit, math.inf), math.inf, False)
    upto, onward = (-math.inf, limit, False), (limit, math.inf, False)
    match operator:
        case "<":
            return (below,), (onward,)
        case "<=":
            return (upto,), (above,)
        case ">":
            return (above,), (upto,)
        case ">=":
            return (onward,), (below,)
        case _:
            return ((limit, limit, False),), (below, above)
