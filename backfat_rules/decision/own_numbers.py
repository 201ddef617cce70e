"""Which computed numbers are a person's own: none that only withheld advice would speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from backfat_rules.decision.person import Person
from backfat_rules.decision.saying import Said
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.links import names_shown


def numbers_of(person: Person, said: Iterable[Said]) -> Iterator[tuple[str, float]]:
    """The computed numbers, but for what a block hides and what only withheld advice says.

    A number to reach would be that advice itself. Advice that is given, a way to it or a message
    that says the number keeps it.
    """
    withheld = _withheld(person)
    kept_back = withheld and withheld - _told(person, said)
    for id, number in sorted(person.derivation.values.items()):
        if id in person.shown and id not in kept_back:
            yield id, number


def _withheld(person: Person) -> frozenset[str]:
    if not person.taken_out:
        return frozenset()
    said_by = person.knowledge.once(_numbers_said)
    return frozenset(name for id in person.taken_out for name in said_by[id])


def _told(person: Person, said: Iterable[Said]) -> frozenset[str]:
    said_by = person.knowledge.once(_numbers_said)
    telling = (*(each.id for each in person.outcome.given), *(each.id for each in said))
    return frozenset(name for id in telling for name in said_by.get(id, ()))


def _numbers_said(knowledge: KnowledgeBase) -> Mapping[str, frozenset[str]]:
    """For each recommendation and message the computed numbers that its texts say."""
    values = frozenset(knowledge.values)
    telling = {**knowledge.recommendations, **knowledge.messages}
    return {id: values.intersection(names_shown(rule)) for id, rule in telling.items()}
