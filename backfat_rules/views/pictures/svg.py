"""The frame of every picture: SVG that reads light, dark, printed and aloud.

Ink is the colour of the text around it, and what matters has one colour that stands out from white
and from black. How things look stands in attributes, because some hosts take styles away. A picture
in a file of its own has no text around it; there it takes the colours that the viewer prefers.
"""

from __future__ import annotations

from markupsafe import Markup

from backfat_rules.plain import plain

ACCENT = "#2f7fc1"

_FRAME = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 %s %s" width="%s" height="%s"'
    ' style="max-width:100%%;height:auto" font-family="system-ui,sans-serif" font-size="13"'
    ' fill="currentColor"><title>%s</title><desc>%s</desc>'
    "<style>svg:root{color:#222}@media(prefers-color-scheme:dark){svg:root{color:#eee}}</style>"
    "%s</svg>"
)


def framed(width: float, height: float, title: str, says: str, body: Markup) -> str:
    """A picture with what it is and what it says, for whoever does not see it.

    Args:
        width: of the sheet that the body is drawn on.
        height: the same.
        title: what it is, in a few words.
        says: what can be seen in it, as text.
        body: what is drawn.
    """
    size = (short(width), short(height))
    return _FRAME % (*size, *size, plain(title), plain(says), body)


def short(number: float) -> str:
    """A coordinate with as many digits as can be seen.

    >>> short(12.0), short(3.14159), short(-0.01)
    ('12', '3.1', '0')
    """
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
