"""The refusal of an id that a question cannot be asked about."""

from __future__ import annotations

from collections.abc import Sequence

from backfat_rules.errors import UnknownIdError, did_you_mean
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.base import COLLECTIONS
from backfat_rules.printable import cut


def wrong_id(
    id: str, knowledge: KnowledgeBase, asked_about: Sequence[str], others: Sequence[str] = ()
) -> UnknownIdError:
    """The error for an id that nothing has, or that belongs to something else.

    Args:
        id: what was asked about.
        knowledge: where it was looked for.
        asked_about: the collections of the knowledge base that the question is about.
        others: further ids that it can be asked about.
    """
    homes = [name for name in COLLECTIONS if id in getattr(knowledge, name)]
    homes += ["facts"] if id in knowledge.facts else []
    if homes:
        about = ", ".join(asked_about)
        text = f"{id} is among the {homes[0]}, and this question is about {about}."
        return UnknownIdError(text)
    known = [each for name in asked_about for each in getattr(knowledge, name)]
    remedy = did_you_mean(cut(id), [*known, *others])
    return UnknownIdError(f"Nothing is called {cut(id)!r}. {remedy}".rstrip())
