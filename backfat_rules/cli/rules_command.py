"""``backfat-rules rules``: what the knowledge base holds, and all about one entry of it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import wrap
from typing import Annotated

import typer

from backfat_rules.cli.calls import AsJson, CallError, Overlays, load
from backfat_rules.cli.entries import entry_text, fact_text
from backfat_rules.cli.entry_data import data_of, head_of
from backfat_rules.cli.output import on_terminal, show, width, write
from backfat_rules.cli.tab_completion import ids
from backfat_rules.errors import did_you_mean
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Entry
from backfat_rules.knowledge.rules import AdviceRule, Finding
from backfat_rules.profile import Fact

EXAMPLES = """\b
Examples:
  backfat-rules rules
  backfat-rules rules sleep-longer
  backfat-rules rules sleep_hours
  backfat-rules rules sleep-longer --json
  backfat-rules rules --knowledge my-rules/
"""

COLUMN = 30
"""How much room a second column needs at least."""

_KINDS = ("screening", "recommendation", "finding", "mechanism", "message")


def rules(
    id: Annotated[
        str | None,
        typer.Argument(
            help="An entry, a rule, a fact, a claim or a reference.", autocompletion=ids
        ),
    ] = None,
    as_json: AsJson = False,
    knowledge: Overlays = None,
) -> None:
    """All rules by kind and topic; with an ID, everything about it and what hangs on it."""
    base = load(knowledge)
    found = None if id is None else _named(id, base)
    if as_json:
        data = [head_of(each) for each in _listed(base)] if found is None else data_of(found, base)
        write(json.dumps(data, indent=2, ensure_ascii=False))
    elif found is None:
        show(_overview(base))
    elif isinstance(found, Fact):
        show(fact_text(found, base, width()))
    else:
        show(entry_text(found, base, width()))


def _named(id: str, base: KnowledgeBase) -> Entry | Fact:
    if id in base.facts:
        return base.facts[id]
    owners = {rule.id: finding for finding in base.findings.values() for rule in finding.rules}
    try:
        return owners[id] if id in owners else base[id]
    except KeyError:
        known = [*owners, *base.facts, *(each.id for each in base)]
        remedy = did_you_mean(id, known) or "'backfat-rules rules' lists them."
        raise CallError(f"Nothing has the id {id!r}. {remedy}") from None


def _listed(base: KnowledgeBase) -> Iterator[AdviceRule | Finding]:
    return (entry for entry in base if isinstance(entry, AdviceRule | Finding))


def _overview(base: KnowledgeBase) -> str:
    groups: dict[tuple[int, str, str], list[Entry]] = {}
    for entry in _listed(base):
        group = (_KINDS.index(entry.noun), entry.topic, entry.noun)
        groups.setdefault(group, []).append(entry)
    longest = max((len(each.id) for group in groups.values() for each in group), default=0)
    blocks = [
        "\n".join([f"{kind}, {topic} ({len(group)})", *_rows(group, longest)])
        for (_, topic, kind), group in sorted(groups.items())
    ]
    return "\n\n".join([*blocks, "'backfat-rules rules ID' tells everything about one of them."])


def _rows(group: list[Entry], longest: int) -> Iterator[str]:
    """One line for each in a pipe; wrapped on a terminal, below the id where there is no room."""
    for entry in group:
        row = f"  {entry.id:<{longest}}  {entry.headline}"
        if not on_terminal():
            yield row
        elif longest + COLUMN <= width():
            yield from wrap(row, width(), subsequent_indent=" " * (longest + 4))
        else:
            yield f"  {entry.id}"
            indent = " " * 4
            yield from wrap(
                entry.headline, width(), initial_indent=indent, subsequent_indent=indent
            )
