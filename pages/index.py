"""The first page: what there is, with counts, and where to read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from backfat_rules.knowledge import KnowledgeBase
from pages.addresses import (
    AXES,
    CAUTIONS,
    COVERAGE,
    EXERCISES,
    FOODS,
    LAWS,
    MUSCLES,
    NEEDS,
    REFERENCES,
    SCREENING,
    TOP,
    VALUES,
    WEEK,
    WORDING,
    file_link,
    guide_page,
    in_words,
    topic_page,
)
from pages.guides import guides_of
from pages.markdown import link, page, table
from pages.topics import KINDS, topics_of


def index_page(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page that leads to all others."""
    yield TOP, page(_blocks(base))


def _blocks(base: KnowledgeBase) -> Iterator[str]:
    yield "# The knowledge base, page by page"
    yield (
        "Everything that `backfat_rules` knows, as it stands in the YAML of `knowledge/`: which "
        "condition leads to which finding and advice, what each is tested on, and which claim of "
        f"which guide and which publication it stands on. "
        f"{file_link('knowledge/README.md', TOP)} tells how to change it."
    )
    yield "## Topics"
    topics = topics_of(base)
    for folder in sorted({_folder(entries) for entries in topics.values()}):
        group = {topic: each for topic, each in topics.items() if _folder(each) == folder}
        yield f"### {in_words(folder)}"
        yield from table(["topic", *(f"{kind}s" for kind in KINDS)], _rows(group))
    yield "## Everything else"
    yield from table(["page", "what it holds", "how many"], _others(base))
    yield "## The two guides"
    yield from table(
        ["guide", "claims", "sections"],
        (
            [
                link(in_words(guide), guide_page(guide), TOP),
                str(sum(map(len, sections.values()))),
                str(len(sections)),
            ]
            for guide, sections in guides_of(base).items()
        ),
    )


def _rows(topics: Mapping[str, list[Any]]) -> Iterator[list[str]]:
    for topic, entries in topics.items():
        counts = [sum(each.noun == kind for each in entries) for kind in KINDS]
        name = link(in_words(topic), topic_page(topic), TOP)
        yield [name, *(str(count) if count else "" for count in counts)]


def _others(base: KnowledgeBase) -> Iterator[list[str]]:
    pages = {
        "Screening": (
            SCREENING,
            "what is asked or ruled out first, and what it blocks",
            "screening",
        ),
        "Exercises": (EXERCISES, "a page for each, with steps, cues and doses", "exercises"),
        "Muscles": (MUSCLES, "where they are and what trains them", "muscles"),
        "Foods": (FOODS, "what is offered as a choice, and to whom it is not", "foods"),
        "Values": (VALUES, "formulas with worked examples", "values"),
        "References": (REFERENCES, "the literature, and what stands on it", "references"),
        "Axes": (AXES, "what advice raises and lowers, so that no plan pulls two ways", "axes"),
        "Needs": (NEEDS, "what several pieces of advice are ways to", "needs"),
        "Cautions": (CAUTIONS, "where doses belong, and what protects in a move", "cautions"),
        "Laws": (LAWS, "what no combination of answers may bring about", "laws"),
        "Training week": (WEEK, "what a week is built by, and what stands in it", "sessions"),
        "Wording": (WORDING, "what no text may say, and whom to call where", "wording"),
    }
    for title, (path, about, collection) in pages.items():
        yield [link(title, path, TOP), about, str(len(getattr(base, collection)))]
    about = "what became of the guides, rule counts, the longest chain"
    yield [link("Numbers", COVERAGE, TOP), about, f"{len(base.claims)} claims"]


def _folder(entries: list[Any]) -> str:
    """The folder of a topic's first file, which is its area."""
    path = str(entries[0].place.at.path)
    parts = path.split("/")
    return parts[1] if len(parts) > 2 else "other"
