"""A tag that speaks for advice is carried by that advice, so that both are closed together."""

from __future__ import annotations

from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.rules import Tag


def check_spoken_for(draft: Draft) -> None:
    """Check what each tag speaks for."""
    for tag in draft.every(Tag):
        for id in tag.speaks_for:
            advice = draft.entries["recommendations"].get(id)
            if advice is not None and tag.id not in getattr(advice, "tags", ()):
                message = f"{tag.id} speaks for {id}, which does not carry it."
                remedy = f"Add {tag.id} to the tags of {id}, or leave {id} out here."
                draft.note(tag.place.of("speaks_for"), "unspoken-for", message, remedy)
