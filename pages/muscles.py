"""The page of muscles: where they are, what they do, and which exercises train them."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.wording import shipped_reader
from pages.addresses import MUSCLES, entry_link, entry_links, grounds_lines
from pages.markdown import counted, labelled, page, plain, table


def muscles_page(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page for all muscles."""
    yield MUSCLES, page(_blocks(base))


def _blocks(base: KnowledgeBase) -> Iterator[str]:
    exercises = base.exercises.values()
    yield "# Muscles"
    yield f"{counted(len(base.muscles), 'muscle')} that the exercises name."
    yield from table(
        ["muscle", "what it is", "region", "exercises"],
        (
            [
                entry_link(each, MUSCLES),
                plain(each.title),
                each.region,
                str(sum(each.id in (*one.primary, *one.secondary) for one in exercises)),
            ]
            for each in base.muscles.values()
        ),
    )
    for muscle in base.muscles.values():
        primary = [each for each in exercises if muscle.id in each.primary]
        secondary = [each for each in exercises if muscle.id in each.secondary]
        yield f"## {muscle.id}"
        also = (
            f" Also called {plain(shipped_reader().listed(muscle.also_called))}."
            if muscle.also_called
            else ""
        )
        yield f"{plain(muscle.title[:1].upper() + muscle.title[1:])}.{also}"
        yield from labelled("Where", [plain(muscle.location)])
        yield from labelled("What it does", [plain(muscle.does)])
        yield from labelled("Trained most by", entry_links(primary, MUSCLES))
        yield from labelled("Also trained by", entry_links(secondary, MUSCLES))
        yield from grounds_lines(muscle, base, MUSCLES)
