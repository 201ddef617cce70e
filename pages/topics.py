"""A page for each topic: its findings, mechanisms, recommendations and messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.links import claims_under
from backfat_rules.knowledge.rules import Finding, Mechanism, MessageRule, RecommendationRule
from pages.addresses import (
    entry_link,
    file_link,
    in_words,
    title_of,
    topic_page,
)
from pages.advice import message_blocks, recommendation_blocks
from pages.findings import finding_blocks
from pages.markdown import bullets, counted, page
from pages.parts import claim_table
from pages.thresholds import threshold_table

KINDS = ("finding", "mechanism", "recommendation", "message")


def topics_of(base: KnowledgeBase) -> Mapping[str, list[Any]]:
    """The entries of each topic, topics in the order of the alphabet."""
    topics: dict[str, list[Any]] = {}
    for entry in base:
        if isinstance(entry, Finding | RecommendationRule | MessageRule):
            topics.setdefault(entry.topic, []).append(entry)
    return dict(sorted(topics.items()))


def topic_pages(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page for each topic."""
    for topic, entries in topics_of(base).items():
        path = topic_page(topic)
        yield path, page(_blocks(topic, entries, base, path))


def _blocks(topic: str, entries: list[Any], base: KnowledgeBase, path: str) -> Iterator[str]:
    groups = {kind: [each for each in entries if each.noun == kind] for kind in KINDS}
    files = dict.fromkeys(entry.place.at.path for entry in entries)
    counts = ", ".join(counted(len(group), kind) for kind, group in groups.items() if group)
    yield f"# {in_words(topic)}"
    yield f"{counts}. From {', '.join(file_link(file, path) for file in files)}."
    for kind, group in groups.items():
        if group:
            yield f"**{kind.capitalize()}s**"
            yield from bullets(f"{entry_link(each, path)}: {title_of(each)}" for each in group)
    limits = threshold_table(entries, base, path)
    if limits:
        yield "## Thresholds"
        yield from limits
    for kind, group in groups.items():
        if group:
            yield f"## {kind.capitalize()}s"
        for entry in group:
            yield from _entry_blocks(entry, base, path)
    claims = dict.fromkeys(id for entry in entries for id in claims_under(entry))
    if claims:
        yield "## Claims behind this page"
        yield from claim_table((base.claims[id] for id in claims), base, path)


def _entry_blocks(entry: Any, base: KnowledgeBase, path: str) -> Iterator[str]:
    match entry:
        case Mechanism() | Finding():
            yield from finding_blocks(entry, base, path)
        case RecommendationRule():
            yield from recommendation_blocks(entry, base, path)
        case MessageRule():
            yield from message_blocks(entry, base, path)
