"""Which screening rules take a recommendation out, and when it is given but for its rivals."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.decision import Rulebook, Screened
from backfat_rules.decision.definition import stopped
from backfat_rules.decision.rulebook import Candidate, Closing, rulebook_of
from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language import Expression
from backfat_rules.language.tree import AllOf, AnyOf, Name, Not


def given_condition(id: str, book: Rulebook) -> Expression:
    """The condition under which a recommendation is called for and not taken out.

    Which of two that do not go together stays depends on their priorities and is left aside.
    """
    stopping = tuple(stopping_conditions(id, book).values())
    return AllOf((Name(id), Not(AnyOf(stopping)))) if stopping else Name(id)


def stopping_rules(id: str, book: Rulebook) -> tuple[str, ...]:
    """The ids of the screening rules that take a recommendation out when they fire."""
    candidate = book.candidates[id]
    return tuple(rule for rule, each in book.closings.items() if _stops(each, candidate, book))


def all_stopping_rules(knowledge: KnowledgeBase) -> Mapping[str, tuple[str, ...]]:
    """The same by the id of each recommendation."""
    book = rulebook_of(knowledge)
    return FrozenDict({id: stopping_rules(id, book) for id in book.candidates})


def stopping_conditions(id: str, book: Rulebook) -> Mapping[str, Expression]:
    """By each of them, when it does: by its gate alone only as long as no other settles it."""
    return {rule: _stopping(rule, id, book) for rule in stopping_rules(id, book)}


def _stopping(rule: str, id: str, book: Rulebook) -> Expression:
    settling = tuple(map(Name, book.settling(rule)))
    if not settling or book.closings[rule].fired & book.candidates[id].bit:
        return Name(rule)
    return AllOf((Name(rule), Not(AnyOf(settling))))


def _stops(closing: Closing, candidate: Candidate, book: Rulebook) -> bool:
    """Whether a screening rule does so by itself; others only add to it."""
    alone = Screened(closing.rule.gate, (closing,), (), False, closing.fired, book)
    return alone.no_plan or stopped(candidate, alone) is not None
