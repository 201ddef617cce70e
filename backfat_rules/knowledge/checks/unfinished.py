"""Texts that were begun and not written: whatever still says TODO."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from backfat_rules.errors import Location
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.knowledge.yaml_text import NOWHERE

_TODO = re.compile(r"\bTODO\b")
_NAMED = ("claims", "references")  # ids, as in cases: what does not exist is reported elsewhere


def check_unfinished(draft: Draft) -> None:
    """No text of an entry, or of the policy, says TODO."""
    for entry in draft.unchecked(FilePart):
        _check(entry, draft)
    if draft.policy is not None:
        _check(draft.policy, draft)


def _check(entry: FilePart, draft: Draft) -> None:
    for field, where in dict.fromkeys(_unfinished(entry)):
        message = f"{field} is not written yet: it says TODO."
        remedy = "Write it, or take the entry out until it is ready."
        draft.note(where, "unfinished-text", message, remedy)


def _unfinished(part: FilePart) -> Iterator[tuple[str, Location]]:
    for field in type(part).model_fields:
        if field not in _NAMED:
            for each in _flat(getattr(part, field)):
                if isinstance(each, FilePart):
                    here = field, part.place.of(field)
                    inside = _unfinished(each)
                    yield from (here for _ in inside) if each.place is NOWHERE else inside
                elif isinstance(each, str) and _TODO.search(each):
                    yield field, part.place.of(field)


def _flat(value: Any) -> Iterator[Any]:
    match value:
        case Template():
            yield value.text
        case tuple():
            for each in value:
                yield from _flat(each)
        case _:
            yield value
