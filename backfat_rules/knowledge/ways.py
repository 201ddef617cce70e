"""The ways in which a condition comes true, and what follows from each of them alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from math import inf, prod
from typing import Any

from backfat_rules.language import Expression, Facts, Range, Type, Value, evaluate, render
from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Call,
    Compare,
    Comparison,
    Holds,
    Name,
    Not,
    Number,
    OneOf,
    Word,
)

MOST_WAYS = 1000
"""From here on parts of a condition are left open: less is known then, and nothing wrong."""

_ENDS: Mapping[Comparison, str] = {"<": "below", "<=": "at_most", ">": "above", ">=": "at_least"}
_OPPOSITE: Mapping[Comparison, Comparison] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}

Way = Facts
"""What is known of everybody in whom a condition holds in one way; a word in a set, and whatever
is no plain comparison, goes by its text as a name of its own."""


class Ways:
    """The ways of the conditions of a knowledge base.

    Args:
        types: the type of each name; the words of a set are read from it.
        definitions: what each finding is concluded from, those that rest on others after them.
    """

    def __init__(self, types: Mapping[str, Type], definitions: Mapping[str, Expression]) -> None:
        self._types = types
        self._definitions: dict[str, Expression] = {}
        self._ways = {(name, True): [way] for name, way in _chosen(types)}
        for name, definition in definitions.items():
            plain = self._definitions[name] = self.plain(definition)
            for holds in (True, False):
                below = self._of(plain, holds)
                self._ways[name, holds] = [{**each, name: holds} for each in below]

    def plain(self, condition: Expression) -> Expression:
        """The same condition over names and plain comparisons only; "some word" is any of them.

        >>> from backfat_rules.language import parse, set_of
        >>> ways = Ways({"pain": set_of(["knee", "neck"])}, {})
        >>> render(ways.plain(parse("count(pain) > 0 and sex in ('female',)")))
        '("knee" in pain or "neck" in pain) and (sex == "female")'
        """
        match condition:
            case Not(operand):
                return Not(self.plain(operand))
            case AllOf(operands) | AnyOf(operands):
                return type(condition)(tuple(self.plain(each) for each in operands))
            case OneOf(choice, words):
                return AnyOf(tuple(_named(Compare("==", choice, word)) for word in words))
            case Compare(">", Call("count", (Name(name),)), Number(0)) if self._words(name):
                return AnyOf(tuple(_named(Holds(each, Name(name))) for each in self._words(name)))
            case Name() | Compare(_, Name(), Number()):
                return condition
        return _named(condition)

    def _words(self, name: str) -> list[str]:
        return sorted(self._types[name].values or ()) if name in self._types else []

    def of(self, condition: Expression) -> list[Way]:
        """What is known in each way in which a condition is true.

        Wherever the condition is true, all that is known in one of them is so.

        >>> from backfat_rules.language import parse
        >>> Ways({}, {}).of(parse("(sick or age < 18) and not strong"))
        [{'sick': True, 'strong': False}, {'age': Range(below=18.0), 'strong': False}]
        """
        return self._of(self.plain(condition), holds=True)

    def followed(self, way: Way) -> Facts:
        """A way, and the findings that are certain in it."""
        return _Followed(way, self._definitions)

    def _of(self, condition: Expression, holds: bool) -> list[Way]:
        match condition:
            case Not(operand):
                return self._of(operand, not holds)
            case AllOf(operands) | AnyOf(operands):
                parts = [self._of(each, holds) for each in operands]
                if isinstance(condition, AllOf) is holds:
                    return list(_together(parts))
                several = [each for part in parts for each in part]
                return several if len(several) <= MOST_WAYS else [{}]
            case Name(name):
                return self._ways.get((name, holds)) or [{name: holds}]
            case Compare(operator, Name(name), Number(limit)):
                return [_compared(name, operator, limit, holds)]
        return [{}]


class _Followed(dict[str, Value]):
    """A way, and each finding as it follows from it; worked out when something asks for it."""

    def __init__(self, way: Way, definitions: Mapping[str, Expression]) -> None:
        super().__init__(way)
        self._definitions = definitions

    def get(self, name: str, default: Any = None) -> Any:
        if name not in self and name in self._definitions:
            self[name] = evaluate(self._definitions[name], self)
        return super().get(name, default)


def _named(leaf: Expression) -> Name:
    """A leaf as a name: what is written alike is alike."""
    return Name(render(leaf))


def _chosen(types: Mapping[str, Type]) -> Iterator[tuple[str, Way]]:
    """For each word of a choice that it is this one, and none of the others."""
    for name, each in types.items():
        if each.kind == "choice":
            texts = [
                _named(Compare("==", Name(name), Word(word))).name for word in each.values or ()
            ]
            for text in texts:
                yield text, {other: other == text for other in texts}


def _compared(name: str, operator: Comparison, limit: float, holds: bool) -> Way:
    if operator == "==":
        return {name: limit} if holds else {}
    end = _ENDS[operator if holds else _OPPOSITE[operator]]
    return {name: Range(**{end: limit})}


def _together(parts: list[list[Way]]) -> Iterator[Way]:
    """One way of each part, wherever they go together."""
    fewest = sorted(range(len(parts)), key=lambda at: len(parts[at]))
    while prod(len(parts[at]) for at in fewest) > MOST_WAYS:
        fewest.pop()
    for chosen in product(*(parts[at] for at in sorted(fewest))):
        known = _joined(chosen)
        if known is not None:
            yield known


def _joined(chosen: Iterable[Way]) -> Way | None:
    """What is known in several ways at once; None where they contradict each other."""
    known: dict[str, Value] = {}
    for way in chosen:
        for name, value in way.items():
            both = value if name not in known else _both(known[name], value)
            if both is None:
                return None
            known[name] = both
    return known


def _both(one: Value, other: Value) -> Value:
    """What is known of one name in two ways at once; None if nothing can be both."""
    if isinstance(one, Range) and isinstance(other, Range):
        low, high = max(one.lowest, other.lowest), min(one.highest, other.highest)
        ends = {"at_least": low, "at_most": high}
        told = {name: end for name, end in ends.items() if abs(end) < inf}
        return Range(**told) if low <= high else None
    if isinstance(other, Range):
        one, other = other, one
    if isinstance(one, Range):
        return other if isinstance(other, (int, float)) and one.contains(other) else None
    return one if one == other else None
