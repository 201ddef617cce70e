"""Whatever an exercise asks of a body, its tags bring the words that protect it."""

from __future__ import annotations

from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.rules import Caution, Tag


def check_cautions(draft: Draft) -> None:
    """Each tag of an exercise has a caution, or says why it needs none."""
    minded = {tag for caution in draft.every(Caution) for tag in caution.tags}
    carried = {tag: exercise for exercise in draft.every(Exercise) for tag in exercise.tags}
    for tag, exercise in sorted(carried.items(), key=lambda each: each[0]):
        entry: Tag | None = draft.entries["tags"].get(tag)
        if entry is None:
            continue
        if tag not in minded and entry.no_caution is None:
            message = f"{exercise.id} carries {tag}, and no caution says what protects then."
            remedy = (
                f"Add one under cautions with tags: [{tag}], or let the tag say in no_caution why "
                "it needs none."
            )
            draft.note(entry.place.at, "tag-without-caution", message, remedy)
        elif tag in minded and entry.no_caution is not None:
            message = f"{tag} has a caution, and says that it needs none."
            draft.note(entry.place.of("no_caution"), "needless-no-caution", message, "Drop it.")
