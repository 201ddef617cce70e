"""Which screening rules take a recommendation out, and when it is given but for its rivals."""

from __future__ import annotations

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Recommendation, Screening
from backfat_rules.language import Expression
from backfat_rules.language.tree import AllOf, AnyOf, Name, Not
from backfat_rules.planning.screening import NO_PLAN


def given_condition(id: str, knowledge: KnowledgeBase) -> Expression:
    """The condition under which a recommendation is called for and not taken out.

    Which of two that do not go together stays depends on their priorities and is left aside.
    """
    stopping = tuple(map(Name, stopping_rules(id, knowledge)))
    return AllOf((Name(id), Not(AnyOf(stopping)))) if stopping else Name(id)


def stopping_rules(id: str, knowledge: KnowledgeBase) -> tuple[str, ...]:
    """The ids of the screening rules that take a recommendation out when they fire."""
    recommendation = knowledge.recommendations[id]
    return tuple(rule.id for rule in knowledge.screening.values() if stops(rule, recommendation))


def stops(rule: Screening, recommendation: Recommendation) -> bool:
    """Whether a screening rule takes a recommendation out when it fires."""
    if rule.gate in NO_PLAN or (rule.gate == "refer_first" and recommendation.needs_ok):
        return True
    return (
        recommendation.id in rule.blocks.items
        or recommendation.topic in rule.blocks.topics
        or not set(rule.blocks.tags).isdisjoint(recommendation.tags)
    )
