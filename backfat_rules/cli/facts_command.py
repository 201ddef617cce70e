"""``backfat-rules facts``: everything that a person can tell."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.table import Table

from backfat_rules.cli.calls import AsJson, Overlays, load, must_be_one_of
from backfat_rules.cli.output import console, on_terminal, show, width, write
from backfat_rules.cli.tab_completion import one_of
from backfat_rules.plain import harmless
from backfat_rules.profile import Fact, Profile, facts_of

AREAS = tuple(dict.fromkeys(fact.area for fact in facts_of(Profile).values()))

BETWEEN = 10
"""How many columns a table needs besides what stands in it."""

EXAMPLES = """\b
Examples:
  backfat-rules facts
  backfat-rules facts --area sleep
  backfat-rules facts | grep week
  backfat-rules facts --json
  backfat-rules facts --knowledge our-rules/
"""


def facts(
    area: Annotated[
        str | None,
        typer.Option(
            metavar="|".join(AREAS),
            help="Only the facts of this area.",
            autocompletion=one_of(AREAS),
        ),
    ] = None,
    as_json: AsJson = False,
    knowledge: Overlays = None,
) -> None:
    """Every fact that a person can tell: its name, unit, range or words, and question."""
    known = load(knowledge).facts.values() if knowledge else facts_of(Profile).values()
    if area is not None:
        must_be_one_of([*dict.fromkeys(fact.area for fact in known)], area, "area of facts")
    chosen = [fact for fact in known if area in (None, fact.area)]
    if as_json:
        write(json.dumps([_plain_data(fact) for fact in chosen], indent=2, ensure_ascii=False))
    elif not on_terminal():
        write(_aligned(chosen))
    elif sum(_longest_words(chosen)) + BETWEEN <= width():
        console().print(_table(chosen))
    else:
        show("\n\n".join(map(_block, chosen)))


def allowed(fact: Fact) -> str:
    """What may be answered, in a few words."""
    if fact.type.kind == "truth":
        return "true or false"
    if fact.type.kind == "number":
        low = "" if fact.low is None else f"{fact.low:.15g}"
        high = "" if fact.high is None else f"{fact.high:.15g}"
        limits = f"{low} to {high}" if low and high else f"from {low}" if low else f"up to {high}"
        kind = "whole number" if fact.whole else "number"
        return f"{kind} {limits}" if low or high else kind
    words = ", ".join(fact.words) or "words"
    return f"any of: {words}" if fact.type.kind == "set" else f"one of: {words}"


def _plain_data(fact: Fact) -> dict[str, Any]:
    told_as_they_are = ("name", "area", "label", "unit", "low", "high", "whole")
    return {
        **{name: getattr(fact, name) for name in told_as_they_are},
        "kind": fact.type.kind,
        "words": list(fact.words),
        "other_units": dict(fact.slips),
        "question": fact.question,
    }


def _table(chosen: Sequence[Fact]) -> Table:
    _, answer, question = _longest_words(chosen)
    table = Table(box=SIMPLE_HEAD, padding=(0, 1), header_style="bold")
    table.add_column("Fact", style="cyan", no_wrap=True)
    table.add_column("Answer", min_width=answer)
    table.add_column("Question", min_width=question, ratio=1)
    area = ""
    for fact in chosen:
        if fact.area != area:
            table.add_section()
            table.add_row(f"[bold]{fact.area}[/bold]")
            area = fact.area
        table.add_row(fact.name, fact.with_unit(allowed(fact)), harmless(fact.question))
    return table


def _longest_words(chosen: Sequence[Fact]) -> tuple[int, ...]:
    """How wide each column must be to break no word."""
    rows = [(fact.name, fact.with_unit(allowed(fact)), fact.question) for fact in chosen]
    return tuple(
        max(len(word) for text in told for word in text.split()) for told in zip(*rows, strict=True)
    )


def _block(fact: Fact) -> str:
    """A fact on a terminal with no room for columns."""
    told = (f"({fact.area})", fact.question, fact.with_unit(allowed(fact)))
    indent = "  "
    rows = (
        row
        for text in told
        for row in wrap(text, width(), initial_indent=indent, subsequent_indent=indent * 2)
    )
    return "\n".join([fact.name, *rows])


def _aligned(chosen: Iterable[Fact]) -> str:
    """One line per fact for grep and cut; the longest column comes last."""
    rows = [("FACT", "AREA", "UNIT", "QUESTION", "ANSWER")]
    rows += [(each.name, each.area, each.unit, each.question, allowed(each)) for each in chosen]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)][:-1]
    return "\n".join(
        "  ".join([*(cell.ljust(wide) for cell, wide in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    )
