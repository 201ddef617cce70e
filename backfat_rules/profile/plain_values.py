"""Answers out of arrays and tables as plain Python has them, whatever package they come from."""

from __future__ import annotations

import math
import sys
from collections.abc import Iterable, Mapping
from typing import Any

from backfat_rules.profile.fact import Fact

_PLAIN = frozenset({bool, int, float, str, set, frozenset, list, tuple, dict, type(None)})


def plain_value(value: Any) -> Any:
    """A scalar or a list of an array package as Python's own; anything else as it is.

    So ``numpy.int64(40)`` is 40, and an array of words is a list of them.
    """
    if type(value) in _PLAIN:
        return value
    dimensions = getattr(value, "ndim", None)
    if dimensions == 0 and hasattr(value, "dtype"):
        return value.item()
    if dimensions == 1 and hasattr(value, "tolist"):
        return value.tolist()
    return value


def is_missing(cell: Any) -> bool:
    """Whether a cell of a table holds no answer: None, NaN, an empty text, or NA of pandas."""
    if cell is None:
        return True
    if isinstance(cell, str | float):
        return cell == "" or (isinstance(cell, float) and math.isnan(cell))
    pandas = sys.modules.get("pandas")  # nobody can have made its NA without loading it
    return pandas is not None and (cell is pandas.NA or cell is pandas.NaT)


def answers_in_row(row: Any, facts: Mapping[str, Fact]) -> dict[str, Any]:
    """What the row of a table answers; whole numbers are whole again, missing cells left out."""
    cells = {name: plain_value(cell) for name, cell in _cells(row)}
    return {
        name: _whole(cell) if name in facts and facts[name].whole else cell
        for name, cell in cells.items()
        if not is_missing(cell)
    }


def _cells(row: Any) -> Iterable[tuple[Any, Any]]:
    as_mapping = getattr(row, "_asdict", None)  # a row of ``DataFrame.itertuples``
    cells: Iterable[tuple[Any, Any]] = (row if as_mapping is None else as_mapping()).items()
    return cells


def _whole(cell: Any) -> Any:
    """A column of whole numbers with a gap holds floats."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
