"""Short lists under headings, as text and as HTML: how the smaller answers of a plan read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from markupsafe import Markup

from backfat_rules.plain import plain
from backfat_rules.views.style import piece

Blocks: TypeAlias = Iterable[tuple[str, Iterable[str]]]
"""Headings, each with its items; a heading may stand alone."""


def filled(*blocks: tuple[str, Iterable[str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The blocks that have items."""
    for heading, items in blocks:
        if found := tuple(items):
            yield heading, found


def blocks_text(blocks: Blocks) -> str:
    """A line for each heading, and below it a line for each item."""
    return "\n".join(
        line
        for heading, items in blocks
        for line in (plain(heading), *(f"  - {plain(item)}" for item in items))
    )


def blocks_html(blocks: Blocks) -> str:
    """A paragraph for each heading, and below it a list."""
    heading_html = Markup("<p><b>%s</b></p>%s")
    body = Markup("").join(heading_html % (heading, list_html(items)) for heading, items in blocks)
    return piece(body)


def list_html(items: Iterable[str], kind: str = "ul") -> Markup:
    """A list as HTML; nothing for no items."""
    rows = Markup("").join(Markup("<li>%s</li>") % (item,) for item in items)
    return Markup("<%s>%s</%s>") % (kind, rows, kind) if rows else rows
