"""The page of screening: each rule with its gate, its condition and what it takes out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.rules import Blocks, Screening
from pages.addresses import (
    SCREENING,
    entry_link,
    entry_links,
    file_link,
    grounds_lines,
    in_words,
    rests_lines,
    topic_page,
)
from pages.markdown import code, counted, labelled, link, page, plain, table
from pages.parts import case_table, lines_text, when_lines
from pages.readable import reader_of
from pages.topics import topics_of

_GATES = tuple(GATES)[::-1]


def screening_page(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page, from the strictest gate to the least strict."""
    yield SCREENING, page(_blocks(base))


def _blocks(base: KnowledgeBase) -> Iterator[str]:
    rules = {
        gate: [each for each in base.screening.values() if each.gate == gate] for gate in _GATES
    }
    yield "# Screening"
    yield (
        f"{counted(len(base.screening), 'rule')}. The strictest gate wins, blocks add up, and an "
        "unanswered question keeps what is named there out until it is answered."
    )
    reader = reader_of(base)
    yield from table(
        ["gate", "rules", "what a person is told first"],
        (
            [f"{_gate_link(gate)}", str(len(rules[gate])), reader.word("gate-lines", gate)]
            for gate in _GATES
        ),
    )
    yield "## Tags"
    yield "What screening can block, whatever carries it."
    yield from table(
        ["tag", "whatever ...", "blocked by", "carried by"],
        (
            [
                code(tag.id),
                plain(tag.means),
                ", ".join(entry_links(_blocking(tag.id, base), SCREENING)),
                ", ".join(_carriers(tag.id, base)),
            ]
            for tag in base.tags.values()
        ),
    )
    for gate, group in rules.items():
        yield f"## Gate {gate}"
        if not group:
            yield "No rule sets it; the decision does."
        for rule in group:
            yield from _rule_blocks(rule, base)


def _rule_blocks(rule: Screening, base: KnowledgeBase) -> Iterator[str]:
    yield f"### {rule.id}"
    yield f"{plain(rule.title[:1].upper() + rule.title[1:])}. **Gate:** {rule.gate}."
    yield from labelled("Says", [lines_text(rule.message, base)])
    yield from labelled("Reason", [plain(rule.reason)])
    yield from when_lines(rule, base)
    yield from rests_lines(rule, base, SCREENING)
    yield from labelled("Blocks", _blocked(rule.blocks, base), "; ")
    yield from labelled("Blocks while unanswered", _blocked(rule.unanswered, base), "; ")
    yield from labelled("Instead", [plain(rule.instead or "")])
    yield from grounds_lines(rule, base, SCREENING)
    yield from labelled("File", [file_link(rule.place.at.path, SCREENING)])
    yield from case_table(rule.cases)


def _blocked(blocks: Blocks, base: KnowledgeBase) -> Iterator[str]:
    if blocks.items:
        yield "items " + ", ".join(entry_link(base[id], SCREENING) for id in blocks.items)
    if blocks.tags:
        yield "tags " + ", ".join(map(code, blocks.tags))
    if blocks.topics:
        known = topics_of(base)
        yield "topics " + ", ".join(
            link(in_words(topic), topic_page(topic), SCREENING) if topic in known else code(topic)
            for topic in blocks.topics
        )


def _blocking(tag: str, base: KnowledgeBase) -> Iterator[Screening]:
    for rule in base.screening.values():
        if tag in rule.blocks.tags or tag in rule.unanswered.tags:
            yield rule


def _carriers(tag: str, base: KnowledgeBase) -> Iterator[str]:
    carriers: dict[str, list[Any]] = {}
    for collection in ("recommendations", "messages", "exercises", "foods", "values"):
        for entry in getattr(base, collection).values():
            if tag in entry.tags:
                carriers.setdefault(collection, []).append(entry)
    for collection, entries in carriers.items():
        yield counted(len(entries), collection[:-1])


def _gate_link(gate: str) -> str:
    return link(gate, f"{SCREENING}#gate-{gate}", SCREENING)
