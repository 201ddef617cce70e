"""How everything looks as HTML: in the colours of the page around it, light or dark.

It paints no page and no ink of its own, so it fits whatever it is put into. Lines and boxes are
grey that lets the page shine through; the marks of a gate are of a brightness that stands out from
white and from black. Lists and headings say how they look, because some hosts take that from them.
"""

from __future__ import annotations

from markupsafe import Markup

from backfat_rules.plain import plain

_LINE, _BOX = "rgba(128,128,128,.45)", "rgba(128,128,128,.13)"
_OK, _CARE, _STOP = "#2b9a66", "#bf7a00", "#e0433f"

STYLE = f"""
.bfr{{font:14px/1.5 system-ui,sans-serif;max-width:46rem}}
.bfr h3{{font-size:1.05rem;font-weight:700;margin:1.2em 0 .4em}}.bfr p{{margin:.5em 0}}
.bfr h4{{font-size:1rem;font-weight:700;margin:1em 0 .3em}}
.bfr b,.bfr th,.bfr caption{{font-weight:700}}
.bfr table{{border-collapse:collapse;margin:.8em 0;font-size:1em;min-width:min(100%,20rem)}}
.bfr caption{{caption-side:top;text-align:left;padding:.3em 0}}
.bfr th,.bfr td{{text-align:left;vertical-align:top;padding:.25em 1em .25em 0;
border-bottom:1px solid {_LINE};white-space:normal;max-width:none}}
.bfr td{{overflow-wrap:anywhere}}.bfr td ul{{margin:0;padding-left:1.2em}}
.bfr ul,.bfr ol{{margin:.4em 0;padding:0 0 0 1.5em}}.bfr ol{{padding-left:2.2em}}
.bfr li{{margin:.2em 0;display:list-item}}
.bfr ul{{list-style:disc}}.bfr ol{{list-style:decimal}}
.bfr figure{{margin:.8em 0}}.bfr figcaption{{font-weight:700;margin:.4em 0}}
.bfr .wide{{overflow-x:auto}}
@media(min-width:28rem){{.bfr .days th{{white-space:nowrap}}}}
.bfr .gate{{border-left:4px solid {_OK};background:{_BOX};padding:.6em .9em;
font-weight:600;font-size:1.05rem}}
.bfr .care{{border-color:{_CARE};background:rgba(191,122,0,.13)}}
.bfr .stop{{border-color:{_STOP};background:rgba(224,67,63,.16)}}
.bfr summary{{cursor:pointer;display:block;list-style:none}}
.bfr summary::-webkit-details-marker{{display:none}}
.bfr summary::after{{content:"\\00A0\\25B8";opacity:.75}}
.bfr [open]>summary::after{{content:"\\00A0\\25BE"}}
.bfr .tree summary{{display:list-item}}.bfr .tree summary::after{{content:""}}
.bfr [open]>summary~*{{border-left:2px solid {_LINE};padding-left:.9em;margin-left:.2em}}
.bfr [open]>summary~ul{{padding-left:2.2em}}
.bfr .tree [open]>summary~*{{border:0;padding-left:1.1em;margin-left:0}}
.bfr .soft,.bfr .more>summary{{opacity:.75}}.bfr .more{{margin:.3em 0}}
.bfr .tree,.bfr .tree ul{{list-style:none;padding-left:1.1em}}
@media print{{.bfr{{max-width:none}}.bfr h3,.bfr summary{{break-after:avoid}}
.bfr svg,.bfr tr,.bfr li{{break-inside:avoid}}}}
"""

PAPER = """
:root{color-scheme:light dark;background:Canvas;color:CanvasText}
body.bfr{font-size:1rem;max-width:44rem;margin:0 auto;padding:1rem;overflow-wrap:break-word}
.bfr h1{font-size:1.6rem;margin:.4em 0}.bfr h2{font-size:1.25rem;margin:1.6em 0 .4em}
.bfr nav [open]>summary~ul{list-style:none;padding:0;margin:0;border:0;display:flex;flex-wrap:wrap;
gap:0 1.2em}
.bfr nav a{color:inherit;display:inline-block;padding:.6em 0}.bfr summary{padding:.6em 0}
@media(max-width:28rem){.bfr [open]>summary~ul{padding-left:1.2em;margin-left:0}}
@page{margin:16mm}
@media print{:root{color-scheme:light}body.bfr{padding:0;font-size:10.5pt}
.bfr nav,.bfr .screen,.bfr .more:not([open]),.bfr .tail:not(:has([open])){display:none}
.bfr summary::after{content:""}
.bfr h1,.bfr h2,.bfr h3,.bfr h4{break-after:avoid}.bfr li,.bfr tr,.bfr p{break-inside:avoid}
.bfr .gate{print-color-adjust:exact}}
"""
"""What a page of its own adds: its width, the links at its head, and how it prints."""

_PIECE = Markup('<div class="bfr"><style>%s</style>\n%s</div>')


def piece(body: Markup) -> str:
    """A piece of a page, with the style that it needs; nothing in it controls what shows it."""
    return "\n".join(map(plain, str(_PIECE % (Markup(STYLE), body)).split("\n")))
