"""A plan as Markdown: a page of it, and the rest in details that fold where they can."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from backfat_rules.plain import plain
from backfat_rules.planning import PlanContent
from backfat_rules.views.page import gate_line, sections_of
from backfat_rules.views.sections import Entry, Section, says_more
from backfat_rules.wording import Reader, shipped_reader

_ACTIVE = re.compile(r"([\\`*_\[\]<>&#|~$])")


def plan_markdown(plan: PlanContent, reader: Reader | None = None) -> str:
    """The page of a plan as Markdown, of the kind that most pages show.

    Args:
        plan: what is shown; no text of it is taken for Markdown or HTML.
        reader: in whose language; the library's own if None.
    """
    reader = reader or shipped_reader()
    writer = _Writer(reader)
    parts = [f"**{_escaped(gate_line(plan, reader))}**"]
    for section in sections_of(plan, reader):
        parts += writer.section(section)
    return "\n\n".join([*parts, f"*{_escaped(plan.notice)}*"]) + "\n"


class _Writer:
    """Writes sections as lists under headings."""

    def __init__(self, reader: Reader) -> None:
        self.say = reader.say

    def section(self, section: Section) -> Iterator[str]:
        number = len(section.rest)
        label = self.say("number-more", number=number)
        if section.entries:
            yield f"### {_escaped(section.heading)}"
            yield self.items(section.entries, section.first)
            for each in filter(says_more, section.entries):
                yield from _folded(each.title or each.text, "\n".join(self.parts(each.more)))
        else:
            label = self.say("heading-and-number", heading=section.heading, number=number)
        if section.rest:
            first = None if section.first is None else section.first + len(section.entries)
            yield from _folded(label, self.items(section.rest, first, unfolded=True))

    def items(self, entries: Iterable[Entry], first: int | None, *, unfolded: bool = False) -> str:
        lines = []
        for at, entry in enumerate(entries):
            mark = "-" if first is None else f"{first + at}."
            lines.append(f"{mark} {_headed(entry)}")
            below = self.parts(entry.more) if unfolded and says_more(entry) else _notes(entry)
            lines += (f"{' ' * (len(mark) + 1)}{line}" for line in below)
        return "\n".join(lines)

    def parts(self, parts: Iterable[Entry]) -> Iterator[str]:
        for part in parts:
            yield f"- {_headed(part)}"
            yield from (f"  - {_headed(each)}" for each in part.more)


def _notes(entry: Entry) -> Iterator[str]:
    return (f"- {_headed(Entry(*note))}" for note in entry.notes)


def _folded(label: str, body: str) -> Iterator[str]:
    yield f"<details><summary>{_escaped(label)}</summary>"
    yield body
    yield "</details>"


def _headed(entry: Entry) -> str:
    """A title in bold and a text; a title that asks or ends a sentence needs no colon."""
    title, text = _escaped(entry.title), _escaped(entry.text)
    if not title or not text:
        return f"**{title}**" if title else text
    colon = "" if entry.title.endswith(("?", ".", "!")) else ":"
    return f"**{title}**{colon} {text}"


def _escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _ACTIVE.sub(_as_a_number, plain(text))


def _as_a_number(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"
