"""How a fact is declared: its label, unit, range and question, beside its type."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import Field, PlainSerializer, Strict

FACT = "fact"  # the key under which a field's JSON Schema carries what is declared here

Word = TypeVar("Word", bound=str)

if TYPE_CHECKING:
    Words = Set[Word]  # so that type checkers, too, take a plain {"word"}
else:
    Words = Annotated[frozenset[Word], Strict(False), PlainSerializer(sorted, when_used="json")]
    """A set of words: any collection of them is taken, and JSON always lists them in order."""


def number(
    label: str,
    unit: str,
    low: float,
    high: float,
    question: str,
    *,
    slips: Mapping[str, float] | None = None,
) -> Any:
    """A number with a unit and an inclusive range.

    ``slips`` maps units that people type by mistake to the factor that turns them into ``unit``;
    a refused value that fits after conversion is offered as a guess.
    """
    about: dict[str, Any] = {"label": label, "unit": unit, "low": low, "high": high}
    about["slips"] = dict(slips or {})
    return Field(
        default=None,
        ge=low,
        le=high,
        title=label,
        description=question,
        json_schema_extra={FACT: about},
    )


def yes_no(label: str, question: str) -> Any:
    """A question answered with yes or no; ``label`` completes "you ..." for yes."""
    return Field(
        default=None, title=label, description=question, json_schema_extra={FACT: {"label": label}}
    )


def choice(label: str, question: str) -> Any:
    """One word out of a fixed list; the list is the field's ``Literal`` type."""
    return Field(
        default=None, title=label, description=question, json_schema_extra={FACT: {"label": label}}
    )


def several(label: str, question: str) -> Any:
    """Any number of words out of a list; an empty set means "asked, and none"."""
    return Field(
        default=None, title=label, description=question, json_schema_extra={FACT: {"label": label}}
    )
