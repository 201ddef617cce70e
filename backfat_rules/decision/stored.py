"""Decisions as JSON, and back."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError

from backfat_rules.decision.content import DecisionContent
from backfat_rules.errors import BackfatRulesError

Stored = TypeVar("Stored", bound=DecisionContent)


def to_json(decision: DecisionContent, indent: int | None = None) -> str:
    """The text of a decision."""
    for advice in decision.advice:
        _ = advice.end  # worked out when it is first asked for
    kind: Any = type(decision)  # mypy doubts that a class of frozen data can be hashed
    return _adapter(kind).dump_json(decision, indent=indent).decode()


def from_json(kind: type[Stored], text: str | bytes | bytearray) -> Stored:
    """The decision in a text.

    Raises:
        BackfatRulesError: with the first thing that does not fit.
    """
    try:
        hashable: Any = kind
        stored: Stored = _adapter(hashable).validate_json(text)
        return stored
    except ValidationError as error:
        wrong = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(map(str, wrong["loc"])) or "the text"
        raise BackfatRulesError(
            f"This is no stored decision: {where}: {wrong['msg']}. "
            "Decide again from the facts: Advisor().decide(facts)."
        ) from None


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
