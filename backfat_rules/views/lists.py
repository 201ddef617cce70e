"""Short lists under headings, as text and as HTML: how the smaller answers of a plan read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any, TypeAlias

from backfat_rules.language import Range
from backfat_rules.planning.plan import FactJson
from backfat_rules.planning.wording import value_text

Lists: TypeAlias = Iterable[tuple[str, Iterable[str]]]
"""Headings, each with its items; a heading may stand alone."""


class ShownAsLists:
    """What shows itself as lists: as text when printed, as HTML in a notebook."""

    def lists(self) -> Lists:
        """What is shown, in the order in which it is read."""
        raise NotImplementedError

    def __str__(self) -> str:
        return lists_text(self.lists())

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:
        return {"text/plain": lists_text(self.lists()), "text/html": lists_html(self.lists())}


def value_words(value: FactJson | None) -> str:
    """A fact's value as it stands in JSON, in words."""
    if value is None:
        return "not told"
    if isinstance(value, Mapping):
        return value_text(Range(**value))
    return value_text(frozenset(value) if isinstance(value, tuple) else value)


def filled(*lists: tuple[str, Iterable[str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The lists that have items."""
    for heading, items in lists:
        if found := tuple(items):
            yield heading, found


def lists_text(lists: Lists) -> str:
    """A line for each heading, and below it a line for each item."""
    return "\n".join(
        line for heading, items in lists for line in (heading, *(f"  - {item}" for item in items))
    )


def lists_html(lists: Lists) -> str:
    """A paragraph for each heading, and below it a list."""
    blocks = "".join(
        f'<p style="margin:.5em 0 .2em"><b>{escape(heading)}</b></p>{_list(items)}'
        for heading, items in lists
    )
    return f'<div style="font:14px/1.5 system-ui,sans-serif">{blocks}</div>'


def _list(items: Iterable[str]) -> str:
    rows = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f'<ul style="margin:0">{rows}</ul>' if rows else ""
