"""What the fields of an entry of the knowledge say, as plain texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.profile import spaced

ELSEWHERE = ("place", "id", "title", "area", "topic", "cases", "claims", "references", "rules")
"""Fields that are shown in a place of their own."""


def fields_of(entry: FilePart) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The fields with something in them, in the order of the model, each as paragraphs."""
    for name in type(entry).model_fields:
        if name not in ELSEWHERE and (texts := tuple(texts_of(getattr(entry, name)))):
            yield name, texts


def texts_of(value: Any) -> Iterator[str]:
    """A field's value as paragraphs; nothing for a value that says nothing."""
    match value:
        case None | False | "":
            return
        case Formula() | Template():
            yield value.text
        case FilePart():
            parts = ((name, ", ".join(texts_of(getattr(value, name)))) for name in _said(value))
            said = [
                text if name == "text" else f"{spaced(name)} {text}" for name, text in parts if text
            ]
            if said:
                yield "; ".join(said)
        case tuple() if value and all(isinstance(each, int | float) for each in value):
            yield " to ".join(dict.fromkeys(f"{each:g}" for each in value))
        case tuple() if all(isinstance(each, str) and " " not in each for each in value):
            if value:
                yield ", ".join(value)
        case tuple():
            for each in value:
                yield ", ".join(texts_of(each)) or "nothing"
        case Mapping():
            for key, each in value.items():
                yield f"{key}: {', '.join(texts_of(each))}"
        case True:
            yield "yes"
        case float():
            yield f"{value:g}"
        case _:
            yield str(value)


def _said(part: FilePart) -> list[str]:
    return [name for name in type(part).model_fields if name not in ("place", "claims")]
