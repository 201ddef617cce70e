"""The knowledge base as Markdown pages, for reading on a code host."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.knowledge import KnowledgeBase
from pages.axes_page import axes_page
from pages.cautions_page import cautions_page
from pages.exercises import exercise_pages
from pages.foods import foods_page
from pages.guides import guide_pages
from pages.index import index_page
from pages.laws_page import laws_page
from pages.muscles import muscles_page
from pages.needs_page import needs_page
from pages.references import references_page
from pages.screening_page import screening_page
from pages.tallies import tallies_page
from pages.topics import topic_pages
from pages.values import values_page
from pages.week_page import week_page
from pages.wording_page import wording_page

__all__ = ["knowledge_pages"]

_KINDS = (
    index_page,
    topic_pages,
    exercise_pages,
    screening_page,
    values_page,
    muscles_page,
    foods_page,
    axes_page,
    needs_page,
    cautions_page,
    references_page,
    wording_page,
    laws_page,
    week_page,
    guide_pages,
    tallies_page,
)


def knowledge_pages(base: KnowledgeBase) -> Mapping[str, str]:
    """Every page by its path; the same knowledge gives the same pages, byte for byte."""
    return {path: text for kind in _KINDS for path, text in kind(base)}
