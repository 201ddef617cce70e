"""The knowledge base as Markdown pages, for reading on a code host."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.views.pages.exercises import exercise_pages
from backfat_rules.views.pages.foods import foods_page
from backfat_rules.views.pages.guides import guide_pages
from backfat_rules.views.pages.index import index_page
from backfat_rules.views.pages.muscles import muscles_page
from backfat_rules.views.pages.references import references_page
from backfat_rules.views.pages.screening import screening_page
from backfat_rules.views.pages.tallies import tallies_page
from backfat_rules.views.pages.topics import topic_pages
from backfat_rules.views.pages.values import values_page
from backfat_rules.views.pages.wording import wording_page

__all__ = ["knowledge_pages"]

_KINDS = (
    index_page,
    topic_pages,
    exercise_pages,
    screening_page,
    values_page,
    muscles_page,
    foods_page,
    references_page,
    wording_page,
    guide_pages,
    tallies_page,
)


def knowledge_pages(base: KnowledgeBase) -> Mapping[str, str]:
    """Every page by its path; the same knowledge gives the same pages, byte for byte."""
    return {path: text for kind in _KINDS for path, text in kind(base)}
