"""Every rule names its sources, and every source is used or says why not."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.errors import Location, did_you_mean
from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart, Grounds
from backfat_rules.knowledge.rules import (
    Caution,
    ComputedValue,
    Finding,
    RecommendationRule,
    Screening,
)
from backfat_rules.knowledge.sources import Claim, Reference

_NEEDS_SOURCE = (Finding, RecommendationRule, Screening, ComputedValue, Exercise, Caution)


def check_grounds(draft: Draft) -> None:
    """Coverage both ways: from rules to sources and from sources to rules."""
    used_claims: set[str] = set()
    used_references: set[str] = set()
    for entry, claims, references in _citations(draft):
        used_claims.update(claims)
        used_references.update(references)
        _check_exist(entry, "claims", claims, draft)
        _check_exist(entry, "references", references, draft)
        if isinstance(entry, _NEEDS_SOURCE) and not claims and not references:
            remedy = "Add claims: [...] or references: [...]."
            draft.note(entry.place.at, "no-source", f"{entry.id} names no source.", remedy)
    for recommendation in draft.every(RecommendationRule):
        _check_supported(recommendation, draft)
    for claim in draft.every(Claim):
        _check_use(claim, claim.id in used_claims, draft)
        _check_exist(claim, "related", claim.related, draft, "claims")
    for reference in draft.every(Reference):
        if reference.id not in used_references:
            message = f"nothing rests on the reference {reference.id}."
            draft.note(reference.place.at, "unused-reference", message, "Use it or remove it.")


def _citations(draft: Draft) -> Iterator[tuple[FilePart, tuple[str, ...], tuple[str, ...]]]:
    for entry in draft.every(Grounds):
        yield entry, entry.claims, entry.references
        if isinstance(entry, Exercise):
            for dose in entry.doses:
                yield dose, dose.claims, ()
    for claim in draft.every(Claim):
        yield claim, (), claim.references
    for guidance in draft.policy.general_guidance if draft.policy else ():
        yield guidance, guidance.claims, guidance.references


def _check_exist(
    entry: FilePart, field: str, ids: tuple[str, ...], draft: Draft, section: str = ""
) -> None:
    known = draft.entries[section or field]
    for id in ids:
        if id not in known and id not in draft.refused:
            remedy = did_you_mean(id, list(known))
            where = entry.place.of(field)
            if known is draft.entries["references"]:
                draft.note(where, "unknown-reference", f"there is no reference {id}.", remedy)
            else:
                draft.note(where, "unknown-claim", f"there is no claim {id}.", remedy)


def _check_use(claim: Claim, used: bool, draft: Draft) -> None:
    where: Location = claim.place.at
    if not used and claim.left_out is None:
        remedy = "Let a rule name it, or say why not with left_out: ..."
        draft.note(where, "unused-claim", f"nothing uses the claim {claim.id}.", remedy)
    if used and claim.left_out is not None:
        message = f"the claim {claim.id} is used, and says that it is left out."
        draft.note(claim.place.of("left_out"), "used-claim-left-out", message, "Drop left_out.")


def _check_supported(recommendation: RecommendationRule, draft: Draft) -> None:
    """Unsupported claims are never advice; they are answered as a message."""
    claims = recommendation.claims
    if claims and all(_verdict(id, draft) == "unsupported" for id in claims):
        message = f"{recommendation.id} rests on unsupported claims only."
        remedy = "Answer such claims as a message, or name what supports the advice."
        draft.note(recommendation.place.of("claims"), "unsupported-advice", message, remedy)


def _verdict(id: str, draft: Draft) -> str:
    claim = draft.entries["claims"].get(id)
    return claim.verdict if claim else "unknown"
