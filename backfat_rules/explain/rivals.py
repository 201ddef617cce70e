"""The outlook of recommendations that must not be combined: which of two stays in the end.

The one that protects stays, or else the one of higher priority; so the outlook of one rests on what
the priorities can become.
"""

from __future__ import annotations

from backfat_rules.decision import Person, rulebook_of
from backfat_rules.exact import Outlook, Problem, Problems, outlooks
from backfat_rules.explain.priorities import Priorities
from backfat_rules.explain.stopping import given_condition, stopping_conditions
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language import Expression, names_in
from backfat_rules.language.tree import AllOf, AnyOf, Name

Pair = tuple[str, str]


class Rivals:
    """The outlook of every recommendation, with those before which it may have to stand back.

    It follows the rules of ``decision.definition`` that are about rivals, over every completion.
    """

    def __init__(self, person: Person) -> None:
        self._person = person
        self._candidates = person.book.candidates
        asked = self._asked = person.knowledge.once(RivalConditions)
        together = [*asked.given.values(), *asked.meeting.values(), *asked.stopped.values()]
        answers = iter(outlooks(together, person.derivation.facts))
        self._alone: dict[str, Outlook] = dict(zip(asked.given, answers, strict=False))
        self._meeting: dict[Pair, Outlook] = dict(zip(asked.meeting, answers, strict=False))
        self._stopped: dict[str, Outlook] = dict(zip(asked.stopped, answers, strict=False))
        self._found: dict[str, Outlook] = {}
        self._priorities = Priorities(person, asked.grounds)

    def outlook(self, id: str) -> Outlook:
        """What is known of one of them; *possible* where it depends on priorities not known yet."""
        if id not in self._found:
            self._found[id] = self._outlook(id)
        return self._found[id]

    def _outlook(self, id: str) -> Outlook:
        found = self._alone[id]
        if found == "ruled_out":
            return found
        for other in sorted(self._candidates[id].rivals):
            if self._meeting[pair(id, other)] == "ruled_out" or self._is_before(id, other):
                continue
            if self._is_before(other, id):
                kept, unsafe = self.outlook(other), self._too_hard_beside(id, other)
                if "certain" in (kept, unsafe):
                    return "ruled_out"
                if kept == unsafe == "ruled_out":
                    continue
            found = "possible"
        return found

    def _too_hard_beside(self, id: str, other: str) -> Outlook:
        """Whether a rival is called for and taken out, and the other must not take its place."""
        is_harder = other in self._candidates[id].harder_than
        return self._stopped[other] if is_harder else "ruled_out"

    def _is_before(self, one: str, other: str) -> bool:
        """Whether one is sure to come first, whatever their priorities will be."""
        protects = self._candidates[one].protects
        if protects != self._candidates[other].protects:
            return protects
        return self._priorities.is_before(one, other)


class RivalConditions:
    """What the outlook of rivals asks, made ready once for a knowledge base.

    Attributes:
        called_for: for each screening rule and recommendation, that its condition is true.
        given: for each recommendation, that it is called for and not taken out.
        meeting: for each two rivals, that both are called for.
        stopped: for each rival, that it is called for and taken out.
        grounds: for each rival the facts that its severity can rest on.
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        book = rulebook_of(knowledge)
        rivals = {id: each.rivals for id, each in book.candidates.items() if each.rivals}
        pairs = sorted({pair(one, other) for one, others in rivals.items() for other in others})
        entries = (*knowledge.screening, *book.candidates)
        called: list[Expression] = [Name(id) for id in entries]
        alone = [given_condition(id, book) for id in book.candidates]
        both: list[Expression] = [AllOf((Name(one), Name(other))) for one, other in pairs]
        out: list[Expression] = [
            AllOf((Name(id), AnyOf(tuple(stopping_conditions(id, book).values())))) for id in rivals
        ]
        problems = iter(knowledge.once(Problems.of).together([*called, *alone, *both, *out]))
        self.called_for: dict[str, Problem] = dict(zip(entries, problems, strict=False))
        self.given: dict[str, Problem] = dict(zip(book.candidates, problems, strict=False))
        self.meeting: dict[Pair, Problem] = dict(zip(pairs, problems, strict=False))
        self.stopped: dict[str, Problem] = dict(zip(rivals, problems, strict=False))
        self.grounds = {id: _grounds(id, knowledge) for id in rivals}


def pair(one: str, other: str) -> Pair:
    """Two ids in one order."""
    return (one, other) if one < other else (other, one)


def _grounds(id: str, knowledge: KnowledgeBase) -> frozenset[str]:
    """The facts that a recommendation and the severities behind it can rest on."""
    called_for = names_in(knowledge.recommendations[id].when.tree)
    return frozenset(fact for name in called_for for fact in knowledge.links.facts_below(name))
