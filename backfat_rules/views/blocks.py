"""Short lists under headings: how the smaller answers of a plan read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from backfat_rules.plain import plain
from backfat_rules.views.sections import Card, Entry

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


def blocks_card(blocks: Blocks) -> Card:
    """A card with a list under each heading."""
    return Card(parts=tuple(listed(heading, items) for heading, items in blocks))


def listed(heading: str, items: Iterable[str]) -> Entry:
    """Items as a list under a heading."""
    return Entry(heading, more=tuple(Entry("", item) for item in items))
