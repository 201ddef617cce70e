"""The tree that a condition or formula is parsed into: small, total and typed.

Every engine walks this same tree: the evaluator, experta's rules, later tables and the solver.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from backfat_rules.language.range import Range

Value: TypeAlias = bool | float | Range | str | frozenset[str] | None
"""What an expression can be worth; None is *unknown*, a range a number known to lie in it."""

Facts: TypeAlias = Mapping[str, Value]
"""Known names and their values; a missing name is unknown, as is one that is None."""

Comparison = Literal["<", "<=", ">", ">=", "=="]
Operator = Literal["+", "-", "*", "/", "**"]
FUNCTIONS: Mapping[str, tuple[int, int | None]] = {
    "ramp": (3, 3),
    "min": (2, None),
    "max": (2, None),
    "abs": (1, 1),
    "count": (1, 1),
}
"""The functions of the language, with the least and the greatest number of arguments."""


@dataclass(frozen=True, slots=True)
class Node:
    """Any part of an expression; ``offset`` is where it starts in the text."""

    offset: int = field(default=0, compare=False, repr=False, kw_only=True)

    @property
    def children(self) -> tuple[Expression, ...]:
        """The parts directly below this one, from left to right."""
        found: list[Expression] = []
        for name in _part_names(type(self)):  # type: ignore[arg-type]  # a class can be hashed
            part = getattr(self, name)
            if isinstance(part, tuple):
                found.extend(part)
            else:
                found.append(part)
        return tuple(found)


@cache
def _part_names(node_type: type[Node]) -> tuple[str, ...]:
    """The fields of a node that hold other nodes."""
    leaf_types = ("float", "str", "int", "Comparison", "Operator")
    return tuple(each.name for each in fields(node_type) if each.type not in leaf_types)


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A number written in the text."""

    value: float


@dataclass(frozen=True, slots=True)
class Word(Node):
    """A quoted word: one value of a choice or of a set."""

    value: str


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A fact, a value or a finding."""

    name: str


@dataclass(frozen=True, slots=True)
class Not(Node):
    """True where the operand is false."""

    operand: Expression


@dataclass(frozen=True, slots=True)
class AllOf(Node):
    """True where every operand is true (``and``)."""

    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Node):
    """True where at least one operand is true (``or``)."""

    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Compare(Node):
    """One comparison of two numbers, or of a choice with a word."""

    operator: Comparison
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Holds(Node):
    """Whether a set fact holds a word: ``"neck" in pain_sites``."""

    word: str
    collection: Name


@dataclass(frozen=True, slots=True)
class OneOf(Node):
    """Whether a choice is one of some words: ``sex in ("female", "male")``."""

    choice: Name
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    """One arithmetic step."""

    operator: Operator
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Call(Node):
    """One of the named functions of the language."""

    function: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class IfElse(Node):
    """A number that depends on a condition: ``5 if sex == "male" else -161``."""

    condition: Expression
    then: Expression
    otherwise: Expression


Expression: TypeAlias = (
    Number
    | Word
    | Name
    | Not
    | AllOf
    | AnyOf
    | Compare
    | Holds
    | OneOf
    | Arithmetic
    | Call
    | IfElse
)


def walk(expression: Expression) -> Iterator[Expression]:
    """Every part of an expression, the whole first."""
    yield expression
    for child in expression.children:
        yield from walk(child)


@lru_cache(maxsize=4096)
def names_in(expression: Expression) -> tuple[str, ...]:
    """The names an expression depends on, each once, in order of appearance."""
    return tuple(dict.fromkeys(part.name for part in walk(expression) if isinstance(part, Name)))
