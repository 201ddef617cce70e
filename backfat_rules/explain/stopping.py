"""Which screening rules take a recommendation out, and when it is given but for its rivals."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.exact import Problem, problems_of
from backfat_rules.inference import Program
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Recommendation, Screening
from backfat_rules.language import Expression
from backfat_rules.language.tree import AllOf, AnyOf, Name, Not
from backfat_rules.planning.screening import NO_PLAN


def given_conditions(program: Program, knowledge: KnowledgeBase) -> Mapping[str, Problem]:
    """For each recommendation the condition under which it is called for and not taken out.

    Which of two that do not go together stays depends on their priorities and is left aside.
    """

    def make() -> Mapping[str, Problem]:
        problems = problems_of(program, knowledge.facts)
        conditions = [given_condition(each, knowledge) for each in knowledge.recommendations]
        return dict(zip(knowledge.recommendations, problems.together(conditions), strict=True))

    return program.prepared("given", make)


def given_condition(id: str, knowledge: KnowledgeBase) -> Expression:
    """The condition under which one recommendation is called for and not taken out."""
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
