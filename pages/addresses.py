"""Where each entry stands among the pages, and links to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.catalogue import Exercise, Food, Muscle
from backfat_rules.knowledge.dose_context import DoseContext
from backfat_rules.knowledge.entry import Entry, FilePart, Grounds
from backfat_rules.knowledge.forbidden import ForbiddenWording
from backfat_rules.knowledge.heavy_lifts import HeavyLift
from backfat_rules.knowledge.law import Law
from backfat_rules.knowledge.links import claims_under, names_under
from backfat_rules.knowledge.need import Need
from backfat_rules.knowledge.policy import Guidance
from backfat_rules.knowledge.rules import (
    AdviceRule,
    Axis,
    Caution,
    ComputedValue,
    Finding,
    MessageRule,
    Screening,
)
from backfat_rules.knowledge.sources import Claim, Reference
from backfat_rules.knowledge.training_rules import (
    AssumedGear,
    SessionRule,
    SetAside,
    TrainingNumber,
    WeekGoal,
    WeekNote,
    WeekPart,
)
from backfat_rules.knowledge.whom_to_call import Contact
from pages.markdown import anchor, code, heading_text, labelled, link, plain

TOP = "README.md"
SCREENING, VALUES, MUSCLES = "screening.md", "values.md", "muscles.md"
FOODS, REFERENCES, COVERAGE = "foods.md", "references.md", "coverage.md"
WORDING, AXES, NEEDS = "wording.md", "axes.md", "needs.md"
LAWS, CAUTIONS, WEEK = "laws.md", "cautions.md", "week.md"
EXERCISES = "exercises/README.md"
_HEADINGS: Mapping[type[Entry], str] = {
    Screening: SCREENING,
    ComputedValue: VALUES,
    Muscle: MUSCLES,
    ForbiddenWording: WORDING,
    Contact: WORDING,
    Caution: CAUTIONS,
    Law: LAWS,
    SessionRule: WEEK,
}
"""The pages on which entries have a heading of their own."""

_ROWS: Mapping[type[Entry], str] = {
    Axis: AXES,
    Need: NEEDS,
    DoseContext: CAUTIONS,
    TrainingNumber: WEEK,
    WeekGoal: WEEK,
    WeekPart: WEEK,
    AssumedGear: WEEK,
    SetAside: WEEK,
    HeavyLift: WEEK,
    WeekNote: WEEK,
}
"""The pages on which entries are rows of a table."""

_REPOSITORY = "../../"  # the pages lie in docs/knowledge/


def topic_page(topic: str) -> str:
    """The page of a topic."""
    return f"topics/{topic.replace('_', '-')}.md"


def guide_page(guide: str) -> str:
    """The page of a guide."""
    return f"guides/{guide}.md"


def in_words(id: str) -> str:
    """An id as a heading.

    >>> in_words("daily_movement"), in_words("back-fat")
    ('Daily movement', 'Back fat')
    """
    return id.replace("_", " ").replace("-", " ").capitalize()


def address(entry: Entry) -> str:
    """The page and the heading of an entry."""
    match entry:
        case Claim():
            return f"{guide_page(entry.guide)}#{anchor(heading_text(entry.section))}"
        case Reference():
            return f"{REFERENCES}#{anchor(entry.id)}"
        case Exercise():
            return f"exercises/{entry.id}.md"
        case Food():
            return f"{FOODS}#{anchor(in_words(entry.group))}"
        case Finding() | AdviceRule() if not isinstance(entry, Screening):
            return f"{topic_page(entry.topic)}#{entry.id}"
    for kind, file in _HEADINGS.items():
        if isinstance(entry, kind):
            return f"{file}#{entry.id}"
    for kind, file in _ROWS.items():
        if isinstance(entry, kind):
            return file
    raise TypeError(f"no page shows a {entry.noun}")


def entry_link(entry: Entry | Guidance, page: str) -> str:
    """A link to an entry; guidance of the policy has no id and no page."""
    return link(entry.id, address(entry), page) if isinstance(entry, Entry) else entry.noun


def entry_links(entries: Iterable[Entry | Guidance], page: str) -> Iterator[str]:
    """Links to entries, each once."""
    return iter(dict.fromkeys(entry_link(entry, page) for entry in entries))


def standing_on(id: str, base: KnowledgeBase) -> tuple[Entry | Guidance, ...]:
    """What stands on a claim or a reference: entries, then the general guidance of the policy."""
    return (*base.links.users(id, "claims", "references"), *base.links.guidance_on(id))


def file_link(path: str, page: str) -> str:
    """A link to a file of the repository."""
    return link(path, _REPOSITORY + path, page)


def grounds_lines(entry: Grounds, base: KnowledgeBase, page: str) -> list[str]:
    """What an entry stands on: claims with their verdicts, then references."""
    claims = [base.claims[id] for id in claims_under(entry)]
    shown = (f"{entry_link(claim, page)} ({claim.verdict})" for claim in claims)
    references = [base.references[id] for id in entry.references]
    return [
        *labelled("Claims", shown),
        *labelled("References", entry_links(references, page)),
    ]


def rests_lines(entry: FilePart, base: KnowledgeBase, page: str) -> list[str]:
    """The facts, values and findings that an entry's conditions and formulas name."""
    shown = (
        code(name) if name in base.facts else entry_link(base[name], page)
        for name in names_under(entry)
    )
    return labelled("Rests on", shown)


def title_of(entry: Entry) -> str:
    """The line that tells which entry it is, ready for Markdown."""
    if isinstance(entry, Finding):
        return plain(entry.title[:1].upper() + entry.title[1:])
    if isinstance(entry, MessageRule) and entry.question is None:
        return plain(shorten(entry.headline, 80, placeholder=" ..."))
    return plain(entry.headline)
