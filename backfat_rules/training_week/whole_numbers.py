"""A puzzle in whole numbers: what can be chosen, and within which sums."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Terms = Mapping[int, int]
"""How much each choice, by its place, counts in a sum."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that stays between two numbers; one without an end is open there."""

    terms: Terms
    least: int | None
    most: int | None

    def holds(self, values: Sequence[int]) -> bool:
        """Whether it stays between its ends."""
        total = sum(times * values[at] for at, times in self.terms.items())
        is_enough = self.least is None or total >= self.least
        return is_enough and (self.most is None or total <= self.most)


@dataclass
class Puzzle:
    """Choices, each a whole number from its least to its most, and the sums that they keep.

    Attributes:
        least: how many of each there are at least.
        most: how many of each there can be.
        sums: what has to hold.

    >>> puzzle = Puzzle()
    >>> apple, pear = puzzle.choice(), puzzle.choice(most=3)
    >>> puzzle.keep({apple: 2, pear: 1}, most=4)
    >>> puzzle.holds((1, 2)), puzzle.holds((1, 3)), puzzle.holds((2, 0))
    (True, False, False)
    """

    least: list[int] = field(default_factory=list)
    most: list[int] = field(default_factory=list)
    sums: list[Sum] = field(default_factory=list)

    def choice(self, most: int = 1) -> int:
        """A new choice, from 0 on; its place."""
        self.least.append(0)
        self.most.append(most)
        return len(self.most) - 1

    def keep(self, terms: Terms, *, least: int | None = None, most: int | None = None) -> None:
        """Let a sum stay between two numbers."""
        self.sums.append(Sum(terms, least, most))

    def settle(self, at: int, value: int) -> None:
        """Let a choice be a number and no other."""
        self.least[at] = self.most[at] = value

    def holds(self, values: Sequence[int]) -> bool:
        """Whether values keep everything; reckoned in whole numbers, with no rounding."""
        choices = zip(self.least, values, self.most, strict=True)
        return all(least <= value <= most for least, value, most in choices) and all(
            each.holds(values) for each in self.sums
        )


def counted(places: Iterable[int], times: int = 1) -> dict[int, int]:
    """The same number for each of some places.

    >>> counted([3, 5], 2)
    {3: 2, 5: 2}
    """
    return dict.fromkeys(places, times)


def together(*several: Terms) -> dict[int, int]:
    """Several sums as one.

    >>> together({0: 1, 1: 2}, {1: 3})
    {0: 1, 1: 5}
    """
    found: dict[int, int] = {}
    for terms in several:
        for at, times in terms.items():
            found[at] = found.get(at, 0) + times
    return found


def without(terms: Terms, other: Terms) -> dict[int, int]:
    """One sum less another.

    >>> without({0: 1}, {0: 1, 1: 2})
    {0: 0, 1: -2}
    """
    return together(terms, {at: -times for at, times in other.items()})
