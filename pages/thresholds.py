"""Every number that a condition compares with: what, which side, where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import AdviceRule, Finding
from backfat_rules.language import Expression, render, walk
from backfat_rules.language.tree import Compare, Name, Number
from pages.addresses import entry_link
from pages.markdown import code, plain, table
from pages.readable import condition_words


def threshold_table(entries: list[Any], base: KnowledgeBase, page: str) -> list[str]:
    """The thresholds of some findings and pieces of advice, by what is compared."""
    rows = sorted(
        (_subject(part), render(part), rule, entry.id, entry, part)
        for entry in entries
        for rule, condition in _conditions(entry)
        for part in walk(condition)
        if isinstance(part, Compare) and _has_number(part)
    )
    return table(
        ["what", "limit", "in words", "rule", "of", "references"],
        (
            [
                code(subject),
                code(limit),
                plain(condition_words(part, base)),
                code(rule),
                entry_link(entry, page),
                ", ".join(entry_link(base.references[id], page) for id in entry.references),
            ]
            for subject, limit, rule, _, entry, part in rows
        ),
    )


def _conditions(entry: Any) -> Iterator[tuple[str, Expression]]:
    if isinstance(entry, Finding):
        yield from ((rule.id, rule.when.tree) for rule in entry.rules)
    elif isinstance(entry, AdviceRule):
        yield entry.id, entry.when.tree


def _has_number(part: Compare) -> bool:
    return any(isinstance(side, Number) for side in (part.left, part.right))


def _subject(part: Compare) -> str:
    side = part.right if isinstance(part.left, Number) else part.left
    return side.name if isinstance(side, Name) else render(side)
