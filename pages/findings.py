"""A finding or mechanism on a page: its rules, what they rest on, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Finding, Mechanism
from pages.addresses import entry_links, grounds_lines, rests_lines, title_of
from pages.markdown import code, labelled, plain, table
from pages.parts import case_table
from pages.readable import condition_words, severity_words


def finding_blocks(entry: Finding, base: KnowledgeBase, page: str) -> Iterator[str]:
    """Everything about a finding."""
    yield f"### {entry.id}"
    verdict = f" Verdict: {entry.verdict}." if isinstance(entry, Mechanism) else ""
    yield f"{title_of(entry)}.{verdict}"
    yield from table(
        ["rule", "condition", "in words", "severity", "reason"],
        (
            [
                code(rule.id),
                code(rule.when.text),
                plain(condition_words(rule.when.tree, base)),
                severity_words(rule.severity, base),
                plain(rule.reason.text),
            ]
            for rule in entry.rules
        ),
    )
    yield from rests_lines(entry, base, page)
    yield from labelled("Leads to", entry_links(base.links.users(entry.id, "conditions"), page))
    yield from grounds_lines(entry, base, page)
    yield from case_table(entry.cases)
