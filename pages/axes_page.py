"""The page of axes: what advice asks for more or less of, and which advice excludes which."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Entry
from pages.addresses import AXES, entry_links
from pages.markdown import code, counted, page, plain, table


def axes_page(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page for all axes."""
    yield AXES, page(_blocks(base))


def _blocks(base: KnowledgeBase) -> Iterator[str]:
    yield "# Axes"
    yield (
        f"{counted(len(base.axes), 'axis', 'axes')}. Advice that raises one never stands beside "
        "advice that lowers it; what does both gives the one in exchange for the other, and goes "
        "with either. Of two opposites the one on the safer side stays, or else the one of higher "
        "priority. Praise that keeps an axis never stands beside advice about it."
    )
    yield from table(
        ["axis", "what there is more or less of", "safer", "raised by", "lowered by", "kept by"],
        (
            [
                code(axis.id),
                plain(axis.means),
                axis.protects or "",
                *(
                    ", ".join(entry_links(_users(axis.id, field, base), AXES))
                    for field in ("raises", "lowers", "keeps")
                ),
            ]
            for axis in base.axes.values()
        ),
    )


def _users(axis: str, field: str, base: KnowledgeBase) -> Iterator[Entry]:
    return (each for each in base.links.users(axis, "axes") if axis in getattr(each, field, ()))
