"""Sections, cards and tables as HTML.

Every text goes through ``Markup %``, which escapes it; nothing is put together in another way.
"""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from backfat_rules.views.sections import Card, Entry, Part, Section, Table, says_more
from backfat_rules.views.style import piece
from backfat_rules.wording import Reader

SMALL = Markup('<p class="soft">%s</p>')
_HEADING = Markup("<h%s>%s</h%s>\n%s")
_TITLED = Markup("<b>%s</b>%s %s")
_TITLE = Markup("<b>%s</b>")
_NOTE = Markup('<br><span class="note"><span class="soft">%s</span> %s</span>')
_BELOW = Markup("%s<br>%s")
_ITEM = Markup("<li>%s</li>")
_ITEM_OF = Markup('<li data-id="%s">%s</li>')
FOLDED = Markup('<details class="more"><summary>%s</summary>%s</details>')
_LINE = Markup("<details><summary>%s</summary>%s</details>")
_LIST = Markup("<%s%s>%s</%s>")
_PART = Markup("<p>%s</p>%s")
_CAPTION = Markup("<caption>%s</caption>")
_TABLE = Markup("<table>%s<thead><tr>%s</tr></thead><tbody>%s</tbody></table>")
_ROW = Markup("<tr>%s</tr>")
_COLUMN = Markup('<th scope="col">%s</th>')
_ROW_HEAD = Markup('<th scope="row">%s</th>')
_CELL = Markup("<td>%s</td>")


def card_html(card: Card, reader: Reader) -> str:
    """A card as a piece of HTML, in whose language the reader reads."""
    return piece(HtmlWriter(reader).card(card))


class HtmlWriter:
    """Writes sections as lists, of which what a page has no room for opens on a click.

    Args:
        reader: in whose language.
        level: of which level the headings of sections are.
    """

    def __init__(self, reader: Reader, level: int = 3) -> None:
        self.reader = reader
        self.say = reader.say
        self.level = level

    def card(self, card: Card) -> Markup:
        """A card: its title, and the headings of its parts one level below it."""
        if not card.title:
            return Markup("\n").join(map(self.part, card.parts))
        below = type(self)(self.reader, self.level + 1)
        return self.headed(card.title, Markup("\n").join(map(below.part, card.parts)))

    def part(self, part: Part) -> Markup:
        """One part of a card."""
        match part:
            case str():
                return _PART % (part, "")
            case Section():
                return self.section(part)
            case Table():
                return table_html(part)
        if part.more:
            items = self.items(part.more, 1 if part.numbered else None)
            return self.headed(part.title, items)
        return _PART % (_headed(part), "")

    def headed(self, heading: str, body: Markup) -> Markup:
        """A heading and what stands under it; that alone where there is no heading."""
        if not heading:
            return body
        return _HEADING % (self.level, heading, self.level, body)

    def section(self, section: Section) -> Markup:
        """A section: its entries, and the rest of them folded."""
        shown = self.items(section.entries, section.first)
        if not section.rest:
            return self.headed(section.heading, shown)
        first = None if section.first is None else section.first + len(section.entries)
        label = self.say("heading-and-number", heading=section.heading, number=len(section.rest))
        if section.entries:
            label = self.say("number-more", number=len(section.rest))
        folded = FOLDED % (label, self.items(section.rest, first))
        return self.headed(section.heading, shown + folded) if section.entries else folded

    def items(self, entries: Iterable[Entry], first: int | None) -> Markup:
        """Entries as a list, numbered from the first on if that is given; nothing for none."""
        rows = Markup().join(
            _ITEM_OF % (each.id, self.entry(each)) if each.id else _ITEM % (self.entry(each),)
            for each in entries
        )
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
        return shown + FOLDED % (self.say("unfold"), more) if says_more(entry) else shown

    def parts(self, parts: Iterable[Entry]) -> Markup:
        """Labelled texts and lists inside an entry, which have no headings of their own."""
        return Markup().join(
            _PART % (_headed(each), self.items(each.more, 1 if each.numbered else None))
            for each in parts
        )


def _headed(entry: Entry) -> Markup:
    if not entry.title or not entry.text:
        return _TITLE % (entry.title,) if entry.title else escape(entry.text)
    colon = "" if entry.title.endswith(("?", ".", "!")) else ":"
    return _TITLED % (entry.title, colon, entry.text)


def table_html(table: Table) -> Markup:
    """A table with headings that a screen reader knows."""
    columns = Markup().join(_COLUMN % (each,) for each in table.columns)
    rows = (
        Markup().join([_ROW_HEAD % (head,), *(_CELL % (_cell(each),) for each in cells)])
        for head, *cells in table.rows
    )
    caption = _CAPTION % (table.heading,) if table.heading else Markup()
    return _TABLE % (caption, columns, Markup().join(_ROW % (row,) for row in rows))


def _cell(cell: str | tuple[str, ...]) -> str | Markup:
    """Several texts as a list, one as it is."""
    texts = (cell,) if isinstance(cell, str) else cell
    if len(texts) == 1:
        return texts[0]
    return _LIST % ("ul", "", Markup().join(_ITEM % (text,) for text in texts), "ul")
