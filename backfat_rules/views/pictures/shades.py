"""From light to dark in one colour, each shade with a pattern of its own: prints need no colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256

from markupsafe import Markup

from backfat_rules.views.pictures.svg import ACCENT

_UNSHADED = Markup('fill="currentColor" fill-opacity=".1"')
_SOLID = Markup(f'fill="{ACCENT}"')
_BY_PATTERN = Markup('fill="url(#%s)"')
_PATTERN = Markup(
    '<pattern id="%s" width="4" height="4" patternUnits="userSpaceOnUse"'
    f' patternTransform="rotate(45)"><rect width="4" height="4" fill="{ACCENT}"'
    f' fill-opacity="%s"/><path d="%s" stroke="{ACCENT}" stroke-width="%s"/></pattern>'
)
_DOT, _LINE = "M1.4 2H2.6", "M0 2H4"


class Shades:
    """The fills of so many shades, of which the first is unshaded and the last is solid.

    Args:
        number: how many shades there are.
        drawn: what is drawn with them, so that two pictures on a page share no names.

    Attributes:
        name: what the names of everything in the picture begin with.
    """

    def __init__(self, number: int, drawn: Sequence[object]) -> None:
        self._number = number
        self.name = "bfr-" + sha256(repr(drawn).encode()).hexdigest()[:8]

    def fill(self, shade: int) -> Markup:
        """The attributes that fill with a shade."""
        if shade == 0:
            return _UNSHADED
        return _SOLID if shade == self._number - 1 else _BY_PATTERN % (f"{self.name}-{shade}",)

    def patterns(self) -> Markup:
        """What the fills refer to."""
        return Markup("<defs>%s</defs>") % (Markup().join(self._patterns()),)

    def _patterns(self) -> Iterator[Markup]:
        between = range(1, self._number - 1)
        for shade in between:
            share = shade / (self._number - 1)
            shape, width = (_DOT, 1.2) if shade == 1 else (_LINE, round(2 * share, 2))
            yield _PATTERN % (f"{self.name}-{shade}", round(0.6 * share, 2), shape, width)
