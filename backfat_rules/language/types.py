"""The four types of the condition language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "truth", "choice", "set"]


@dataclass(frozen=True, slots=True)
class Type:
    """The type of a name or an expression.

    Attributes:
        kind: number, truth (yes or no), choice (one word of a list) or set (several words).
        values: the allowed words of a choice or set; None where any word is allowed.
    """

    kind: Kind
    values: frozenset[str] | None = None

    def __str__(self) -> str:
        names = {"number": "a number", "truth": "yes or no", "choice": "a word", "set": "a set"}
        return names[self.kind]


NUMBER = Type("number")
TRUTH = Type("truth")


def choice_of(values: Iterable[str] | None) -> Type:
    """The type of a fact that is one word of ``values``."""
    return Type("choice", None if values is None else frozenset(values))


def set_of(values: Iterable[str] | None) -> Type:
    """The type of a fact that holds any of ``values``; None: any words."""
    return Type("set", None if values is None else frozenset(values))
