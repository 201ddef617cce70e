"""Numbers over boxes: facts, how many a set holds, and arithmetic with them."""

from __future__ import annotations

from dataclasses import dataclass

from backfat_rules.exact.box import Box, Condition, Split, Term
from backfat_rules.exact.spans import (
    EMPTY,
    UNDEFINED,
    Span,
    combine,
    function,
    join,
    meet,
)
from backfat_rules.exact.worth import FALSE, NEITHER, TRUE, is_open
from backfat_rules.language.tree import Operator


@dataclass(frozen=True, slots=True)
class Fixed:
    """A number written in the condition."""

    value: Span

    def span(self, box: Box) -> Span:  # noqa: ARG002  # every term is asked in the same way
        """Itself."""
        return self.value

    def pick(self, box: Box) -> Split | None:  # noqa: ARG002
        """Nothing is open."""
        return None


@dataclass(frozen=True, slots=True)
class Measure:
    """A fact that is a number."""

    index: int

    def span(self, box: Box) -> Span:
        """The variable's own span."""
        return box.spans[self.index]

    def pick(self, box: Box) -> Split | None:
        """Cut it in two."""
        low, high, _ = box.spans[self.index]
        return Split(self.index, spans=(EMPTY,)) if low < high else None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many words a set holds: the named ones, and ``others`` that no condition names."""

    words: tuple[int, ...]
    others: int

    def span(self, box: Box) -> Span:
        """From the words that are surely in it to all that can be."""
        low, high, undefined = box.spans[self.others]
        if undefined:
            return UNDEFINED
        for index in self.words:
            bits = box.bits[index]
            low += not bits & FALSE
            high += bool(bits & TRUE)
        return (low, high, False)

    def pick(self, box: Box) -> Split | None:
        """A word first, then the number of the others."""
        for index in self.words:
            if is_open(box.bits[index] & ~NEITHER):
                return Split(index, bits=(FALSE, TRUE))
        return Measure(self.others).pick(box)


@dataclass(frozen=True, slots=True)
class Step:
    """One arithmetic step."""

    operator: Operator
    left: Term
    right: Term

    def span(self, box: Box) -> Span:
        """By the spans of both sides."""
        return combine(self.operator, self.left.span(box), self.right.span(box))

    def pick(self, box: Box) -> Split | None:
        """The side whose variable is wider."""
        return _widest((self.left, self.right), box)


@dataclass(frozen=True, slots=True)
class Function:
    """A function of numbers."""

    name: str
    arguments: tuple[Term, ...]

    def span(self, box: Box) -> Span:
        """By the spans of the arguments."""
        return function(self.name, [each.span(box) for each in self.arguments])

    def pick(self, box: Box) -> Split | None:
        """The argument whose variable is widest."""
        return _widest(self.arguments, box)


@dataclass(frozen=True, slots=True)
class Either:
    """One number or another, by a condition."""

    condition: Condition
    then: Term
    otherwise: Term

    def span(self, box: Box) -> Span:
        """Around the branches that can be taken."""
        worth = self.condition.worth(box)
        found = UNDEFINED if worth & NEITHER else EMPTY
        if worth & TRUE:
            found = join(found, self.then.span(box))
        return join(found, self.otherwise.span(box)) if worth & FALSE else found

    def pick(self, box: Box) -> Split | None:
        """The condition first, since it decides which number counts."""
        worth = self.condition.worth(box)
        if is_open(worth):
            return self.condition.pick(box, True)
        return (self.then if worth & TRUE else self.otherwise).pick(box)


@dataclass(frozen=True, slots=True)
class Compound:
    """A term of several parts, with a variable of its own for what it is assumed to be.

    Conditions that compare the same term share the variable, so that ``bmi < 25`` and
    ``bmi >= 25`` exclude each other without a look at weight and height.
    """

    inner: Term
    index: int

    def span(self, box: Box) -> Span:
        """What the parts allow and the assumption leaves."""
        return meet(self.inner.span(box), box.spans[self.index])

    def pick(self, box: Box) -> Split | None:
        """A part."""
        return self.inner.pick(box)


def _widest(terms: tuple[Term, ...], box: Box) -> Split | None:
    """A split of words or a condition first; else of the number with the widest relative span."""
    splits = [split for each in terms if (split := each.pick(box)) is not None]
    return max(splits, key=lambda split: _width(split, box), default=None)


def _width(split: Split, box: Box) -> float:
    if split.bits or split.spans != (EMPTY,):
        return float("inf")
    low, high, _ = box.spans[split.index]
    return (high - low) / max(1.0, abs(low), abs(high))
