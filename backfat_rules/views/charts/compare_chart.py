"""Several plans beside each other: of several people, or of one person at several times."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from backfat_rules.planning import PlanContent
from backfat_rules.views.charts.sheet import WIDTH, Sheet, fitting
from backfat_rules.views.pictures.picture import Picture
from backfat_rules.views.pictures.svg import ACCENT, short
from backfat_rules.views.sections import Table
from backfat_rules.wording import Reader

_CELL = Markup(
    f'<rect x="%s" y="%s" width="%s" height="19" fill="{ACCENT}" fill-opacity="%s"'
    f' stroke="{ACCENT}" stroke-opacity=".6"/>'
)
_DARKEST = 0.55
"""So that the number in a cell can be read in the ink of any page."""


def side_by_side_chart(plans: Mapping[str, PlanContent], reader: Reader) -> Picture:
    """What each of several plans advises, and how much it matters there."""
    return _Compared(plans, reader).picture(reader.say("plans-side-by-side"), "")


def progress_chart(plans: Mapping[str, PlanContent], reader: Reader) -> Picture:
    """What became of each advice from the first plan to the last, and what is gone or new."""
    compared = _Compared(plans, reader)
    return compared.picture(reader.say("progress"), compared.from_first_to_last())


class _Compared:
    def __init__(self, plans: Mapping[str, PlanContent], reader: Reader) -> None:
        self.plans = plans
        self.reader = reader
        self.say = reader.say
        self.given = [{way.id: way.priority for way in each.all_ways} for each in plans.values()]
        self.titles = {each.id: each.title for plan in plans.values() for each in plan}

    def picture(self, title: str, note: str) -> Picture:
        gates = [self.reader.word("gates", each.gate) for each in self.plans.values()]
        rows = [(title, self._cells(id)) for id, title in self._in_order()]
        table = Table(
            "",
            (self.say("advice"), *self.plans),
            ((self.say("gate"), *gates), *(self._row(title, cells) for title, cells in rows)),
        )
        says = self.say("plans-compared", names=self.reader.listed(self.plans), number=len(rows))
        svg = self._svg(title, says, gates, rows)
        return Picture(title, svg, table, note, self.say("same-as-table"))

    def _in_order(self) -> list[tuple[str, str]]:
        """Every advice that leads in some plan, by the most that it matters in one."""
        most = {id: max(each.get(id, 0) for each in self.given) for id in self.titles}
        return sorted(self.titles.items(), key=lambda each: (-most[each[0]], each[0]))

    def _cells(self, id: str) -> list[float | None]:
        return [each.get(id) for each in self.given]

    def _row(self, title: str, cells: list[float | None]) -> tuple[str, *tuple[str, ...]]:
        return title, *map(self._shown, cells)

    def _shown(self, priority: float | None) -> str:
        return self.say("not-advised") if priority is None else self.reader.number(priority, 1)

    def _svg(
        self, title: str, says: str, gates: list[str], rows: list[tuple[str, list[float | None]]]
    ) -> str:
        sheet, width = Sheet(), WIDTH / max(len(self.plans), 1)
        for texts in ([*self.plans], gates):
            for at, text in enumerate(texts):
                sheet.write((at + 0.5) * width, fitting(text, width), at="middle")
            sheet.add(Markup(), 20)
        for label, cells in rows:
            sheet.add(Markup(), 6)
            sheet.label(label)
            for at, priority in enumerate(cells):
                share = short(at * width + 1), short(sheet.y + 1), short(width - 2)
                opacity = 0 if priority is None else round(_DARKEST * priority / 100, 2)
                sheet.add(_CELL % (*share, opacity))
                sheet.write((at + 0.5) * width, self._shown(priority), at="middle")
            sheet.add(Markup(), 22)
        return sheet.framed(title, says)

    def from_first_to_last(self) -> str:
        """What is gone and what is new in the last plan, as sentences."""
        return " ".join(self._gone_and_new()) if len(self.given) > 1 else ""

    def _gone_and_new(self) -> Iterator[str]:
        first, last = self.given[0], self.given[-1]
        gone = [title for id, title in self._in_order() if id in first and id not in last]
        new = [title for id, title in self._in_order() if id in last and id not in first]
        if gone:
            yield self.say("gone-since", titles=self.reader.chained(gone, "list-semicolon"))
        if new:
            yield self.say("new-since", titles=self.reader.chained(new, "list-semicolon"))
