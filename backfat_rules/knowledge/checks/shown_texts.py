"""Which texts of a knowledge base people read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from backfat_rules.errors import Location
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.knowledge.yaml_text import NOWHERE

SHOWN = (
    "values",
    "findings",
    "mechanisms",
    "needs",
    "recommendations",
    "messages",
    "screening",
    "exercises",
    "cautions",
    "foods",
    "contacts",
    "sentences",
    "labels",
    "names",
)
"""The sections whose texts people read; a claim of the ledger only reports what a guide says."""

PLAIN = frozenset(
    ["title", "question", "asked_in", "also_called", "label", "if_yes", "if_no", "unit", "words"]
)
"""The fields that hold text for people and are no sentences."""


def shown_texts(part: FilePart) -> Iterator[tuple[Location, Template | str]]:
    """Every text for people in an entry and its parts, with its place."""
    for name in type(part).model_fields:
        for each in _flat(getattr(part, name)):
            if isinstance(each, FilePart):
                for where, text in shown_texts(each):
                    yield part.place.of(name) if each.place is NOWHERE else where, text
            elif isinstance(each, Template) or (isinstance(each, str) and name in PLAIN):
                yield part.place.of(name), each


def _flat(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple):
        yield from value
    elif isinstance(value, Mapping):
        yield from value.values()
    else:
        yield value
