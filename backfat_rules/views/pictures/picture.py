"""A picture as a result: it shows itself in notebooks, reads as text, and goes into a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from backfat_rules.brief import Brief
from backfat_rules.plain import plain
from backfat_rules.views.in_notebooks import InNotebooks
from backfat_rules.views.style import piece

_FIGURE = Markup('<figure class="picture">%s<figcaption>%s</figcaption>\n%s</figure>')
_TABLE = Markup("<table><thead><tr>%s</tr></thead><tbody>%s</tbody></table>%s")
_COLUMN = Markup('<th scope="col">%s</th>')
_ROW = Markup('<tr><th scope="row">%s</th>%s</tr>')
_CELL = Markup("<td>%s</td>")
_NOTE = Markup("<p>%s</p>")
_FOLDED = Markup("<details><summary>%s</summary>%s</details>")


@dataclass(frozen=True, slots=True)
class Table:
    """What a picture shows, in words and numbers.

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


@dataclass(frozen=True, slots=True, repr=False)
class Picture(InNotebooks, Brief):
    """A picture as SVG, with the table that says the same.

    As the last line of a notebook cell it shows itself; ``print`` shows the table.

    Attributes:
        title: what it is.
        svg: the picture; it loads nothing and can stand in any page, or in a file.
        table: what it shows, in words and numbers.
        folds: what opens the table where the picture says all of it; empty where it does not.
    """

    shown_by = ("title",)

    title: str
    svg: str
    table: Table
    folds: str = ""

    def __str__(self) -> str:
        return f"{plain(self.title)}\n{self.table}"

    def to_html(self) -> str:
        """The picture and its table as a piece of HTML for a page of one's own."""
        return piece(self.figure())

    def figure(self) -> Markup:
        """The same without the style, for a page that has it."""
        table = self.table.to_html()
        below = _FOLDED % (self.folds, table) if self.folds else table
        return _FIGURE % (Markup(self.svg), self.title, below)

    def save(self, path: str | Path) -> Path:
        """Write the picture into a file; what was in it is replaced.

        Args:
            path: where to, such as ``muscles.svg``.

        Raises:
            OSError: it cannot be written there.
        """
        file = Path(path)
        file.write_text(self.svg + "\n", encoding="utf-8")
        return file
