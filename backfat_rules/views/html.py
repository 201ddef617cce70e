"""A plan as one piece of HTML for a page or a notebook: a page of it, the rest folded, no network.

Every text goes through ``Markup %``, which escapes it; nothing is put together in another way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from backfat_rules.knowledge.gates import GATES, Tone
from backfat_rules.planning import PlanContent
from backfat_rules.views.page import gate_line, sections_of
from backfat_rules.views.sections import Entry, Section, says_more
from backfat_rules.views.style import piece
from backfat_rules.wording import Reader, shipped_reader

_CLASS: Mapping[Tone, str] = {"go": "", "care": "care", "stop": "stop", "alarm": "stop"}

_GATE = Markup('<p class="gate %s" role="status"><b>%s</b></p>')
_HEADING = Markup("<h3>%s</h3>\n%s")
_TITLED = Markup("<b>%s</b>%s %s")
_TITLE = Markup("<b>%s</b>")
_NOTE = Markup('<br><span class="note"><span class="soft">%s</span> %s</span>')
_BELOW = Markup("%s<br>%s")
_ITEM = Markup("<li>%s</li>")
_FOLDED = Markup('<details class="more"><summary>%s</summary>%s</details>')
_LINE = Markup("<details><summary>%s</summary>%s</details>")
_LIST = Markup("<%s%s>%s</%s>")
_PART = Markup("<p>%s</p>%s")
_SMALL = Markup('<p class="soft">%s</p>')


def plan_html(plan: PlanContent, reader: Reader | None = None) -> str:
    """The page of a plan; everything else about each part of it is folded into that part.

    Args:
        plan: what is shown; every text of it is escaped.
        reader: in whose language; the library's own if None.
    """
    reader = reader or shipped_reader()
    writer = _Writer(reader)
    gate = _GATE % (_CLASS[GATES[plan.gate].tone], gate_line(plan, reader))
    sections = map(writer.section, sections_of(plan, reader))
    return piece(Markup("\n").join([gate, *sections, _SMALL % (plan.notice,)]))


class _Writer:
    """Writes sections as lists, of which what a page has no room for opens on a click."""

    def __init__(self, reader: Reader) -> None:
        self.say = reader.say

    def section(self, section: Section) -> Markup:
        shown = self.items(section.entries, section.first)
        if not section.rest:
            return _HEADING % (section.heading, shown)
        first = None if section.first is None else section.first + len(section.entries)
        label = self.say("heading-and-number", heading=section.heading, number=len(section.rest))
        if section.entries:
            label = self.say("number-more", number=len(section.rest))
        folded = _FOLDED % (label, self.items(section.rest, first))
        return _HEADING % (section.heading, shown + folded) if section.entries else folded

    def items(self, entries: Iterable[Entry], first: int | None) -> Markup:
        rows = Markup().join(_ITEM % (self.entry(each),) for each in entries)
        if not rows:
            return rows
        kind = "ul" if first is None else "ol"
        begin = Markup(' start="%s"') % (first,) if first is not None and first > 1 else Markup()
        return _LIST % (kind, begin, rows, kind)

    def entry(self, entry: Entry) -> Markup:
        """An entry; one without notes opens itself, one with notes has more below them."""
        if not entry.notes:
            shown = _headed(entry)
            return _LINE % (shown, self.parts(entry.more)) if says_more(entry) else shown
        shown = _BELOW % (_TITLE % (entry.title,), entry.text) if entry.text else _headed(entry)
        for label, text in entry.notes:
            shown += _NOTE % (f"{label}:" if label else "", text)
        more = self.parts(entry.more)
        return shown + _FOLDED % (self.say("unfold"), more) if says_more(entry) else shown

    def parts(self, parts: Iterable[Entry]) -> Markup:
        return Markup().join(_PART % (_headed(each), self.items(each.more, None)) for each in parts)


def _headed(entry: Entry) -> Markup:
    if not entry.title or not entry.text:
        return _TITLE % (entry.title,) if entry.title else escape(entry.text)
    colon = "" if entry.title.endswith(("?", ".", "!")) else ":"
    return _TITLED % (entry.title, colon, entry.text)
