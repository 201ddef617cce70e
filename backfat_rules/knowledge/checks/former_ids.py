"""An id that an entry had before belongs to that entry alone, and so does that of guidance."""

from __future__ import annotations

from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import Stable

_REMEDY = "Ids are unique, and never used again for something else; choose another."


def check_former_ids(draft: Draft) -> None:
    """Check that every id, of today or of before, leads to one entry."""
    guidance = draft.policy.general_guidance if draft.policy is not None else ()
    owners: dict[str, Stable] = {each.id: each for each in draft.every(Stable)}
    for advice in guidance:
        _claim(advice.id, advice, owners, "id", draft)
    for each in (*draft.every(Stable), *guidance):
        for id in each.was:
            _claim(id, each, owners, "was", draft)


def _claim(id: str, owner: Stable, owners: dict[str, Stable], field: str, draft: Draft) -> None:
    other = owners.setdefault(id, owner)
    if other is not owner or (field == "was" and id == owner.id):
        message = f"{id} is an id of {other.id} already, at {other.place.at}."
        draft.note(owner.place.of(field), "duplicate-id", message, _REMEDY)
