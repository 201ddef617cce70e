"""The outlook of recommendations that must not be combined: which of two stays in the end.

The one of higher priority stays, so the outlook of one rests on what the priorities can become.
"""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.exact import Outlook, Problem, outlooks, problems_of
from backfat_rules.explain.given import are_rivals, is_harder
from backfat_rules.explain.stopping import given_condition, stopping_rules
from backfat_rules.inference import Program
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language import Expression, names_in
from backfat_rules.language.tree import AllOf, AnyOf, Name
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import PriorityParts
from backfat_rules.planning.priority import priority, priority_parts

Pair = tuple[str, str]


class Rivals:
    """The outlook of every recommendation, with those before which it may have to stand back.

    Args:
        person: what was told.
        program: the rules.
    """

    def __init__(self, person: Person, program: Program) -> None:
        self._person = person
        self._rules = person.knowledge.recommendations
        asked = self._pairs = rival_conditions(program, person.knowledge)
        together = [*asked.given.values(), *asked.meeting.values(), *asked.stopped.values()]
        answers = iter(outlooks(together, person.derivation.facts))
        self._alone: dict[str, Outlook] = dict(zip(asked.given, answers, strict=False))
        self._meeting: dict[Pair, Outlook] = dict(zip(asked.meeting, answers, strict=False))
        self._stopped: dict[str, Outlook] = dict(zip(asked.stopped, answers, strict=False))
        self._found: dict[str, Outlook] = {}

    def outlook(self, id: str) -> Outlook:
        """What is known of one of them; *possible* where it depends on priorities not known yet."""
        if id not in self._found:
            self._found[id] = self._outlook(id)
        return self._found[id]

    def _outlook(self, id: str) -> Outlook:
        found = self._alone[id]
        if found == "ruled_out":
            return found
        for other in self._pairs.rivals.get(id, ()):
            if self._meeting[pair(id, other)] == "ruled_out" or self._is_before(id, other):
                continue
            if self._is_before(other, id):
                kept, taken_out = self.outlook(other), self._taken_out(id, other)
                if "certain" in (kept, taken_out):
                    return "ruled_out"
                if kept == taken_out == "ruled_out":
                    continue
            found = "possible"
        return found

    def _taken_out(self, id: str, other: str) -> Outlook:
        """Whether a rival is called for and taken out, and the other must not take its place."""
        is_kept_out = is_harder(self._rules[id], self._rules[other])
        return self._stopped[other] if is_kept_out else "ruled_out"

    def _is_before(self, one: str, other: str) -> bool:
        """Whether one is sure to come first, whatever their priorities will be."""
        return (-self._priorities(one)[0], one) < (-self._priorities(other)[1], other)

    def _priorities(self, id: str) -> tuple[float, float]:
        """The least and the greatest priority that it can have, if it is called for."""
        knowledge, derivation = self._person.knowledge, self._person.derivation
        now = priority_parts(self._rules[id], derivation, knowledge)
        goals = knowledge.policy.goals_from
        least, most = now.model_dump(), now.model_dump()
        if not self._pairs.grounds[id] <= derivation.facts.keys():
            least["severity"], most["severity"] = 0.0, 1.0
        if self._rules[id].goals and goals not in derivation.facts:
            least["goals"], most["goals"] = 0.0, 1.0
        return (
            priority(PriorityParts(**least), knowledge),
            priority(PriorityParts(**most), knowledge),
        )


class RivalConditions:
    """What the outlook of rivals asks, made ready once for a knowledge base.

    Attributes:
        rivals: for each recommendation those that it must not be combined with.
        given: for each recommendation, that it is called for and not taken out.
        meeting: for each two rivals, that both are called for.
        stopped: for each rival, that it is called for and taken out.
        grounds: for each rival the facts that its severity can rest on.
    """

    def __init__(self, program: Program, knowledge: KnowledgeBase) -> None:
        rules = knowledge.recommendations
        self.rivals: dict[str, tuple[str, ...]] = {}
        for id, rule in rules.items():
            others = tuple(other.id for other in rules.values() if are_rivals(rule, other))
            if others:
                self.rivals[id] = others
        pairs = sorted({pair(one, other) for one in self.rivals for other in self.rivals[one]})
        both: list[Expression] = [AllOf((Name(one), Name(other))) for one, other in pairs]
        out: list[Expression] = [_stopped(id, knowledge) for id in self.rivals]
        alone = [given_condition(id, knowledge) for id in rules]
        problems = iter(problems_of(program, knowledge.facts).together([*alone, *both, *out]))
        self.given: dict[str, Problem] = dict(zip(rules, problems, strict=False))
        self.meeting: dict[Pair, Problem] = dict(zip(pairs, problems, strict=False))
        self.stopped: dict[str, Problem] = dict(zip(self.rivals, problems, strict=False))
        self.grounds = {id: _grounds(id, program) for id in self.rivals}


def pair(one: str, other: str) -> Pair:
    """Two ids in one order."""
    return (one, other) if one < other else (other, one)


def _grounds(id: str, program: Program) -> frozenset[str]:
    """The facts that a recommendation and the severities behind it can rest on."""
    waiting, seen = [id], set[str]()
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += (each for formula in _formulas(name, program) for each in names_in(formula))
    return frozenset(seen - program.stratum.keys() - program.advice.keys())


def _formulas(name: str, program: Program) -> Iterator[Expression]:
    if name in program.calculations:
        yield program.calculations[name].formula
    for each in (*program.findings.get(name, ()), program.advice.get(name)):
        if each is not None:
            yield from (f for f in (each.condition, each.severity) if f is not None)


def _stopped(id: str, knowledge: KnowledgeBase) -> Expression:
    return AllOf((Name(id), AnyOf(tuple(map(Name, stopping_rules(id, knowledge))))))


def rival_conditions(program: Program, knowledge: KnowledgeBase) -> RivalConditions:
    """The conditions about rivals, kept with the program."""
    return program.prepared("rivals", lambda: RivalConditions(program, knowledge))
