"""The longest way from a fact over findings and mechanisms to what is said to the person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.rules import AdviceRule, ComputedValue, Finding
from backfat_rules.language import Expression
from backfat_rules.language.tree import Name, Not


def longest_chain(base: KnowledgeBase, end: type[FilePart] = FilePart) -> tuple[str, ...]:
    """Ids from a fact to an entry, each a cause of the next; the first in the alphabet of several.

    Args:
        base: the knowledge.
        end: the kind of entry that the chain ends in.

    A cause is a name that a condition needs to be true: what stands behind ``not`` is none.
    """
    inner = {id: _causes(entry) for id, entry in (*base.values.items(), *base.findings.items())}
    best: dict[str, tuple[str, ...]] = {}
    for name in sorted(inner, key=lambda name: base.strata[name]):
        best[name] = (*_longest(best.get(cause, (cause,)) for cause in inner[name]), name)
    said = (entry for entry in base if isinstance(entry, AdviceRule))  # may be called as a fact is
    ways = [
        (*_longest(best.get(name, (name,)) for name in _causes(each)), each.id)
        for each in said
        if isinstance(each, end)
    ]
    ways += [best[id] for id in inner if isinstance(base[id], end)]
    return _longest(ways)


def _longest(ways: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return min(ways, key=lambda way: (-len(way), way), default=())


def _causes(entry: Any) -> list[str]:
    return sorted({name for formula in _formulas(entry) for name in _needed(formula)})


def _formulas(entry: Any) -> list[Expression]:
    if isinstance(entry, Finding):
        return [rule.when.tree for rule in entry.rules]
    return [entry.formula if isinstance(entry, ComputedValue) else entry.when.tree]


def _needed(part: Expression) -> Iterator[str]:
    match part:
        case Name(name):
            yield name
        case Not():
            return
        case _:
            for child in part.children:
                yield from _needed(child)
