"""A table as lines of text whose columns stand below each other."""

from __future__ import annotations

from backfat_rules.plain import plain
from backfat_rules.views.sections import Table


def table_text(table: Table) -> str:
    """The columns' names and the rows; nothing for a table without rows.

    >>> print(table_text(Table("", ("Muscle", "Sets"), (("Lats", "8"), ("Rhomboids", "6")))))
    Muscle     Sets
    Lats       8
    Rhomboids  6
    """
    if not table.rows:
        return ""
    lines = [tuple(map(_shown, row)) for row in (table.columns, *table.rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def _shown(cell: str | tuple[str, ...]) -> str:
    return plain(cell if isinstance(cell, str) else ", ".join(cell))
