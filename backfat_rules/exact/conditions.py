"""Conditions over boxes: three-valued logic on sets of outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from backfat_rules.exact.axes import Axis
from backfat_rules.exact.box import Box, Condition, Split
from backfat_rules.exact.worth import (
    BOTH,
    FALSE,
    NEITHER,
    ONE_OF,
    OPPOSITE,
    TRUE,
    is_open,
)


@dataclass(frozen=True, slots=True)
class Told:
    """A yes-or-no fact, or whether a set holds a word."""

    index: int

    def worth(self, box: Box) -> int:
        """The variable's own bits."""
        return box.bits[self.index]

    def narrow(
        self,
        box: Box,
        goal: int,
        lines: Sequence[Axis],  # noqa: ARG002
        *,
        bold: bool,  # noqa: ARG002
    ) -> bool:
        """Only the wanted outcomes stay."""
        box.bits[self.index] &= goal
        return box.bits[self.index] != 0

    def pick(self, box: Box, want: bool) -> Split | None:
        """Yes and no, the wanted one first."""
        bits = box.bits[self.index]
        order = (TRUE, FALSE, NEITHER) if want else (FALSE, TRUE, NEITHER)
        parts = tuple(bit for bit in order if bit & bits)
        return Split(self.index, bits=parts) if len(parts) > 1 else None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whether a choice is one of some words; ``inside`` has their bits, ``unknown`` its own."""

    index: int
    inside: int
    unknown: int

    def worth(self, box: Box) -> int:
        """By what is left of the words inside and outside."""
        bits = box.bits[self.index]
        found = TRUE if bits & self.inside else 0
        if bits & self.unknown:
            found |= NEITHER
        return found | FALSE if bits & ~(self.inside | self.unknown) else found

    def narrow(
        self,
        box: Box,
        goal: int,
        lines: Sequence[Axis],  # noqa: ARG002
        *,
        bold: bool,  # noqa: ARG002
    ) -> bool:
        """Only the words that give a wanted outcome stay."""
        kept = (self.inside if goal & TRUE else 0) | (self.unknown if goal & NEITHER else 0)
        box.bits[self.index] &= kept | (~(self.inside | self.unknown) if goal & FALSE else 0)
        return box.bits[self.index] != 0

    def pick(self, box: Box, want: bool) -> Split | None:
        """The words inside and those outside, the wanted first."""
        bits = box.bits[self.index]
        inside, outside = bits & self.inside, bits & ~(self.inside | self.unknown)
        order = (inside, outside) if want else (outside, inside)
        parts = tuple(part for part in (*order, bits & self.unknown) if part)
        return Split(self.index, bits=parts) if len(parts) > 1 else None


@dataclass(frozen=True, slots=True)
class Opposite:
    """``not``."""

    operand: Condition

    def worth(self, box: Box) -> int:
        """True and false exchanged."""
        return OPPOSITE[self.operand.worth(box)]

    def narrow(self, box: Box, goal: int, lines: Sequence[Axis], *, bold: bool) -> bool:
        """By the operand, for the opposite."""
        return self.operand.narrow(box, OPPOSITE[goal], lines, bold=bold)

    def pick(self, box: Box, want: bool) -> Split | None:
        """What the operand wants, for the opposite."""
        return self.operand.pick(box, not want)


@dataclass(frozen=True, slots=True)
class Every:
    """``and``."""

    operands: tuple[Condition, ...]

    def worth(self, box: Box) -> int:
        """The least over all operands, as if they were independent."""
        found = TRUE
        for each in self.operands:
            found = BOTH[found << 3 | each.worth(box)]
        return found

    def narrow(self, box: Box, goal: int, lines: Sequence[Axis], *, bold: bool) -> bool:
        """Every operand where it must not be false; else one, if no other is left."""
        if goal & FALSE:
            return _narrow_one(self.operands, box, goal, lines, bold=bold)
        return all(each.narrow(box, goal, lines, bold=bold) for each in self.operands)

    def pick(self, box: Box, want: bool) -> Split | None:
        """An open operand; for a false whole one that can be false."""
        return _picked(self.operands, box, want, 0 if want else FALSE)


@dataclass(frozen=True, slots=True)
class Some:
    """``or``."""

    operands: tuple[Condition, ...]

    def worth(self, box: Box) -> int:
        """The greatest over all operands, as if they were independent."""
        found = FALSE
        for each in self.operands:
            found = ONE_OF[found << 3 | each.worth(box)]
        return found

    def narrow(self, box: Box, goal: int, lines: Sequence[Axis], *, bold: bool) -> bool:
        """Every operand where it must not be true; else one, if no other is left."""
        if goal & TRUE:
            return _narrow_one(self.operands, box, goal, lines, bold=bold)
        return all(each.narrow(box, goal, lines, bold=bold) for each in self.operands)

    def pick(self, box: Box, want: bool) -> Split | None:
        """An open operand; for a true whole one that can be true."""
        return _picked(self.operands, box, want, TRUE if want else 0)


def _narrow_one(
    operands: Sequence[Condition], box: Box, goal: int, lines: Sequence[Axis], *, bold: bool
) -> bool:
    """Narrow the operand that has to give a wanted outcome: the only able one, or boldly one."""
    able = [each for each in operands if each.worth(box) & goal]
    if not able:
        return False
    if len(able) == 1 or (bold and all(each.worth(box) & ~goal for each in able)):
        return able[0].narrow(box, goal, lines, bold=bold)
    return True


def _picked(operands: Iterable[Condition], box: Box, want: bool, bit: int) -> Split | None:
    """The split of the first open operand that can have the outcome, else of any open one."""
    opened = [(each, worth) for each in operands if is_open(worth := each.worth(box))]
    opened.sort(key=lambda pair: not pair[1] & bit)
    splits = (each.pick(box, want) for each, _ in opened)
    return next((split for split in splits if split is not None), None)
