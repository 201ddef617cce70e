"""A picture as a result: it shows itself in notebooks, reads as text, and goes into a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from backfat_rules.brief import Brief
from backfat_rules.plain import plain
from backfat_rules.views.html_writer import table_html
from backfat_rules.views.in_notebooks import InNotebooks
from backfat_rules.views.pictures.restyled import Measure, altair_chart
from backfat_rules.views.sections import Table
from backfat_rules.views.style import piece
from backfat_rules.views.table_text import table_text
from backfat_rules.whole_file import write_whole

if TYPE_CHECKING:
    from altair import Chart

_FIGURE = Markup('<figure class="picture">%s%s\n%s</figure>')
_CAPTION = Markup("<figcaption>%s</figcaption>")
_NOTE = Markup("<p>%s</p>")
_WIDE = Markup('<div class="wide" role="region" aria-label="%s" tabindex="0">%s</div>')
_FOLDED = Markup("<details><summary>%s</summary>%s</details>")


@dataclass(frozen=True, slots=True, repr=False)
class Picture(InNotebooks, Brief):
    """A picture as SVG, with the table that says the same.

    As the last line of a notebook cell it shows itself; ``print`` shows the table.

    Attributes:
        title: what it is.
        svg: the picture; it loads nothing and can stand in any page, or in a file.
        table: what it shows, in words and numbers.
        note: what is said below the table; empty for nothing.
        folds: what opens the table where the picture says all of it; empty where it does not.
        measures: the numbers that are drawn as bars: what each is about, which part, how much.
    """

    shown_by = ("title",)

    title: str
    svg: str
    table: Table
    note: str = ""
    folds: str = ""
    measures: tuple[Measure, ...] = ()

    def __str__(self) -> str:
        parts = (plain(self.title), table_text(self.table), plain(self.note))
        return "\n".join(filter(None, parts))

    def to_html(self) -> str:
        """The picture and its table as a piece of HTML for a page of one's own."""
        return piece(self.figure())

    def figure(self, *, captioned: bool = True) -> Markup:
        """The same without the style, for a page that has it, and may have a heading for it."""
        caption = _CAPTION % (self.title,) if captioned else Markup()
        below = Markup()
        if self.table.rows:  # which may be wider than a phone, and then moves below its edge
            below = _WIDE % (self.title, table_html(self.table))
        if self.folds and below:
            below = _FOLDED % (self.folds, below)
        if self.note:
            below += _NOTE % (self.note,)
        return _FIGURE % (caption, Markup(self.svg), below)

    def to_altair(self) -> Chart:
        """The numbers of a chart of bars as an altair chart, to be restyled; extra ``charts``.

        Raises:
            BackfatRulesError: altair is not installed, or the picture is no chart of bars.
        """
        return altair_chart(self.title, self.measures)

    def save(self, path: str | Path) -> Path:
        """Write the picture into a file; what was in it is replaced.

        Args:
            path: where to, such as ``muscles.svg``.

        Raises:
            BackfatRulesError: it cannot be written there.
        """
        write_whole(path, self.svg + "\n")
        return Path(path)
