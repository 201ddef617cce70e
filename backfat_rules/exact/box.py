"""What is still open: for every part of a circuit the outcomes or numbers that it can have."""

from __future__ import annotations

from dataclasses import dataclass

from backfat_rules.exact.spans import Span


@dataclass(slots=True)
class Box:
    """Possible outcomes and numbers of all parts of a circuit, by the part's place in it.

    Attributes:
        bits: of a condition, bits of ``worth``; of a choice, a bit a word and one for unknown.
        spans: of a number; of a set, how many words it holds besides those that have a part.
    """

    bits: list[int]
    spans: list[Span]

    def copy(self) -> Box:
        """One that can be narrowed in place."""
        return Box(self.bits.copy(), self.spans.copy())
