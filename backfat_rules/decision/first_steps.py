"""Where to begin: a few pieces of advice, spread over areas and topics."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backfat_rules.decision.definition import Ranked

_SPREADS: tuple[Callable[[Ranked], str], ...] = (
    lambda each: each.candidate.rule.area,
    lambda each: each.candidate.rule.topic,
    lambda each: each.id,
)


def first_steps(given: Sequence[Ranked], limit: int) -> tuple[str, ...]:
    """At most ``limit`` of what is given, from as many areas and topics as can be.

    Consistency beats intensity: one change in each area before two changes in one.
    """
    chosen: list[Ranked] = []
    for spread in _SPREADS:
        seen = {spread(each) for each in chosen}
        for each in given:
            if len(chosen) < limit and spread(each) not in seen:
                chosen.append(each)
                seen.add(spread(each))
    steps = {each.id for each in chosen}
    return tuple(each.id for each in given if each.id in steps)
