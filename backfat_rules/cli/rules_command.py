"""``backfat-rules rules``: what the knowledge base holds, and all about one entry of it."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Annotated

import typer

from backfat_rules.cli.calls import CallError, Overlays, load
from backfat_rules.cli.entries import entry_text, fact_text
from backfat_rules.cli.output import on_terminal, show, width
from backfat_rules.errors import did_you_mean
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Entry
from backfat_rules.knowledge.rules import AdviceRule, Finding

EXAMPLES = """\b
Examples:
  backfat-rules rules
  backfat-rules rules sleep-longer
  backfat-rules rules sleep_hours
  backfat-rules rules --knowledge my-rules/
"""

_LISTED = ("screening", "recommendation", "finding", "mechanism", "message")


def rules(
    id: Annotated[
        str | None,
        typer.Argument(help="An entry, a rule, a fact, a claim or a reference."),
    ] = None,
    knowledge: Overlays = None,
) -> None:
    """All rules by kind and topic; with an ID, everything about it and what hangs on it."""
    base = load(knowledge)
    show(_overview(base) if id is None else _about(id, base))


def _about(id: str, base: KnowledgeBase) -> str:
    if id in base.facts:
        return fact_text(base.facts[id], base, width())
    owners = {rule.id: finding for finding in base.findings.values() for rule in finding.rules}
    try:
        entry = owners[id] if id in owners else base[id]
    except KeyError:
        known = [*owners, *base.facts, *(each.id for each in base)]
        remedy = did_you_mean(id, known) or "'backfat-rules rules' lists them."
        raise CallError(f"Nothing has the id {id!r}. {remedy}") from None
    return entry_text(entry, base, width())


def _overview(base: KnowledgeBase) -> str:
    groups: dict[tuple[int, str, str], list[Entry]] = {}
    for entry in base:
        if isinstance(entry, AdviceRule | Finding):
            group = (_LISTED.index(entry.noun), entry.topic, entry.noun)
            groups.setdefault(group, []).append(entry)
    longest = max((len(each.id) for group in groups.values() for each in group), default=0)
    blocks = [
        "\n".join([f"{kind}, {topic} ({len(group)})", *_rows(group, longest)])
        for (_, topic, kind), group in sorted(groups.items())
    ]
    return "\n\n".join([*blocks, "'backfat-rules rules ID' tells everything about one of them."])


def _rows(group: list[Entry], longest: int) -> Iterator[str]:
    """One line for each in a pipe, wrapped on a terminal."""
    for entry in group:
        row = f"  {entry.id:<{longest}}  {entry.headline}"
        indent = " " * (longest + 4)
        yield from wrap(row, width(), subsequent_indent=indent) if on_terminal() else (row,)
