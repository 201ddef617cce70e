"""What is still open: for every variable the outcomes, words or numbers that it can have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from backfat_rules.exact.axes import Axis
from backfat_rules.exact.spans import Span


@dataclass(slots=True)
class Box:
    """Possible values of all variables of one condition; copied before it is narrowed in place.

    Attributes:
        bits: for yes or no and for a word in a set: bits of ``worth``; for a choice: a bit a word.
        spans: for a number, and for each compound term of the condition what it is assumed to be.
    """

    bits: list[int]
    spans: list[Span]

    def copy(self) -> Box:
        """One that can be narrowed in place."""
        return Box(self.bits.copy(), self.spans.copy())

    def with_bits(self, index: int, bits: int) -> Box:
        """The same with one variable narrowed."""
        changed = self.bits.copy()
        changed[index] = bits
        return Box(changed, self.spans)

    def with_span(self, index: int, span: Span) -> Box:
        """The same with one number narrowed."""
        changed = self.spans.copy()
        changed[index] = span
        return Box(self.bits, changed)


@dataclass(frozen=True, slots=True)
class Split:
    """How to narrow a box: one variable, and its parts, the most promising first."""

    index: int
    bits: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()


class Condition(Protocol):
    """A condition that can be asked what it is worth on a whole box."""

    def worth(self, box: Box) -> int:
        """Everything that it can be worth there, as bits of ``worth``; never too little."""

    def narrow(self, box: Box, goal: int, lines: Sequence[Axis], *, bold: bool) -> bool:
        """Take out of the box, in place, what keeps it from being worth ``goal``.

        False where nothing is left. Only what certainly does not go is taken, or, if ``bold``, also
        what stands in the way of the first of several ways to get there.
        """

    def pick(self, box: Box, want: bool) -> Split | None:
        """What to split next to settle it; None where it is settled."""


class Term(Protocol):
    """A number that can be asked for its span on a whole box."""

    def span(self, box: Box) -> Span:
        """Everything that it can be there; never too little."""

    def pick(self, box: Box) -> Split | None:
        """What to split next to narrow it; None where nothing is left to split.

        A number to be cut in two is a split with one empty span: where to cut is the axis's.
        """
