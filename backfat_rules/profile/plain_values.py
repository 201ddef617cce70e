"""Answers out of arrays and tables as plain Python has them, whatever package they come from."""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from backfat_rules.errors import FieldProblem, ProfileError
from backfat_rules.plain import shown_value
from backfat_rules.profile.fact import Fact
from backfat_rules.profile.refusal import WHOLE_PROFILE, shown_name

_MOST = 20  # names that are told one by one
_PLAIN = frozenset({bool, int, float, str, set, frozenset, list, tuple, dict, type(None)})


def plain_value(value: Any) -> Any:
    """A scalar or a list of an array package as Python's own; anything else as it is.

    So ``numpy.int64(40)`` is 40, and an array of words is a list of them. A masked scalar is NaN:
    what lies behind the mask is no answer. A decimal of a data base is the number that it says.
    """
    if type(value) in _PLAIN:
        return value
    if isinstance(value, Decimal):
        return _number(value)
    dimensions = getattr(value, "ndim", None)
    if dimensions == 0 and hasattr(value, "dtype"):
        return math.nan if _is_masked(value) else value.item()
    if dimensions == 1 and hasattr(value, "tolist"):
        return value.tolist()
    return value


def _is_masked(value: Any) -> bool:
    mask = getattr(value, "mask", False)
    return bool(mask) if getattr(mask, "ndim", 0) == 0 else False


def _number(value: Decimal) -> int | float:
    """Whole where it is, and not too large to be told from its neighbours; else a float."""
    number = math.nan if value.is_nan() else float(value)
    return int(number) if number.is_integer() and abs(number) < 1e15 else number


def is_missing(cell: Any) -> bool:
    """Whether a cell of a table holds no answer: None, NaN, an empty text, or NA of pandas."""
    if cell is None:
        return True
    if isinstance(cell, str | float):
        return cell == "" or (isinstance(cell, float) and math.isnan(cell))
    pandas = sys.modules.get("pandas")  # nobody can have made its NA without loading it
    return pandas is not None and (cell is pandas.NA or cell is pandas.NaT)


def answers_in_row(row: Any, facts: Mapping[str, Fact]) -> dict[str, Any]:
    """What the row of a table answers; whole numbers are whole again, missing cells left out.

    Raises:
        ProfileError: it is no row whose cells have names, or two of its columns have the same.
    """
    listed = [*_cells(row)]
    must_differ(name for name, _ in listed)
    cells = {name: plain_value(cell) for name, cell in listed}
    return {
        name: _whole(cell) if name in facts and facts[name].whole else cell
        for name, cell in cells.items()
        if not is_missing(cell)
    }


def must_differ(names: Iterable[Any]) -> None:
    """Of two answers to one question, nobody knows which is right.

    Raises:
        ProfileError: with every name that stands more than once.
    """
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        said = "is answered more than once."
        raise ProfileError(
            [FieldProblem(shown_name(name), said, "Keep one answer.") for name in twice[:_MOST]]
        )


def _cells(row: Any) -> Iterable[tuple[Any, Any]]:
    """The cells with their names, however the package of the table tells them."""
    if not isinstance(row, type):
        if hasattr(row, "_asdict"):  # a row of ``DataFrame.itertuples``
            row = row._asdict()
        names = getattr(getattr(row, "dtype", None), "names", None)
        if names is not None and getattr(row, "ndim", None) == 0:  # a record of numpy
            return [(name, row[name]) for name in names]
        if hasattr(row, "items"):
            return [*row.items()]
        if hasattr(row, "keys") and hasattr(row, "__getitem__"):  # a row of sqlite3
            return [*zip(row.keys(), row, strict=True)]
    said = f"needs a row whose cells have the names of facts, not {shown_value(row)}."
    remedy = "Give a mapping, a row of pandas, a named tuple or a row of sqlite3."
    raise ProfileError([FieldProblem(WHOLE_PROFILE, said, remedy)])


def _whole(cell: Any) -> Any:
    """A column of whole numbers with a gap holds floats."""
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
