"""What priorities can still become, and which of two pieces of advice is sure to come first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backfat_rules.decision import Person
from backfat_rules.decision.definition import rank
from backfat_rules.decision.priority import PriorityParts
from backfat_rules.language import is_exact

Served = tuple[float, float | None]
"""How well advice serves what can still be told: the goals, and what brought the person."""


class Priorities:
    """The priorities of rivals over everything that can still be told.

    Goals and complaints are told for both of two alike, and advice counts by the best served of
    them. So whichever comes first for each single word and for none comes first for any several.

    Args:
        person: what is known.
        grounds: for each rival the facts that its severity can rest on.
    """

    def __init__(self, person: Person, grounds: Mapping[str, frozenset[str]]) -> None:
        self._person, self._grounds = person, grounds
        policy = person.knowledge.policy
        self._goals = self._words(policy.goals_from)
        self._complaints = self._words(policy.complaint_from)
        self._now: dict[str, PriorityParts] = {}

    def is_before(self, one: str, other: str) -> bool:
        """Whether one comes first whatever is told."""
        both = zip(self._served(one), self._served(other), strict=True)
        return all(
            (-self._total(one, 0.0, of_one), one) < (-self._total(other, 1.0, of_other), other)
            for of_one, of_other in set(both)
        )

    def _words(self, fact: str | None) -> tuple[str, ...]:
        """The words of a fact that can still be told."""
        facts = self._person.knowledge.facts
        if fact is None or fact not in facts or fact in self._person.derivation.facts:
            return ()
        return facts[fact].words

    def _served(self, id: str) -> Iterator[Served]:
        """How well advice serves each goal with each complaint, and none of them."""
        served, now = self._person.book.candidates[id].served, self._parts(id)
        neutral = self._person.knowledge.policy.no_goals_fit

        def of(word: str) -> float:
            return served.get(word, 0.0) if served else neutral

        for goals in (now.goals, *map(of, self._goals)):
            for complaint in (now.complaint, *map(of, self._complaints)):
                yield goals, complaint

    def _total(self, id: str, severity: float, served: Served) -> float:
        """The priority at a severity, where that is open, and how well it serves."""
        now, facts = self._parts(id), self._person.derivation.facts
        if all(is_exact(facts.get(fact)) for fact in self._grounds[id]):
            severity = now.severity
        parts = PriorityParts(now.impact, severity, now.evidence, *served)
        return parts.total(self._person.knowledge.policy.weights)

    def _parts(self, id: str) -> PriorityParts:
        if id not in self._now:
            candidate = self._person.book.candidates[id]
            policy = self._person.knowledge.policy
            self._now[id] = rank(candidate, self._person.derivation, policy).parts
        return self._now[id]
