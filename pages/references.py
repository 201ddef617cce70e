"""The page of references: each publication, how far it was checked, and what stands on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.sources import Claim
from pages.addresses import REFERENCES, entry_links, standing_on
from pages.markdown import bullets, counted, labelled, page, plain

_CHECKED = {
    "primary": "its text or abstract was read",
    "secondary": "a page that quotes it was read",
    "general": "not looked up; general knowledge of the field",
}


def references_page(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page for all references."""
    yield REFERENCES, page(_blocks(base))


def _blocks(base: KnowledgeBase) -> Iterator[str]:
    counts: Counter[str] = Counter(each.checked for each in base.references.values())
    yield "# References"
    yield f"{counted(len(base.references), 'publication')}, by how far each was checked:"
    yield from bullets(
        f"{kind}: {counts[kind]} ({meaning})" for kind, meaning in _CHECKED.items() if counts[kind]
    )
    for reference in base.references.values():
        users = standing_on(reference.id, base)
        yield f"## {reference.id}"
        doi = f" DOI [{reference.doi}](https://doi.org/{reference.doi})." if reference.doi else ""
        yield f"{plain(reference.cite)}{doi} Checked: {reference.checked}."
        yield from labelled("About", [plain(reference.about or "")])
        rules = [each for each in users if not isinstance(each, Claim)]
        claims = [each for each in users if isinstance(each, Claim)]
        yield from labelled("Entries on it", entry_links(rules, REFERENCES))
        yield from labelled("Claims judged by it", entry_links(claims, REFERENCES))
