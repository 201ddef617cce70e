"""Where to begin: a few recommendations, spread over areas and topics."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backfat_rules.planning.plan import FirstStep, Recommendation


def first_steps(ranked: Sequence[Recommendation], limit: int) -> tuple[FirstStep, ...]:
    """At most ``limit`` of the ranked recommendations, from as many areas and topics as can be.

    Consistency beats intensity: one change in each area before two changes in one.
    """
    chosen: list[Recommendation] = []
    spreads: tuple[Callable[[Recommendation], str], ...] = (
        lambda each: each.area,
        lambda each: each.topic,
        lambda each: each.id,
    )
    for spread in spreads:
        for each in ranked:
            if len(chosen) < limit and spread(each) not in {spread(other) for other in chosen}:
                chosen.append(each)
    chosen.sort(key=lambda each: (-each.priority, each.id))
    return tuple(
        FirstStep(
            recommendation=each.id,
            area=each.area,
            title=each.title,
            do=each.steps[0] if each.steps else each.action,
        )
        for each in chosen
    )
