"""A plan as plain text that fits a terminal: a page of it, or all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from textwrap import wrap
from typing import Literal, get_args

from backfat_rules.errors import BackfatRulesError
from backfat_rules.plain import plain, shown_value
from backfat_rules.planning import PlanContent
from backfat_rules.views.page import gate_line, sections_of
from backfat_rules.views.sections import Entry, Section
from backfat_rules.wording import Reader, shipped_reader

WIDTH = 80

Extent = Literal["page", "full"]
"""How much of a plan is written: what fits a page, or everything."""


NARROWEST = 20
"""A line of fewer characters could not hold a label and a word."""


def must_be_an_extent(extent: object) -> None:
    """Refuse what is no extent.

    Raises:
        BackfatRulesError: it is none.
    """
    if extent not in get_args(Extent):
        known = " or ".join(f'"{each}"' for each in get_args(Extent))
        raise BackfatRulesError(f"A plan is written as {known}, and not as {shown_value(extent)}.")


def must_be_a_width(width: object) -> None:
    """Refuse what is no width of lines.

    Raises:
        BackfatRulesError: it is none.
    """
    if not isinstance(width, int) or isinstance(width, bool) or width < NARROWEST:
        raise BackfatRulesError(
            f"A width is a whole number from {NARROWEST} on, and not {shown_value(width)}."
        )


def plan_text(
    plan: PlanContent,
    width: int = WIDTH,
    reader: Reader | None = None,
    extent: Extent = "page",
) -> str:
    """The plan to read: what to mind, what to do first and then, what is held back and open.

    Args:
        plan: what is shown.
        width: no line is longer, unless one word is.
        reader: in whose language; the library's own if None.
        extent: a page, or everything.
    """
    reader = reader or shipped_reader()
    writer = _Writer(width, full=extent == "full")
    gate = reader.say("your-plan", gate=gate_line(plan, reader))
    lines = [*writer.wrapped(gate), "=" * width]
    for section in sections_of(plan, reader):
        if writer.writes(section):
            lines += ["", *writer.section(section)]
    more = [] if writer.full or not plan.recommendations else [reader.say("see-more")]
    lines += ["", *writer.wrapped(" ".join([plan.notice, *more]))]
    return "\n".join(lines)


class _Writer:
    """Writes sections as lines of a width."""

    def __init__(self, width: int, *, full: bool) -> None:
        self.width = width
        self.full = full

    def writes(self, section: Section) -> bool:
        if self.full:
            return not section.in_full_elsewhere
        return bool(section.entries or section.further)

    def section(self, section: Section) -> Iterator[str]:
        shown = [] if self.full else [section.beside]
        yield from self.wrapped(", ".join(filter(None, [section.heading, *shown])))
        every = (*section.entries, *section.rest) if self.full else section.entries
        for at, entry in enumerate(every):
            mark = "-" if section.first is None else f"{section.first + at}."
            if self.full and at:
                yield ""
            if section.in_lines and not self.full:
                entry = self.on_one_line(mark, entry)
            yield from self.entry(mark, entry)
        if section.further and not self.full:
            yield from self.wrapped(section.further, "  ", "  ")

    def on_one_line(self, mark: str, entry: Entry) -> Entry:
        """An entry with as many clauses of its text as fit on its line, the first at least."""
        clauses = entry.text.split(", ")
        while len(clauses) > 1 and len(f"{mark} {_joined(entry)}") > self.width:
            clauses.pop()
            entry = replace(entry, text=", ".join(clauses))
        return entry

    def entry(self, mark: str, entry: Entry) -> Iterator[str]:
        if self.full and entry.more:
            yield from self.unfolded(mark, entry)
            return
        below = " " * (len(mark) + 1)
        if entry.notes:
            yield from self.wrapped(f"{mark} {entry.title}", "", below)
            yield from self.wrapped(entry.text, below, below)
        else:
            yield from self.wrapped(f"{mark} {_joined(entry)}", "", below)
        for label, text in entry.notes:
            yield from self.wrapped(f"{label}: {text}" if label else text, below, below + "  ")

    def unfolded(self, mark: str, entry: Entry) -> Iterator[str]:
        """Everything about an entry, below its title."""
        first, *rest = entry.more
        if not rest:
            yield from self.wrapped(f"{mark} {_joined(first)}", "", " " * (len(mark) + 1))
            return
        below = " " * (len(mark) + 1)
        head = entry.title or _joined(first)
        yield from self.wrapped(f"{mark} {head}", "", below)
        for each in entry.more if entry.title else rest:
            yield from self.part(each, below)

    def part(self, part: Entry, indent: str) -> Iterator[str]:
        """A labelled text, or a label with a list below it."""
        if not part.more:
            yield from self.wrapped(_joined(part), indent, indent + "  ")
            return
        yield from self.wrapped(f"{part.title}:", indent, indent)
        for each in part.more:
            yield from self.wrapped(f"- {each.text}", indent + "  ", indent + "    ")

    def wrapped(self, text: str, first: str = "", others: str = "") -> list[str]:
        return wrap(
            plain(text),
            self.width,
            initial_indent=first,
            subsequent_indent=others,
            break_on_hyphens=False,
        )


def _joined(entry: Entry) -> str:
    """Title and text on one line; a title that asks or ends a sentence needs no colon."""
    if not entry.title or not entry.text:
        return entry.title or entry.text
    colon = "" if entry.title.endswith(("?", ".", "!")) else ":"
    return f"{entry.title}{colon} {entry.text}"
