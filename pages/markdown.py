"""Markdown as code hosts show it: tables, headings whose anchors are the same everywhere, links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from posixpath import dirname, relpath

from backfat_rules.knowledge.marked_text import Template
from backfat_rules.wording.numbers import number_text

_SPECIAL = re.compile(r"([\\`*|<>~\[\]])")
_NOT_IN_ANCHORS = re.compile(r"[^a-z0-9_ -]")


def plain(text: str | Template) -> str:
    r"""A text on one line that Markdown shows as it is; amounts are metric.

    >>> print(plain("7 | 8 *or* more"))
    7 \| 8 \*or\* more
    """
    shown = text.text if isinstance(text, Template) else text
    return _SPECIAL.sub(r"\\\1", " ".join(shown.split()))


def code(text: str) -> str:
    """A condition, an id or a case, as code."""
    return f"`{' '.join(text.split())}`"


def heading_text(text: str) -> str:
    """A heading without anything that one code host keeps in anchors and another drops.

    >>> heading_text("Lifestyle / Stress")
    'Lifestyle: Stress'
    """
    return " ".join(text.replace(" / ", ": ").split())


def anchor(heading: str) -> str:
    """The name by which a link finds a heading.

    >>> anchor("Lifestyle: Stress"), anchor("short_sleep"), anchor("R06b")
    ('lifestyle-stress', 'short_sleep', 'r06b')
    """
    return _NOT_IN_ANCHORS.sub("", heading.lower()).replace(" ", "-")


def link(text: str, target: str, page: str) -> str:
    """A link from a page to ``other/page.md#anchor``; both are paths below the same folder."""
    path, mark, name = target.partition("#")
    shown = "" if path == page else relpath(path, dirname(page) or ".")
    return f"[{text}]({shown}{mark}{name})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table as a block of lines; nothing if it has no rows, and no column that is empty."""
    filled = [list(row) for row in rows]
    if not filled:
        return []
    kept = [at for at in range(len(head)) if any(row[at] for row in filled)]
    lines = [[head[at] for at in kept], ["---" for _ in kept]]
    lines += [[row[at] for at in kept] for row in filled]
    return ["\n".join(f"| {' | '.join(cells)} |" for cells in lines)]


def bullets(items: Iterable[str], ordered: bool = False) -> list[str]:
    """A list as a block of lines; nothing if there is nothing in it."""
    rows = [f"{f'{at}.' if ordered else '-'} {item}" for at, item in enumerate(items, start=1)]
    return ["\n".join(rows)] if rows else []


def labelled(label: str, texts: Iterable[str], between: str = ", ") -> list[str]:
    """A line that starts with a bold label; nothing if it would hold nothing else."""
    text = between.join(each for each in texts if each)
    return [f"**{label}:** {text}"] if text else []


def page(blocks: Iterable[str]) -> str:
    """Blocks with blank lines between them, below the line that says where they come from."""
    return "\n\n".join([*blocks]) + "\n\n" + MADE + "\n"


MADE = "*Written by `make docs` from the YAML in `knowledge/`; change it there.*"
"""The last line of every page: how to know a page that may be written anew or removed."""


def counted(count: int, word: str, plural: str = "") -> str:
    """A number with its noun.

    >>> counted(1, "finding"), counted(2, "entry", "entries")
    ('1 finding', '2 entries')
    """
    return f"{number_text(count)} {word if count == 1 else plural or word + 's'}"
