"""How much a recommendation matters to this person: one number, with its parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from backfat_rules.decision.rulebook import Candidate
from backfat_rules.knowledge.policy import Policy, Weights
from backfat_rules.language import Facts, Value
from backfat_rules.reading_back import OnlyItsFields


@dataclass(frozen=True, slots=True)
class PriorityParts(OnlyItsFields):
    """The parts of a priority, each from 0 to 1, before weighting.

    The severity is the greatest among the findings that called for the recommendation, so a worse
    fact can only raise it.

    Attributes:
        complaint: how much it does for what brought the person; None where that was not told.
    """

    impact: float
    severity: float
    evidence: float
    goals: float
    complaint: float | None = None

    def __iter__(self) -> Iterator[tuple[str, float | None]]:
        """Each part with its name, as ``dict(parts)`` takes them."""
        return ((each.name, getattr(self, each.name)) for each in fields(self))

    def total(self, weights: Weights) -> float:
        """The priority, from 0 to 100: the weighted sum of the parts.

        What brought the person, once it is told, takes its own share of the whole.
        """
        weighted = (
            weights.impact * self.impact
            + weights.severity * self.severity
            + weights.evidence * self.evidence
            + weights.goals * self.goals
        )
        if self.complaint is not None:
            weighted += weights.complaint * (self.complaint - weighted)
        return round(100 * weighted, 1)


def parts_of(
    candidate: Candidate, severity: float | None, facts: Facts, policy: Policy
) -> PriorityParts:
    """The parts of the priority of a recommendation, for a person with some facts."""
    complaint = facts.get(policy.complaint_from) if policy.complaint_from else None
    return PriorityParts(
        impact=candidate.rule.impact,
        severity=policy.default_severity if severity is None else severity,
        evidence=candidate.evidence,
        goals=_help(candidate, facts.get(policy.goals_from), policy),
        complaint=_help(candidate, complaint, policy) if complaint else None,
    )


def _help(candidate: Candidate, wanted: Value, policy: Policy) -> float:
    """How much it does for the best served of some goals or complaints."""
    if isinstance(wanted, frozenset) and wanted and candidate.served:
        return max(candidate.served.get(word, 0.0) for word in wanted)
    return policy.no_goals_fit
