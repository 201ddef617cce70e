"""What an entry names has to exist; where it does not, the nearest id is offered."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from backfat_rules.errors import did_you_mean
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart


def must_be_there(
    owner: FilePart,
    field: str,
    words: Iterable[str],
    known: Collection[str],
    draft: Draft,
    *,
    named_by: str = "",
) -> None:
    """Note each id that a field names and no entry has, unless that entry was refused itself.

    The mistake says that the field names it, or what ``named_by`` says in the place of that.
    """
    for word in words:
        if word not in known and word not in draft.refused:
            remedy = did_you_mean(word, list(known))
            message = f"{named_by or f'{field} names'} {word}, and there is no such entry."
            draft.note(owner.place.of(field), "unknown-link", message, remedy)
