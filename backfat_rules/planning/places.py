"""Where each fact is asked for, and who is not asked for it there."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.decision import Person
from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import AdviceRule
from backfat_rules.knowledge.screens import Ask, ScreenRule, StatementRule
from backfat_rules.language import names_in


def screens_in_order(knowledge: KnowledgeBase) -> tuple[ScreenRule, ...]:
    """The screens of an interview, the first first; none where it asks for one fact at a time."""
    return tuple(sorted(knowledge.screens.values(), key=lambda each: (each.order, each.id)))


def statements_by_screen(knowledge: KnowledgeBase) -> Mapping[str, tuple[StatementRule, ...]]:
    """The statements that each screen asks for, in the order in which they were written."""
    found: dict[str, list[StatementRule]] = {}
    written = sorted(
        knowledge.statements.values(), key=lambda each: (each.place.at.path, each.place.at.line)
    )
    for each in written:
        found.setdefault(each.screen, []).append(each)
    return FrozenDict({id: tuple(each) for id, each in found.items()})


def places_of(knowledge: KnowledgeBase) -> Mapping[str, tuple[Ask, ScreenRule]]:
    """What a screen says of each fact that it asks for, with the screen."""
    screens = screens_in_order(knowledge)
    return FrozenDict({ask.fact: (ask, screen) for screen in screens for ask in screen.asks})


def barred(person: Person) -> frozenset[str]:
    """Facts that nobody is asked for, or not somebody of whom this is known."""
    known, knowledge = person.derivation.known, person.knowledge
    places = knowledge.once(places_of)
    found = {name for name, (ask, _) in places.items() if not ask.is_for(known)}
    return frozenset(found.union(knowledge.never_asked))


def facts_behind(rule: AdviceRule, knowledge: KnowledgeBase) -> tuple[str, ...]:
    """The facts on which the condition of a rule rests, in the order in which they are named."""
    below = (
        fact for name in names_in(rule.when.tree) for fact in knowledge.links.facts_below(name)
    )
    return tuple(dict.fromkeys(below))


def facts_of_advice(knowledge: KnowledgeBase) -> frozenset[str]:
    """Every fact for which a recommendation or a screening rule can wait."""
    rules = (*knowledge.recommendations.values(), *knowledge.screening.values())
    return frozenset(fact for rule in rules for fact in facts_behind(rule, knowledge))
