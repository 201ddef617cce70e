"""Puzzles in whole numbers, against trying out every answer."""

from __future__ import annotations

import subprocess
import sys
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.training_week.improving import with_ties
from backfat_rules.training_week.solver import solved
from backfat_rules.training_week.whole_numbers import Puzzle

pytest.importorskip("highspy", reason="the extra `week` is not installed")

CHOICES = 5
terms = st.dictionaries(st.integers(0, CHOICES - 1), st.integers(-4, 6), min_size=1)


@given(
    most=st.lists(st.integers(1, 2), min_size=CHOICES, max_size=CHOICES),
    sums=st.lists(st.tuples(terms, st.integers(-3, 8)), max_size=4),
    worth=terms,
)
def test_the_best_answer_is_the_one_that_trying_all_finds(
    most: list[int], sums: list[tuple[dict[int, int], int]], worth: dict[int, int]
) -> None:
    """What is said to be proved is the best of all, and there is no answer only where none is."""
    puzzle = Puzzle()
    for each in most:
        puzzle.choice(each)
    for sum_terms, end in sums:
        puzzle.keep(sum_terms, most=end)
    answers = [each for each in product(*(range(n + 1) for n in most)) if puzzle.holds(each)]
    found = solved(puzzle, worth, 1000)
    assert (found is None) == (not answers)
    if found is not None:
        assert found.proved
        assert puzzle.holds(found.values)
        best = max(_worth(each, worth) for each in answers)
        assert _worth(found.values, worth) == best


@given(st.dictionaries(st.integers(0, 60), st.integers(-50, 400), min_size=2, max_size=40))
def test_what_decides_between_equals_never_outweighs_a_worth(worth: dict[int, int]) -> None:
    """An answer that is worth one more stays the better one, whatever decides between equals."""
    puzzle = Puzzle()
    for _ in range(61):
        puzzle.choice()
    small = with_ties(worth, puzzle)
    most = sum(small[at] - (small[at] >> 13 << 13) for at in worth)
    assert most < 1 << 13
    assert all(small[at] >> 13 == much for at, much in worth.items())


def test_nothing_is_printed() -> None:
    """The output of a program that improves a week is its own, from the first week on."""
    code = (
        "from backfat_rules.training_week.solver import solved\n"
        "from backfat_rules.training_week.whole_numbers import Puzzle\n"
        "puzzle = Puzzle()\n"
        "assert solved(puzzle, {puzzle.choice(): 1}, 10).values == (1,)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


def _worth(values: tuple[int, ...], worth: dict[int, int]) -> int:
    return sum(much * values[at] for at, much in worth.items())
