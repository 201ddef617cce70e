"""Which pieces of advice do not go together, and which of two protects.

An advice *moves* an axis up where it raises it, and down where it lowers it. One that does both
gives the one in exchange for the other: it moves nothing in all, and goes with either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backfat_rules.knowledge.rules import Axis, Moving, RecommendationRule

Rivals = Mapping[str, frozenset[str]]


def rivals_among(recommendations: Iterable[RecommendationRule]) -> Rivals:
    """For each recommendation the ids of what it must not be combined with.

    Those are its opposites, which move an axis the other way, and what one of the two names.
    """
    rules = tuple(recommendations)
    found: dict[str, set[str]] = {rule.id: {*rule.not_with} for rule in rules}
    for rule in rules:
        for other in rule.not_with:
            found[other].add(rule.id)
        found[rule.id].update(other.id for other in rules if are_opposites(rule, other))
    return {id: frozenset(others) for id, others in found.items()}


def are_opposites(one: Moving, other: Moving) -> bool:
    """Whether one moves an axis up that the other moves down."""
    return not (_up(one).isdisjoint(_down(other)) and _down(one).isdisjoint(_up(other)))


def is_protective(rule: Moving, axes: Mapping[str, Axis]) -> bool:
    """Whether it moves some axis to the safe side, and none to the other."""
    moves = [(id, "raising") for id in _up(rule)] + [(id, "lowering") for id in _down(rule)]
    safe = {way == axes[id].protects for id, way in moves if axes[id].protects is not None}
    return safe == {True}


def _up(rule: Moving) -> frozenset[str]:
    return frozenset(rule.raises).difference(rule.lowers)


def _down(rule: Moving) -> frozenset[str]:
    return frozenset(rule.lowers).difference(rule.raises)
