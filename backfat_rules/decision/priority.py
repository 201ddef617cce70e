"""How much a recommendation matters to this person: one number, with its parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from backfat_rules.decision.rulebook import Candidate
from backfat_rules.knowledge.policy import Policy, Weights
from backfat_rules.language import Value
from backfat_rules.reading_back import OnlyItsFields


@dataclass(frozen=True, slots=True)
class PriorityParts(OnlyItsFields):
    """The parts of a priority, each from 0 to 1, before weighting.

    The severity is the greatest among the findings that called for the recommendation, so a worse
    fact can only raise it.
    """

    impact: float
    severity: float
    evidence: float
    goals: float

    def __iter__(self) -> Iterator[tuple[str, float]]:
        """Each part with its name, as ``dict(parts)`` takes them."""
        return ((each.name, getattr(self, each.name)) for each in fields(self))


def goals_fit(candidate: Candidate, goals: Value, policy: Policy) -> float:
    """How well a recommendation serves what a person wants: fully, not at all, or no goal told."""
    if isinstance(goals, frozenset) and goals and candidate.rule.goals:
        return 0.0 if goals.isdisjoint(candidate.rule.goals) else 1.0
    return policy.no_goals_fit


def total(candidate: Candidate, severity: float, fit: float, weights: Weights) -> float:
    """The priority, from 0 to 100: the weighted sum of the parts."""
    weighted = (
        weights.impact * candidate.rule.impact
        + weights.severity * severity
        + weights.evidence * candidate.evidence
        + weights.goals * fit
    )
    return round(100 * weighted, 1)
