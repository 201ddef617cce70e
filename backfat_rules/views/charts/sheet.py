"""A sheet that is drawn on from top to bottom, as wide as a phone."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from markupsafe import Markup

from backfat_rules.plain import cut, plain
from backfat_rules.views.pictures.svg import framed, short

WIDTH = 400
"""How wide every chart is, in units of its own; text of 13 of them is read on a phone as well."""

_LINE, _LETTER = 17, 6.9
_TEXT = Markup('<text x="%s" y="%s"%s>%s</text>')
_AT_END, _IN_MIDDLE = Markup(' text-anchor="end"'), Markup(' text-anchor="middle"')
_KEY = Markup('<rect x="%s" y="%s" width="22" height="12" %s/><text x="%s" y="%s">%s</text>')


class Sheet:
    """What was drawn so far, and how far down.

    Attributes:
        y: where the next thing is drawn.
    """

    def __init__(self) -> None:
        self.y = 0.0
        self._drawn = Markup()

    def add(self, drawn: Markup, height: float = 0) -> None:
        """Draw something, and go so far down."""
        self._drawn += drawn
        self.y += height

    def label(self, text: str, number: str = "") -> None:
        """A text over as many lines as it needs, and a number at the end of the first."""
        room = WIDTH - (len(number) + 2) * _LETTER if number else WIDTH
        lines = wrap(plain(text), int(room / _LETTER)) or [""]
        if number:
            self.write(WIDTH, number, at="end")
        for line in lines:
            self.write(0, line)
            self.y += _LINE

    def write(self, x: float, text: str, at: str = "start") -> None:
        """One line of text at this height; it ends or has its middle at ``x`` if asked to."""
        anchor = {"end": _AT_END, "middle": _IN_MIDDLE}.get(at, Markup())
        self._drawn += _TEXT % (short(x), short(self.y + 13), anchor, plain(text))

    def legend(self, fills: Sequence[Markup], labels: Sequence[str]) -> None:
        """What each fill stands for, in two columns."""
        for at, (fill, label) in enumerate(zip(fills, labels, strict=True)):
            x = (at % 2) * WIDTH / 2
            key = (short(x + 1), short(self.y + 2), fill, short(x + 29), short(self.y + 13))
            self._drawn += _KEY % (*key, plain(fitting(label, WIDTH / 2 - 29)))
            if at % 2 or at == len(labels) - 1:
                self.y += 20
        self.y += 8

    def framed(self, title: str, says: str) -> str:
        """All of it as a picture."""
        return framed(WIDTH, max(self.y, 1) + 4, title, says, self._drawn)


def fitting(text: str, width: float) -> str:
    """As much of a text as there is room for on a line."""
    return cut(text, max(int(width / _LETTER), 4))
