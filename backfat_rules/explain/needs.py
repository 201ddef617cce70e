"""Which way speaks for a need where somebody asks about the need itself."""

from __future__ import annotations

from backfat_rules.decision import Person


def way_to(need: str, person: Person) -> str:
    """The id of the recommendation to explain: the best that is given, held back, or known."""
    outcome, candidates = person.outcome, person.book.candidates
    given = (each.id for each in outcome.given if each.candidate.need == need)
    ways = sorted(
        (each for each in candidates.values() if each.need == need),
        key=lambda each: (each.id not in outcome.stopped, -each.rule.impact, each.id),
    )
    return next(given, ways[0].id)
