"""How much a recommendation matters to this person: one number, with its parts shown."""

from __future__ import annotations

from backfat_rules.inference import Derivation, Firing
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import RecommendationRule
from backfat_rules.language.tree import Name
from backfat_rules.planning.plan import PriorityParts


def priority_parts(
    recommendation: RecommendationRule, derivation: Derivation, knowledge: KnowledgeBase
) -> PriorityParts:
    """The four parts of the priority, each from 0 to 1.

    The severity is the greatest among the findings that made the recommendation fire, so a worse
    fact can only raise it.
    """
    policy = knowledge.policy
    severities = [
        derivation.severity[name]
        for firing in derivation.firings_of(recommendation.id)
        for name in findings_behind(firing, derivation)
    ]
    goals = derivation.facts.get(policy.goals_from)
    fit = policy.no_goals_fit
    if isinstance(goals, frozenset) and goals and recommendation.goals:
        fit = float(not goals.isdisjoint(recommendation.goals))
    return PriorityParts(
        impact=recommendation.impact,
        severity=max(severities, default=policy.default_severity),
        evidence=getattr(policy.evidence, recommendation.verdict),
        goals=fit,
    )


def priority(parts: PriorityParts, knowledge: KnowledgeBase) -> float:
    """From 0 to 100: the weighted sum of the parts."""
    weights = knowledge.policy.weights
    total = (
        weights.impact * parts.impact
        + weights.severity * parts.severity
        + weights.evidence * parts.evidence
        + weights.goals * parts.goals
    )
    return round(100 * total, 1)


def findings_behind(firing: Firing, derivation: Derivation) -> tuple[str, ...]:
    """The true findings among the parts that decided a firing; facts are not findings."""
    return tuple(
        part.leaf.name
        for part in firing.because
        if isinstance(part.leaf, Name) and part.leaf.name in derivation.severity
    )
