"""The table of goals: what was wanted, what was measured, met or missed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One promise, and what was measured of it.

    Attributes:
        what: what is measured.
        goals: the most it may be, on the machine of reference; one number, or one each for 12 and
            60 answers.
        measured: as many numbers; None where the library cannot do it yet.
        unit: ms, MB, or ``x`` for a ratio.
    """

    what: str
    goals: tuple[float, ...]
    measured: tuple[float, ...] | None
    unit: str = "ms"

    def goals_here(self, speed: float) -> tuple[float, ...]:
        """The goals on this machine; only time depends on it."""
        return tuple(goal * speed for goal in self.goals) if self.unit == "ms" else self.goals

    def verdict(self, speed: float) -> str:
        """Met, or by how much it is missed."""
        if self.measured is None:
            return "not there yet"
        pairs = zip(self.measured, self.goals_here(speed), strict=True)
        worst = max(measured / goal for measured, goal in pairs)
        return "met" if worst <= 1 else f"MISSED, {number(worst)} x the goal"


def goals_table(lines: Iterable[Line], speed: float) -> str:
    """All lines; the machine takes ``speed`` times as long as the one of reference."""
    rows = [
        [
            line.what,
            _numbers(line.goals, line.unit),
            _numbers(line.goals_here(speed), line.unit),
            _numbers(line.measured, line.unit) if line.measured else "-",
            line.verdict(speed),
        ]
        for line in lines
    ]
    return table(["", "goal <=", "goal here", "measured", ""], rows)


def _numbers(numbers: Sequence[float], unit: str) -> str:
    return f"{' / '.join(map(number, numbers))} {unit}"


def number(value: float) -> str:
    """Three digits that count, for any size."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if abs(value) >= 0.001 else f"{value:.4f}"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows under headings: the first column to the left, all others to the right."""
    cells = [list(headings), *map(list, rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    rule = ["-" * width for width in widths]
    lines = []
    for row in [cells[0], rule, *cells[1:]]:
        first, *others = (
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join([first, *others]).rstrip())
    return "\n".join(lines)
