"""One fact from low to high, and the advice that comes and goes on the way."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from backfat_rules.views.charts.sheet import WIDTH, Sheet
from backfat_rules.views.pictures.picture import Picture
from backfat_rules.views.pictures.svg import ACCENT, short
from backfat_rules.views.sections import Table
from backfat_rules.wording import Reader

_TRACK = Markup('<rect x="0" y="%s" width="%s" height="12" fill="currentColor" fill-opacity=".1"/>')
_SPAN = Markup(f'<rect x="%s" y="%s" width="%s" height="12" fill="{ACCENT}"/>')
_LINE = Markup(
    '<path d="M%s %sV%s" fill="none" stroke="currentColor" stroke-opacity=".8"'
    ' stroke-width="%s"%s/>'
)
_DASHED = Markup(' stroke-dasharray="3 3"')
_LETTER = 6.9

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Something that holds for a part of what a fact can be, or several parts."""

    label: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sweep:
    """What holds where, while one fact goes from low to high and all others stay.

    Attributes:
        fact: its name.
        whole: whether it is a whole number; then each takes the room up to the next, and what
            holds up to a number does not hold there.
        here: what the person told; None where that is no number in between.
        marks: where something comes or goes.
        gates: each gate, where there is more than one.
        advice: what is not advised everywhere, what matters most first.
    """

    fact: str
    whole: bool
    low: float
    high: float
    here: float | None
    marks: tuple[float, ...]
    gates: tuple[Stretch, ...]
    advice: tuple[Stretch, ...]


def sweep_chart(sweep: Sweep, reader: Reader) -> Picture:
    """A fact from left to right, and a line for each advice that is there on a part of the way."""
    return _Swept(sweep, reader).picture()


class _Swept:
    def __init__(self, sweep: Sweep, reader: Reader) -> None:
        self.sweep = sweep
        self.reader = reader
        self.say = reader.say
        self.stretches = (*sweep.gates, *sweep.advice)

    def picture(self) -> Picture:
        label = self.reader.label(self.sweep.fact)
        title = self.say("what-changes-with", label=label)
        rows = tuple((each.label, self._spans(each)) for each in self.stretches)
        heard = (self.say("label-and-text", label=name, text=spans) for name, spans in rows)
        says = self.reader.chained(heard, "list-semicolon") or self.say("nothing-changes")
        table = Table("", (self.say("advice"), self.reader.opening(label)), rows)
        note = "" if rows else self.say("nothing-changes")
        return Picture(title, self._svg(title, says), table, note, self.say("same-as-table"))

    def _spans(self, stretch: Stretch) -> str:
        return self.reader.listed(self._span(*each) for each in stretch.spans)

    def _span(self, low: float, high: float) -> str:
        last = high - 1 if self.sweep.whole else high
        if last == low:
            return self._amount(low)
        return self.say("from-to-amount", low=self._amount(low), high=self._amount(last))

    def _amount(self, number: float) -> str:
        return self.reader.limit(self.sweep.fact, number, "nearest")

    def _x(self, number: float) -> float:
        sweep = self.sweep
        end = sweep.high + 1 if sweep.whole else sweep.high
        return WIDTH * (number - sweep.low) / (end - sweep.low)

    def _svg(self, title: str, says: str) -> str:
        sheet = Sheet()
        self._marks(sheet)
        for stretch in self.stretches:
            sheet.label(stretch.label)
            sheet.add(_TRACK % (short(sheet.y), WIDTH))
            for low, high in stretch.spans:
                left, right = self._x(low), self._x(high)
                sheet.add(_SPAN % (short(left), short(sheet.y), short(max(right - left, 2))))
            self._lines(sheet, sheet.y - 2, sheet.y + 14)
            sheet.add(Markup(), 22)
        sheet.write(0, self._amount(self.sweep.low))
        sheet.write(WIDTH, self._amount(self.sweep.high), at="end")
        sheet.y += 18
        return sheet.framed(title, says)

    def _lines(self, sheet: Sheet, top: float, bottom: float) -> None:
        """Where something comes or goes, dashed, and where the person is."""
        here = self.sweep.here
        for number in self._numbers():
            style = (3, Markup()) if number == here else (1, _DASHED)
            sheet.add(_LINE % (short(self._x(number)), short(top), short(bottom), *style))

    def _numbers(self) -> list[float]:
        here = self.sweep.here
        return sorted({*self.sweep.marks, *([] if here is None else [here])})

    def _marks(self, sheet: Sheet) -> None:
        """The numbers above their lines, on as many rows as they need."""
        ends: list[float] = []
        top = sheet.y
        for number in self._numbers():
            text = self._amount(number)
            if number == self.sweep.here:
                text = self.say("you-are-here", amount=text)
            width = len(text) * _LETTER
            left = min(max(self._x(number) - width / 2, 0), WIDTH - width)
            row = next((at for at, end in enumerate(ends) if end < left), len(ends))
            ends[row : row + 1] = [left + width + 6]
            sheet.y = top + row * 17
            sheet.write(left, text)
        sheet.y = top + len(ends) * 17 + 8
