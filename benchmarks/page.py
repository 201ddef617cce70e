"""How many lines a plan has: ``python -m benchmarks.page [PEOPLE]``.

Counted on the scenarios of the knowledge and on invented whole people; counting needs no clock, so
the tests hold the limits too.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from backfat_rules import Advisor, Plan
from backfat_rules.knowledge import load_knowledge
from benchmarks.whole_people import whole_people

MEDIAN, NINE_IN_TEN, WORST = 45, 60, 80
"""The lines that a page may have: of half of all people, of nine in ten, and of anybody."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of some pages, from the shortest."""

    counts: tuple[int, ...]

    @classmethod
    def of(cls, plans: Iterable[Plan]) -> Lines:
        """Count those of each plan as it is printed."""
        return cls(tuple(sorted(len(str(plan).splitlines()) for plan in plans)))

    @property
    def median(self) -> float:
        """Half have no more."""
        return median(self.counts)

    @property
    def nine_in_ten(self) -> int:
        """Nine in ten have no more."""
        return self.counts[int(len(self.counts) * 0.9)]

    @property
    def worst(self) -> int:
        """Nobody has more."""
        return self.counts[-1]

    def __str__(self) -> str:
        return (
            f"{len(self.counts)} pages: median {self.median:g} lines, nine in ten "
            f"{self.nine_in_ten}, worst {self.worst}"
        )


def scenario_plans(advisor: Advisor) -> Iterable[Plan]:
    """The plans of the people of the scenarios."""
    return (advisor.recommend(dict(each.facts)) for each in load_knowledge().scenarios.values())


def main(number: int) -> None:
    """Print the lines of both kinds of people, and what they may be."""
    advisor = Advisor(engine="direct")
    print("scenarios:   ", Lines.of(scenario_plans(advisor)))
    print("whole people:", Lines.of(whole_people(number, advisor)))
    print(f"may be:       median {MEDIAN}, nine in ten {NINE_IN_TEN}, worst {WORST}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
