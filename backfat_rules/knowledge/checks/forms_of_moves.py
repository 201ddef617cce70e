"""A list of moves to choose from holds no move twice, in two of its forms."""

from __future__ import annotations

from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.rules import RecommendationRule


def check_forms(draft: Draft) -> None:
    """Check the exercises of each recommendation for other forms of each other."""
    moves = {each.id: each.form_of or each.id for each in draft.every(Exercise)}
    for advice in draft.every(RecommendationRule):
        first: dict[str, str] = {}
        for id in dict.fromkeys(advice.exercises):
            other = first.setdefault(moves.get(id, id), id)
            if other != id:
                message = f"It offers {id} and {other}, which are two forms of one move."
                remedy = (
                    "Name one of them; the other stands in where it is closed, by its alternatives."
                )
                draft.note(advice.place.of("exercises"), "two-forms", message, remedy)
