"""Fills that are told apart without colour: solid, striped, dotted, crossed and hollow."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from markupsafe import Markup

from backfat_rules.views.pictures.svg import ACCENT

_SOLID = Markup(f'fill="{ACCENT}"')
_HOLLOW = Markup(f'fill="none" stroke="{ACCENT}" stroke-width="1"')
_BY_PATTERN = Markup('fill="url(#%s)"')
_PATTERN = Markup(
    '<pattern id="%s" width="5" height="5" patternUnits="userSpaceOnUse"'
    f' patternTransform="rotate(45)"><rect width="5" height="5" fill="{ACCENT}"'
    f' fill-opacity=".22"/><path d="%s" stroke="{ACCENT}" stroke-width="%s"/></pattern>'
)
_DRAWN = (("M0 2.5H5", 2.4), ("M1.7 2.5H3.3", 1.6), ("M0 2.5H5M2.5 0V5", 0.9))
_KINDS = len(_DRAWN) + 2


class Textures:
    """As many fills as there are kinds of something, in the order in which they stand out.

    Args:
        number: how many kinds; beyond five they begin again.
        drawn: what is drawn with them, so that two pictures on a page share no names.
    """

    def __init__(self, number: int, drawn: Sequence[object]) -> None:
        self._number = min(number, _KINDS)
        self._name = "bfr-" + sha256(repr(drawn).encode()).hexdigest()[:8]

    def fill(self, kind: int) -> Markup:
        """The attributes that fill with a kind, counted from 0."""
        at = kind % _KINDS
        if at == 0:
            return _SOLID
        return _HOLLOW if at == _KINDS - 1 else _BY_PATTERN % (f"{self._name}-{at}",)

    def patterns(self) -> Markup:
        """What the fills refer to."""
        drawn = (
            _PATTERN % (f"{self._name}-{at}", shape, width)
            for at, (shape, width) in enumerate(_DRAWN[: max(self._number - 1, 0)], start=1)
        )
        return Markup("<defs>%s</defs>") % (Markup().join(drawn),)
