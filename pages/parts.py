"""Parts that several kinds of pages share: cases, conditions, what a rule takes out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Cases
from backfat_rules.knowledge.lines import Line
from backfat_rules.knowledge.rules import AdviceRule
from backfat_rules.knowledge.sources import Claim
from pages.addresses import entry_link
from pages.markdown import code, labelled, plain, table
from pages.readable import condition_words, facts_text


def case_table(cases: Cases) -> list[str]:
    """What a rule is tested on."""
    outcomes = ("fires", "silent", "unknown")
    rows = ([each, "; ".join(map(facts_text, getattr(cases, each)))] for each in outcomes)
    return table(["tested on", "facts"], [row for row in rows if row[1]])


def when_lines(entry: AdviceRule, base: KnowledgeBase) -> list[str]:
    """A condition in words and in code."""
    return [
        *labelled("When", [plain(condition_words(entry.when.tree, base))]),
        *labelled("Condition", [code(entry.when.text)]),
    ]


def lines_text(lines: Iterable[Line], base: KnowledgeBase) -> str:
    """Lines as one text; what is not for everybody says for whom it is."""
    return " ".join(map(partial(_line_text, base=base), lines))


def _line_text(line: Line, base: KnowledgeBase) -> str:
    limits = [f"where {condition_words(line.when.tree, base)}"] if line.when else []
    limits += [f"tags {', '.join(line.tags)}"] if line.tags else []
    limits += [f"names {', '.join(base.foods[id].title for id in line.foods)}"] * bool(line.foods)
    return plain(line.text.text) + (f" *({plain('; '.join(limits))})*" if limits else "")


def claim_table(claims: Iterable[Claim], base: KnowledgeBase, page: str) -> list[str]:
    """Claims in full, in the order of their ids."""
    return table(
        ["claim", "verdict", "says", "handling", "references"],
        (
            [
                entry_link(claim, page),
                claim.verdict,
                plain(claim.says),
                plain(claim.handling or ""),
                ", ".join(entry_link(base.references[id], page) for id in claim.references),
            ]
            for claim in sorted(claims, key=lambda each: each.id)
        ),
    )
