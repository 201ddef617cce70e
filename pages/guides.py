"""A page for each guide: what each of its sections became, or why a claim was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.sources import Claim
from pages.addresses import entry_link, entry_links, guide_page, in_words, standing_on
from pages.markdown import (
    anchor,
    code,
    counted,
    heading_text,
    link,
    page,
    plain,
    table,
)


def guides_of(base: KnowledgeBase) -> Mapping[str, dict[str, list[Claim]]]:
    """Claims by guide and section, both in the order of the alphabet, claims as the guide has them.

    The ledger follows the guide, so a claim's place in its file is its place in the guide.
    """
    guides: dict[str, dict[str, list[Claim]]] = {}
    ordered = sorted(
        base.claims.values(), key=lambda each: (each.guide, each.section, each.place.at)
    )
    for claim in ordered:
        guides.setdefault(claim.guide, {}).setdefault(claim.section, []).append(claim)
    return guides


def guide_pages(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page for each guide."""
    for guide, sections in guides_of(base).items():
        path = guide_page(guide)
        yield path, page(_blocks(guide, sections, base, path))


def _blocks(
    guide: str, sections: Mapping[str, list[Claim]], base: KnowledgeBase, path: str
) -> Iterator[str]:
    claims = [claim for group in sections.values() for claim in group]
    left_out = sum(claim.left_out is not None for claim in claims)
    yield f"# The guide on {in_words(guide).lower()}"
    yield (
        f"{counted(len(claims), 'claim')} in our own words, "
        f"in {counted(len(sections), 'section')}; "
        f"{len(claims) - left_out} became entries, {left_out} were left out with a reason."
    )
    yield from table(
        ["section", "claims", "entries they became", "left out"],
        (
            [
                link(heading_text(section), f"{path}#{anchor(heading_text(section))}", path),
                str(len(group)),
                str(len(_became(group, base))),
                str(sum(claim.left_out is not None for claim in group) or ""),
            ]
            for section, group in sections.items()
        ),
    )
    for section, group in sections.items():
        yield f"## {heading_text(section)}"
        yield from table(
            ["claim", "kind", "verdict", "says", "became", "left out because", "references"],
            (_row(claim, base, path) for claim in group),
        )


def _row(claim: Claim, base: KnowledgeBase, path: str) -> list[str]:
    users = standing_on(claim.id, base)
    says = f"{plain(claim.says)} *{plain(claim.handling)}*" if claim.handling else plain(claim.says)
    return [
        code(claim.id),
        claim.kind,
        claim.verdict,
        says,
        ", ".join(entry_links(users, path)),
        plain(claim.left_out or ""),
        ", ".join(entry_link(base.references[id], path) for id in claim.references),
    ]


def _became(claims: list[Claim], base: KnowledgeBase) -> set[int]:
    return {id(entry) for claim in claims for entry in standing_on(claim.id, base)}
