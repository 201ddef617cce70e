"""What a plan reads as: sections of entries, of which a page shows the beginnings; and cards.

Text, HTML and Markdown are three ways to write the same sections, so none of them decides what is
said, or in which order.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Note: TypeAlias = tuple[str, str]
"""A label and a text, such as how much; the label may be empty."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a section.

    Attributes:
        title: what it is called; may be empty.
        text: what is said of it, in short.
        notes: short labelled lines below it.
        more: everything about it, in place of text and notes, where there is room.
        behind: whether it can wait, such as reasons, and opens on a click even there.
        numbered: whether what it holds is done in this order.
        id: of what it tells, for a page that asks more about it.
    """

    title: str = ""
    text: str = ""
    notes: tuple[Note, ...] = ()
    more: tuple[Entry, ...] = ()
    behind: bool = False
    numbered: bool = False
    id: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under a heading.

    Attributes:
        entries: what a page shows.
        rest: what is shown where there is room, or on a click.
        beside: how many more there are, in a few words beside the heading of a page.
        further: how a page speaks of the rest in a line of its own; empty for nothing.
        first: the number of the first entry; None where they are not numbered.
        in_full_elsewhere: whether other sections say all of it where there is room.
        in_lines: whether each entry gets one line, with as much of its text as fits.
        to_follow: whether somebody follows it step by step, so that a page to hand over folds
            nothing of it.
    """

    heading: str
    entries: tuple[Entry, ...] = ()
    rest: tuple[Entry, ...] = ()
    further: str = ""
    beside: str = ""
    first: int | None = None
    in_lines: bool = False
    in_full_elsewhere: bool = False
    to_follow: bool = False


Cell: TypeAlias = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Cells in columns.

    Attributes:
        heading: what it is about.
        columns: what each column holds.
        rows: the first cell of each heads its row; several texts in a cell are a list.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, *tuple[Cell, ...]], ...]


Part: TypeAlias = str | Entry | Section | Table
"""A part of a card: a sentence, a labelled text or list, a section, or a table."""


@dataclass(frozen=True, slots=True)
class Card:
    """What one result shows by itself.

    Attributes:
        title: what it is; empty where its first part says so.
        parts: what is shown below, in this order.
    """

    title: str = ""
    parts: tuple[Part, ...] = ()


def says_more(entry: Entry) -> bool:
    """Whether there is more about an entry than is shown anyway."""
    return bool(entry.more) and [(each.title, each.text) for each in entry.more] != [
        (entry.title, entry.text)
    ]
