"""The only module that knows the solver: HiGHS, from the extra ``week``.

It works on one thread and stops after a number of nodes, never after a time, so that it does the
same on a slow machine and on a fast one. What it finds is reckoned again in whole numbers.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backfat_rules.errors import BackfatRulesError
from backfat_rules.training_week.whole_numbers import Puzzle, Terms

if TYPE_CHECKING:
    import highspy

LESS_THAN_ONE = 0.9
"""Worths are whole numbers: what is less than one better is no better."""


@dataclass(frozen=True, slots=True)
class Solved:
    """An answer to a puzzle, and whether it is proved that none is worth more."""

    values: tuple[int, ...]
    proved: bool


def solved(puzzle: Puzzle, worth: Terms, nodes: int, seed: int = 0) -> Solved | None:
    """The most worthy answer that is found within some nodes; None where none is.

    Args:
        puzzle: what has to hold.
        worth: what one of each choice is worth; nothing for a choice that is not in it.
        nodes: how many nodes of its tree are looked at.
        seed: where its choices among equals begin; an answer should not depend on it.

    Raises:
        BackfatRulesError: highspy (the extra ``week``) is not installed.
    """
    must_be_there()
    # How many threads HiGHS has is settled when it is first used on one of Python's; a fresh one
    # is our own, whatever the program has settled on others.
    with ThreadPoolExecutor(1) as own:
        return own.submit(_solved, puzzle, worth, nodes, seed).result()


def must_be_there() -> None:
    """Make sure that the solver is installed.

    Raises:
        BackfatRulesError: it is not.
    """
    try:
        import highspy  # noqa: F401  # asked for before any work is done
    except ModuleNotFoundError as error:
        if error.name not in ("highspy", "numpy"):
            raise
        raise BackfatRulesError(
            "To improve a week needs highspy. Install it with: pip install 'backfat-rules[week]'"
        ) from None


def _solved(puzzle: Puzzle, worth: Terms, nodes: int, seed: int) -> Solved | None:
    from highspy import Highs, HighsModelStatus, SolutionStatus

    class Silent(Highs):
        """It greets the standard output when callbacks are first asked for, which is at once."""

        def enableCallbacks(self) -> None:  # noqa: N802  # its own name for it
            self.silent()
            super().enableCallbacks()  # type: ignore[no-untyped-call]  # it has no types

    solver = Silent()  # type: ignore[no-untyped-call]
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("random_seed", seed)
    solver.setOptionValue("mip_max_nodes", nodes)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", LESS_THAN_ONE)
    solver.passModel(_in_rows(puzzle, worth))
    solver.run()
    if solver.getInfo().primal_solution_status != SolutionStatus.kSolutionStatusFeasible:
        return None
    values = tuple(round(each) for each in solver.getSolution().col_value)
    if not puzzle.holds(values):
        return None
    return Solved(values, solver.getModelStatus() == HighsModelStatus.kOptimal)


def _in_rows(puzzle: Puzzle, worth: Terms) -> highspy.HighsLp:
    """A puzzle as the solver takes it."""
    import numpy as np
    from highspy import HighsLp, HighsVarType, MatrixFormat, ObjSense, kHighsInf

    rows, count = puzzle.sums, len(puzzle.most)
    lp = HighsLp()
    lp.sense_ = ObjSense.kMaximize
    lp.num_col_, lp.num_row_ = count, len(rows)
    lp.col_cost_ = np.array([worth.get(at, 0) for at in range(count)], dtype=float)
    lp.col_lower_ = np.array(puzzle.least, dtype=float)
    lp.col_upper_ = np.array(puzzle.most, dtype=float)
    lp.integrality_ = [HighsVarType.kInteger] * count
    lp.row_lower_ = np.array([-kHighsInf if row.least is None else row.least for row in rows])
    lp.row_upper_ = np.array([kHighsInf if row.most is None else row.most for row in rows])
    lp.a_matrix_.format_ = MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(row.terms) for row in rows)])
    lp.a_matrix_.index_ = np.array([at for row in rows for at in row.terms])
    lp.a_matrix_.value_ = np.array([much for row in rows for much in row.terms.values()], float)
    return lp
