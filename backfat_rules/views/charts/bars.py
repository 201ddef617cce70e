"""Bars below each other, each of one part or several, with the number written out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from backfat_rules.views.charts.sheet import WIDTH, Sheet
from backfat_rules.views.pictures.restyled import Measure
from backfat_rules.views.pictures.svg import short
from backfat_rules.views.pictures.textures import Textures

_HEIGHT = 12
_TRACK = Markup('<rect x="0" y="%s" width="%s" height="%s" fill="currentColor" fill-opacity=".1"/>')
_PART = Markup('<rect x="%s" y="%s" width="%s" height="%s" %s><title>%s</title></rect>')


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        label: what it is about.
        parts: the length of each part, as a share of the whole width.
        number: what it comes to, as text.
    """

    label: str
    parts: tuple[float, ...]
    number: str


def bars_svg(title: str, says: str, kinds: Sequence[str], bars: Sequence[Bar]) -> str:
    """A picture of bars.

    Args:
        title: what it is.
        says: the same in words.
        kinds: what the parts are called, in their order; a single kind needs no legend.
        bars: from top to bottom.
    """
    sheet, textures = Sheet(), Textures(len(kinds), [title, *bars])
    sheet.add(textures.patterns())
    if len(kinds) > 1:
        sheet.legend([textures.fill(at) for at in range(len(kinds))], kinds)
    for bar in bars:
        sheet.label(bar.label, bar.number)
        sheet.add(_TRACK % (short(sheet.y), WIDTH, _HEIGHT))
        left = 0.0
        for at, (kind, part) in enumerate(zip(kinds, bar.parts, strict=True)):
            width = part * WIDTH
            if width > 0:
                place = (short(left), short(sheet.y), short(width), _HEIGHT)
                sheet.add(_PART % (*place, textures.fill(at), kind))
            left += width
        sheet.add(Markup(), _HEIGHT + 10)
    return sheet.framed(title, says)


def bar_row(bar: Bar, numbers: Iterable[str]) -> tuple[str, *tuple[str, ...]]:
    """The row of a bar in a table: what it is about, what it comes to, and its parts."""
    return bar.label, *(bar.number, *numbers)


def measures_of(bars: Sequence[Bar], kinds: Sequence[str], whole: float) -> tuple[Measure, ...]:
    """The number behind each part of each bar, where the whole width stands for so much."""
    return tuple(
        (bar.label, kind, round(part * whole, 1))
        for bar in bars
        for kind, part in zip(kinds, bar.parts, strict=True)
    )
