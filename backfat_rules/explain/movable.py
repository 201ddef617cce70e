"""Which facts a way to clear or bring advice may change."""

from __future__ import annotations

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language import Expression, names_in
from backfat_rules.language.tree import AllOf, AnyOf, Compare, Not
from backfat_rules.planning.telling import Telling


def is_movable(fact: str, id: str, gain: bool, person: Telling) -> bool:
    """Whether a way may change a fact.

    It may not where a block hides the number, nor where more of it is blocked and nothing was told.
    To clear a recommendation is to reach its end, if it has one, and not to move the target: the
    facts that a computed limit rests on stay, so that nobody is told to weigh less in order to need
    less protein.
    """
    if fact in person.hidden_numbers:
        return False
    if fact in person.not_raised and fact not in person.derivation.facts:
        return False
    if gain or id not in person.knowledge.recommendations:
        return True
    end = person.end_of(id)
    return end is not None and fact in aimed_at(end.condition, person.knowledge)


def aimed_at(condition: Expression, knowledge: KnowledgeBase) -> frozenset[str]:
    """The facts that a condition is about: limits that are computed only say how far to go."""
    match condition:
        case AllOf(operands) | AnyOf(operands):
            return frozenset().union(*(aimed_at(each, knowledge) for each in operands))
        case Not(operand):
            return aimed_at(operand, knowledge)
        case Compare(_, left, right):
            names = {*names_in(left), *(knowledge.facts.keys() & names_in(right))}
        case _:
            names = set(names_in(condition))
    return frozenset(fact for name in names for fact in knowledge.links.facts_below(name))
