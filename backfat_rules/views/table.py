"""A table of texts: as columns of text, and as HTML that a screen reader finds its way in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from backfat_rules.plain import plain

_TABLE = Markup("<table><thead><tr>%s</tr></thead><tbody>%s</tbody></table>%s")
_COLUMN = Markup('<th scope="col">%s</th>')
_ROW = Markup('<tr><th scope="row">%s</th>%s</tr>')
_CELL = Markup("<td>%s</td>")
_NOTE = Markup("<p>%s</p>")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings.

    Attributes:
        head: what each column holds.
        rows: each with a cell for every column, the first saying what the row is about.
        note: what is said below it; empty for nothing.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""

    def __str__(self) -> str:
        lines = [tuple(map(plain, row)) for row in (self.head, *self.rows)] if self.rows else []
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        told = [
            "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for line in lines
        ]
        return "\n".join([*told, *([plain(self.note)] if self.note else [])])

    def to_html(self) -> Markup:
        """The table with headings that a screen reader knows."""
        if not self.rows:
            return _NOTE % (self.note,)
        head = Markup().join(_COLUMN % (each,) for each in self.head)
        return _TABLE % (head, Markup().join(self._rows()), self._below())

    def _rows(self) -> Iterator[Markup]:
        for first, *others in self.rows:
            yield _ROW % (first, Markup().join(_CELL % (each,) for each in others))

    def _below(self) -> Markup:
        return _NOTE % (self.note,) if self.note else Markup()
