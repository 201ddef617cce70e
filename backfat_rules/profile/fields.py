"""How a fact is declared: its unit and range, beside its type, and an app's own with its words.

What the library's own facts are called and how they are asked for stands in the knowledge, in
``words/facts.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import Field, PlainSerializer, Strict

from backfat_rules.units import UnitSystem

FACT = "fact"  # the key under which a field's JSON Schema carries what is declared here

Word = TypeVar("Word", bound=str)

if TYPE_CHECKING:
    Words = Set[Word]  # so that type checkers, too, take a plain {"word"}
else:
    Words = Annotated[frozenset[Word], Strict(False), PlainSerializer(sorted, when_used="json")]
    """A set of words: any collection of them is taken, and JSON always lists them in order."""


def number(
    label: str = "",
    unit: str = "",
    low: float | None = None,
    high: float | None = None,
    question: str = "",
    *,
    slips: Mapping[str, float] | None = None,
    changeable: bool = True,
    step: float | None = None,
    around: bool = False,
    asked_in: Mapping[UnitSystem, str] | None = None,
) -> Any:
    """A number with a unit and an inclusive range.

    ``slips`` maps units that people type by mistake to the factor that turns them into ``unit``;
    a refused value that fits after conversion is offered as a guess. ``step`` is a change that
    is realistic to make at once, in ``unit``; what a person cannot change is not ``changeable``.
    A length that goes ``around`` something is never said in feet. ``asked_in`` has the question for
    people who use other units, with an example of how to write the answer.
    """
    limits = {name: end for name, end in (("low", low), ("high", high)) if end is not None}
    about: dict[str, Any] = {"unit": unit, **limits, "slips": dict(slips or {})}
    if changeable and step is not None:
        about["step"] = step
    if around:
        about["around"] = True
    if asked_in:
        about["asked_in"] = dict(asked_in)
    return _fact(label, question, about, changeable=changeable, low=low, high=high)


def yes_no(label: str = "", question: str = "", *, changeable: bool = True) -> Any:
    """A question answered with yes or no; ``label`` completes "you ..." for yes."""
    return _fact(label, question, {}, changeable=changeable)


def choice(label: str = "", question: str = "", *, changeable: bool = True) -> Any:
    """One word out of a fixed list; the list is the field's ``Literal`` type."""
    return _fact(label, question, {}, changeable=changeable)


def several(
    label: str = "", question: str = "", *, changeable: bool = True, ids_of: str = ""
) -> Any:
    """Any number of words out of a list; an empty set means "asked, and none".

    ``ids_of`` names the collection of a knowledge base whose ids the words are.
    """
    return _fact(label, question, {"ids_of": ids_of} if ids_of else {}, changeable=changeable)


def _fact(
    label: str,
    question: str,
    about: dict[str, Any],
    *,
    changeable: bool,
    low: float | None = None,
    high: float | None = None,
) -> Any:
    """A field; only what differs from the usual stands in the schema."""
    if not changeable:
        about["changeable"] = False
    return Field(
        default=None,
        ge=low,
        le=high,
        title=label or None,
        description=question or None,
        json_schema_extra={FACT: about},
    )
