"""Decisions as JSON, and back."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any, TypeVar

from pydantic import TypeAdapter

from backfat_rules.decision.content import DecisionContent
from backfat_rules.reading_back import StoredKind

Stored = TypeVar("Stored", bound=DecisionContent)

_DECISION = StoredKind(
    name="decision",
    format="1",
    remedy='Decide again from its facts: Advisor().decide(json.loads(text)["facts"]).',
)


def to_json(decision: DecisionContent, indent: int | None = None) -> str:
    """The text of a decision."""
    for advice in decision.all_ways:
        _ = advice.end  # worked out when it is first asked for
    kind: Any = type(decision)  # mypy doubts that a class of frozen data can be hashed
    return _adapter(kind).dump_json(decision, indent=indent).decode()


def from_json(kind: type[Stored], text: str | bytes | bytearray) -> Stored:
    """The decision in a text.

    Raises:
        BackfatRulesError: it is something else, or of a format of another version.
    """
    hashable: Any = kind
    read: Callable[[], Stored] = partial(_adapter(hashable).validate_json, text)
    return _DECISION.read(read, text)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
