"""The page of foods: what is offered as a choice, and to whom it is not."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge import KnowledgeBase
from pages.addresses import FOODS, entry_link, entry_links, in_words
from pages.markdown import code, counted, page, plain, table
from pages.readable import condition_words


def foods_page(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page for all foods, by group."""
    yield FOODS, page(_blocks(base))


def _blocks(base: KnowledgeBase) -> Iterator[str]:
    yield "# Foods"
    yield f"{counted(len(base.foods), 'food')} and drinks that recommendations offer as choices."
    for group in sorted({food.group for food in base.foods.values()}):
        yield f"## {in_words(group)}"
        yield from table(
            [
                "food",
                "id",
                "not offered if",
                "in code",
                "offered by",
                "tags",
                "claims",
                "references",
            ],
            (
                [
                    plain(food.title),
                    code(food.id),
                    plain(condition_words(food.unless.tree, base)) if food.unless else "",
                    code(food.unless.text) if food.unless else "",
                    ", ".join(
                        entry_links(
                            (r for r in base.recommendations.values() if food.id in r.foods), FOODS
                        )
                    ),
                    ", ".join(map(code, food.tags)),
                    ", ".join(entry_link(base.claims[id], FOODS) for id in food.claims),
                    ", ".join(entry_link(base.references[id], FOODS) for id in food.references),
                ]
                for food in base.foods.values()
                if food.group == group
            ),
        )
