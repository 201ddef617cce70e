"""The explorer where no Python runs: in a page, or in a frame beside what a notebook shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from backfat_rules.explorer_front.controls import control_groups
from backfat_rules.explorer_front.packed import packed
from backfat_rules.explorer_front.scripts import explorer_style, page_script
from backfat_rules.explorer_front.words import words_of
from backfat_rules.language.javascript import literal
from backfat_rules.planning.telling import Telling
from backfat_rules.views.handout import POLICY
from backfat_rules.views.style import STYLE

PLACE = Markup('<div id="bfx-place"></div>')
"""Where the explorer stands in a page; there can be one."""

_SCRIPTS = Markup("""<script type="application/json" id="bfx-told">%s</script>
<script type="module">
%s</script>
""")
_FRAMED = Markup("""<!doctype html>
<html lang="%s">
<head>
<meta charset="utf-8">
%s<title>%s</title>
<style>html{overflow:hidden}body{margin:0}.bfx{--bfx-tallest:45rem}%s</style>
</head>
<body>
<main>%s</main>
%s</body>
</html>
""")
_FRAME = Markup(
    '<div data-bfx="%s"><div>%s</div>\n'
    '<iframe title="%s" srcdoc="%s" style="border:0;width:100%%;height:0"></iframe></div>'
)


def scripts_of_a_page(
    facts: Mapping[str, Any], nobody: Telling, *, shows_code: bool = False
) -> Markup:
    """What makes the explorer work in a page that has a place for it: data, rules and script.

    Args:
        facts: what was told, as JSON holds it.
        nobody: somebody who has told nothing, on whose knowledge and in whose words it works.
        shows_code: whether the plan can be copied as Python.
    """
    told = {
        "groups": control_groups(nobody),
        "words": words_of(nobody.reader),
        "facts": dict(facts),
        "shows_code": shows_code,
        "packed": packed(nobody.reader),
    }
    return _SCRIPTS % (Markup(literal(told)), Markup(page_script()))


def without_a_kernel(plan: str, facts: Mapping[str, Any], nobody: Telling, mark: str = "") -> str:
    """A piece of HTML with the plan; where scripts may run, the explorer takes its place.

    It stands in a frame, so that neither the page nor the explorer reaches into the other's style.

    Args:
        plan: the plan as HTML.
        facts: what it was made from, as JSON holds them.
        nobody: somebody who has told nothing, on whose knowledge and in whose words it works.
        mark: by which a widget that stands beside it hides it, if there is one.
    """
    reader = nobody.reader
    title = reader.say("plan-alone")
    scripts = scripts_of_a_page(facts, nobody, shows_code=True)
    style = Markup(STYLE + explorer_style())
    framed = _FRAMED % (reader.language, POLICY, title, style, PLACE, scripts)
    return str(_FRAME % (mark, Markup(plan), title, str(framed)))
