"""How the entries of a knowledge base hang together: what rests on what, and what blocks what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Part
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.rules import Finding, Screening, Tag
from backfat_rules.knowledge.sentence import Template
from backfat_rules.language import names_in
from backfat_rules.profile import Fact

LISTS = (
    "claims",
    "references",
    "related",
    "foods",
    "exercises",
    "not_with",
    "members",
    "primary",
    "secondary",
)
"""The fields in which an entry names other entries by id."""


def names_under(entry: Part) -> tuple[str, ...]:
    """The facts, values and findings in an entry's conditions and formulas, each once."""
    return tuple(dict.fromkeys(_names(entry)))


def facts_under(entry: Part, knowledge: KnowledgeBase) -> tuple[str, ...]:
    """The facts at the bottom of everything that an entry rests on."""
    found: set[str] = set()
    seen: set[str] = set()
    waiting = list(names_under(entry))
    while waiting:
        name = waiting.pop()
        if name in knowledge.facts:
            found.add(name)
        elif name not in seen:
            seen.add(name)
            waiting += names_under(knowledge[name])
    return tuple(sorted(found))


def resting_on(entry: Part | Fact, id: str, knowledge: KnowledgeBase) -> list[Any]:
    """The entries that name an entry: in a condition, a text, or a list of grounds or choices."""
    if isinstance(entry, Tag):
        return [each for each in knowledge if id in getattr(each, "tags", ())]
    return [each for each in knowledge if id in _mentions(each)]


def blocked_by(entry: Any, knowledge: KnowledgeBase) -> list[Any]:
    """The screening rules that can take an entry out of a plan."""
    if isinstance(entry, Finding | Screening):
        return []
    tags = {entry.id} if isinstance(entry, Tag) else set(getattr(entry, "tags", ()))
    topic = getattr(entry, "topic", None)
    return [
        rule
        for rule in knowledge.screening.values()
        if any(
            entry.id in blocks.items or topic in blocks.topics or not tags.isdisjoint(blocks.tags)
            for blocks in (rule.blocks, rule.unanswered)
        )
    ]


def _mentions(entry: Part) -> set[str]:
    lists = [getattr(entry, name, ()) for name in LISTS]
    lists += getattr(entry, "alternatives", {}).values()
    named = {id for ids in lists for id in ids}
    return named | set(_names(entry)) | {name for text in _texts(entry) for name in text.names}


def _names(entry: Part) -> Iterator[str]:
    for each in _inside(entry):
        if isinstance(each, Formula):
            yield from names_in(each.tree)


def _texts(entry: Part) -> Iterator[Template]:
    return (each for each in _inside(entry) if isinstance(each, Template))


def _inside(entry: Part) -> Iterator[Any]:
    """Everything in the fields of an entry and of its parts."""
    for name in type(entry).model_fields:
        value = getattr(entry, name)
        for each in value if isinstance(value, tuple) else (value,):
            yield each
            if isinstance(each, Part):
                yield from _inside(each)
