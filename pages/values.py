"""The page of values: formulas, units and worked examples."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.wording.numbers import number_text
from pages.addresses import (
    VALUES,
    entry_link,
    entry_links,
    file_link,
    grounds_lines,
    rests_lines,
)
from pages.markdown import code, counted, labelled, page, plain, table
from pages.readable import facts_text


def values_page(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page for all values."""
    yield VALUES, page(_blocks(base))


def _blocks(base: KnowledgeBase) -> Iterator[str]:
    yield "# Values"
    yield f"{counted(len(base.values), 'number')} computed from facts; unknown if one is missing."
    yield from table(
        ["value", "what it is", "unit"],
        ([entry_link(each, VALUES), plain(each.title), each.unit] for each in base.values.values()),
    )
    for value in base.values.values():
        yield f"## {value.id}"
        rounded = f", shown in steps of {number_text(value.round)}" if value.round else ""
        unit = f" in {value.unit}" if value.unit else ""
        yield f"{plain(value.title[:1].upper() + value.title[1:])}{unit}{rounded}."
        yield from labelled("Formula", [code(value.value.text)])
        if value.valid is not None:
            yield from labelled("Holds where", [code(value.valid.text)])
        if value.uncertain_by is not None:
            yield from labelled("Can be off by", [f"{value.uncertain_by:.0%}"])
        yield from rests_lines(value, base, VALUES)
        yield from labelled(
            "Used by", entry_links(base.links.users(value.id, "conditions"), VALUES)
        )
        yield from labelled("Shown in", entry_links(base.links.users(value.id, "texts"), VALUES))
        yield from labelled("Tags", map(code, value.tags))
        yield from grounds_lines(value, base, VALUES)
        yield from labelled("File", [file_link(value.place.at.path, VALUES)])
        yield from table(
            ["with", f"gives{unit}"],
            (
                [
                    facts_text(case.facts),
                    case.gives if case.gives == "unknown" else f"{case.gives:.15g}",
                ]
                for case in value.cases
            ),
        )
