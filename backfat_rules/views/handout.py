"""A plan as a whole page to hand over: one file that reads on a phone, on a desk and on paper.

What somebody follows stands open; what stands behind it opens on a click. On paper stands what is
open; of a line that was not opened, the line; of a section that is all folded, nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from backfat_rules.plain import plain
from backfat_rules.planning import PlanContent
from backfat_rules.planning.programme_content import ProgrammeContent
from backfat_rules.views.html import gate_html
from backfat_rules.views.html_writer import FOLDED, SMALL, HtmlWriter
from backfat_rules.views.page import halves_of
from backfat_rules.views.sections import Entry, Section
from backfat_rules.views.style import PAPER, STYLE
from backfat_rules.views.week_html import ProgrammeWriter
from backfat_rules.wording import Reader

_PAGE = Markup("""<!doctype html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
%s<title>%s</title>
<style>%s</style>
</head>
<body class="bfr">
<main>
%s
</main>
%s</body>
</html>
""")
POLICY = Markup("""<meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
script-src 'unsafe-inline' blob:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
""")
"""What keeps a page with scripts of its own from every connection."""

_TITLE = Markup("<h1>%s</h1>")
_CONTENTS = Markup('<nav aria-label="%s"><details><summary>%s</summary><ul>%s</ul></details></nav>')
_LINK = Markup('<li><a href="#part-%s">%s</a></li>')
_SECTION = Markup('<section id="part-%s" class="%s">%s</section>')
_WHAT_IF_LINK = Markup('<li class="bfx-waits" hidden><a href="#what-if">%s</a></li>')
_WHAT_IF = Markup(
    '<section id="what-if" class="screen bfx-waits" hidden><h2>%s</h2><p>%s</p>%s</section>'
)


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What makes a page answer what if; without scripts nothing of it is seen.

    Attributes:
        about: what one does there.
        place: where it stands.
        style: how it looks.
        scripts: what answers.
    """

    about: str
    place: Markup
    style: Markup
    scripts: Markup


@dataclass(frozen=True, slots=True)
class _Part:
    """A section of the page; one that holds nothing but folds is its tail."""

    heading: str
    body: Markup
    is_tail: bool = False


def handout(
    plan: PlanContent,
    reader: Reader,
    week: ProgrammeContent | None = None,
    what_if: WhatIf | None = None,
) -> str:
    """The whole page; every text of the plan is escaped, and nothing is loaded from anywhere.

    Args:
        plan: what is shown.
        reader: in whose language.
        week: the training week that stands in it, if any; its moves are told with the others.
        what_if: what makes it answer what if, if anything.
    """
    say = reader.say
    parts = [*enumerate(_parts(plan, reader, week), start=1)]
    links = [_LINK % (at, each.heading) for at, each in parts]
    if what_if:
        links.append(_WHAT_IF_LINK % (say("what-if"),))
    body = [
        _TITLE % (say("plan-alone"),),
        gate_html(plan, reader),
        _CONTENTS % (say("on-this-page"), say("on-this-page"), Markup().join(links)),
        *(_SECTION % (at, "tail" if each.is_tail else "shown", each.body) for at, each in parts),
        _WHAT_IF % (say("what-if"), what_if.about, what_if.place) if what_if else Markup(),
        SMALL % (plan.notice,),
        Markup('<div class="screen">%s</div>') % (SMALL % (say("opened-prints"),),),
    ]
    style = Markup(STYLE) + Markup(PAPER) + (what_if.style if what_if else "")
    policy, scripts = (POLICY, what_if.scripts) if what_if else ("", "")
    content = Markup("\n").join(filter(None, body))
    page = _PAGE % (reader.language, policy, say("plan-alone"), style, content, scripts)
    return "\n".join(map(plain, str(page).split("\n")))


def _parts(plan: PlanContent, reader: Reader, week: ProgrammeContent | None) -> Iterator[_Part]:
    """What to do first, the training week, and what then, how and why."""
    to_do, about = halves_of(plan, reader, week.moves if week else None)
    yield from _sections(to_do, reader)
    if week and week.weeks:
        writer = ProgrammeWriter(week, reader, level=2, with_moves=False)
        yield _Part(writer.heading, writer.section())
    yield from _sections(about, reader)


def _sections(sections: Iterable[Section], reader: Reader) -> Iterator[_Part]:
    writer = _Writer(reader, level=2)
    for each in sections:
        is_tail = not (each.entries or each.to_follow)
        yield _Part(each.heading, writer.section(each), is_tail)


class _Writer(HtmlWriter):
    """Writes whole sections, and unfolds those that somebody follows."""

    def section(self, section: Section) -> Markup:
        """A section with all of its entries; those that can wait follow as lines that open."""
        every = (*section.entries, *section.rest)
        if section.in_lines:
            return self.headed(section.heading, self.items(every, section.first))
        if not section.to_follow:
            return self.headed(
                section.heading, self.items(section.entries, None) + self.tail(section)
            )
        below = type(self)(self.reader, self.level + 1)
        now = [each for each in every if not each.behind]
        later = [each for each in every if each.behind]
        marks = [f"{section.first + at}. " if section.first else "" for at in range(len(now))]
        unfolded = [below.unfolded(mark, each) for mark, each in zip(marks, now, strict=True)]
        return self.headed(section.heading, Markup("\n").join([*unfolded, self.later(later)]))

    def tail(self, section: Section) -> Markup:
        """What of a section is not read at once, folded."""
        number = len(section.rest)
        if section.entries:
            return self.later(section.rest)
        label = self.say("heading-and-number", heading=section.heading, number=number)
        return FOLDED % (label, self.items(section.rest, None))

    def later(self, entries: Sequence[Entry]) -> Markup:
        """Entries that can wait, folded under how many they are; nothing for none."""
        if not entries:
            return Markup()
        return FOLDED % (self.say("number-more", number=len(entries)), self.items(entries, None))

    def unfolded(self, mark: str, entry: Entry) -> Markup:
        """All about an entry; what stands behind it is folded."""
        if len(entry.more) == 1:
            return self.part(entry.more[0])
        below = type(self)(self.reader, self.level + 1)
        parts = [below.part(each) for each in entry.more if not each.behind]
        if entry.text and not _says(entry.more, entry.text):
            parts.insert(0, self.part(entry.text))
        behind = [each for each in entry.more if each.behind]
        folded = [FOLDED % (behind[0].title, self.parts(behind))] if behind else []
        return self.headed(mark + entry.title, Markup("\n").join([*parts, *folded]))


def _says(parts: tuple[Entry, ...], text: str) -> bool:
    """Whether a text stands in some parts, or in what these hold."""
    return any(text in (each.title, each.text) or _says(each.more, text) for each in parts)
