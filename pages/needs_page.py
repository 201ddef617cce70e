"""The page of needs: what several pieces of advice are ways to."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge import KnowledgeBase
from pages.addresses import NEEDS, entry_links
from pages.markdown import code, counted, page, plain, table


def needs_page(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page for all needs."""
    yield NEEDS, page(_blocks(base))


def _blocks(base: KnowledgeBase) -> Iterator[str]:
    yield "# Needs"
    yield (
        f"{counted(len(base.needs), 'need')}. A plan answers a need once: by the best way that is "
        "called for and open, with the other open ones beside it."
    )
    yield from table(
        ["need", "what it is", "ways"],
        (
            [
                code(need.id),
                plain(need.title),
                ", ".join(entry_links(base.links.users(need.id, "lists"), NEEDS)),
            ]
            for need in base.needs.values()
        ),
    )
