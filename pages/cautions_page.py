"""The page of moves in a plan: in which contexts doses belong, and what each tag brings along."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Caution
from pages.addresses import CAUTIONS, entry_links, grounds_lines
from pages.markdown import code, counted, page, plain, table


def cautions_page(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page for contexts and cautions."""
    yield CAUTIONS, page(_blocks(base))


def _blocks(base: KnowledgeBase) -> Iterator[str]:
    yield "# Contexts and cautions"
    yield (
        f"{counted(len(base.contexts), 'context')}. A recommendation names those in which it means "
        "its exercises; each is offered with its dose there for the level of the person."
    )
    yield from table(
        ["context", "a move ...", "doses of", "at most for", "meant by"],
        (
            [
                code(each.id),
                plain(each.means),
                code(each.of) if each.of else "",
                each.level or "",
                ", ".join(
                    entry_links(
                        (r for r in base.recommendations.values() if each.id in r.contexts),
                        CAUTIONS,
                    )
                ),
            ]
            for each in base.contexts.values()
        ),
    )
    yield "## Cautions"
    yield "Each comes with every exercise that carries one of its tags."
    for caution in base.cautions.values():
        yield from _caution(caution, base)


def _caution(caution: Caution, base: KnowledgeBase) -> Iterator[str]:
    yield f"### {caution.id}"
    yield plain(caution.text)
    yield f"Tags: {', '.join(map(code, caution.tags))}."
    if caution.when is not None:
        yield f"Told where this is true or not known: {code(caution.when.text)}."
    yield from grounds_lines(caution, base, CAUTIONS)
