"""Which recommendations a person is given: the one question that explanations ask a decision."""

from __future__ import annotations

from backfat_rules.knowledge.rules import Recommendation
from backfat_rules.planning.person import Person
from backfat_rules.planning.priority import priority, priority_parts
from backfat_rules.planning.recommending import stopped


def given_now(person: Person) -> frozenset[str]:
    """The recommendations that are called for, not taken out, and stand back for none."""
    if person.screened.no_plan:
        return frozenset()
    known = person.knowledge.recommendations
    called = {id: known[id] for id in known if id in person.derivation.fired}
    points = {id: _points(rule, person) for id, rule in called.items()}
    ranked = sorted(called, key=lambda id: (-points[id], id))
    taken_out = {id for id, rule in called.items() if stopped(rule, person) is not None}
    kept: list[str] = []
    for at, id in enumerate(ranked):
        if id not in taken_out:
            rivals = [other for other in ranked[:at] if are_rivals(known[id], known[other])]
            harder = any(
                is_harder(known[id], known[other]) for other in rivals if other in taken_out
            )
            if not harder and not any(other in kept for other in rivals):
                kept.append(id)
    return frozenset(kept)


def _points(rule: Recommendation, person: Person) -> float:
    parts = priority_parts(rule, person.derivation, person.knowledge)
    return priority(parts, person.knowledge)


def are_rivals(one: Recommendation, other: Recommendation) -> bool:
    """Whether two recommendations must not be combined."""
    return one.id in other.not_with or other.id in one.not_with


def is_harder(one: Recommendation, other: Recommendation) -> bool:
    """Whether one does something that the other does not: then it never comes in its place."""
    return not set(one.tags) <= set(other.tags)
