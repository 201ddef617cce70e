"""What is still worth asking: unanswered facts that could change the plan."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.rules import RecommendationRule, Screening
from backfat_rules.language import Expression, Facts, decide, evaluate, is_exact, names_in
from backfat_rules.language.tree import AllOf
from backfat_rules.planning.plan_content import Question
from backfat_rules.planning.telling import Telling
from backfat_rules.profile import Fact
from backfat_rules.wording import Reader

_MODIFY = GATES["modify"].rank


@dataclass
class _Use:
    """What an answer could help to decide.

    Attributes:
        gate: the strictest gate that hangs on it; 0 for none.
        rank: the strictest gate that it could set with no other answer.
        weight: the impact of all the advice that hangs on it, shared with other open questions.
        title: what it decides first of all.
        impact: how much that matters.
    """

    gate: int = 0
    rank: int = 0
    weight: float = 0.0
    title: str = ""
    impact: float = -1.0

    def add(
        self, entry: Screening | RecommendationRule, gate: int, rank: int, share: float
    ) -> None:
        """Count one more entry that the answer could decide, together with others."""
        impact = 1.0 if isinstance(entry, Screening) else entry.impact
        if (gate, impact) > (self.gate, self.impact):
            self.title = entry.title
            self.gate, self.impact = gate, impact
        self.rank = max(self.rank, rank)
        self.weight += impact * share


def open_questions(
    telling: Telling,
    *,
    skip: Collection[str] = (),
    settled: Collection[str] = (),
    limit: int | None = None,
) -> tuple[Question, ...]:
    """Every unanswered fact that could change the plan, the most useful question first.

    Safety comes first, by the strictest gate that the answer could set by itself; then what it is
    expected to settle, weighted by how much that matters. What is dangerous only together with
    something else (raised blood pressure in a pregnancy) is asked once the other half is known.

    Args:
        telling: what is known, and who is asked.
        skip: facts not to ask for, because the person does not know them.
        settled: ids of advice that no answer can change any more.
        limit: how many to return; all if None.
        units: the units that questions ask for.
    """
    derivation, knowledge = telling.derivation, telling.knowledge
    uses: dict[str, _Use] = {}
    missing = _MissingFacts(derivation, knowledge)
    silent = not_asked(derivation, knowledge).union(skip)
    for entry in _asking(knowledge):
        if entry.id in settled or derivation.truth(entry.id) is not None:
            continue
        facts = missing.that_decide(entry.when.tree)
        if facts <= silent:
            continue
        gate = GATES[entry.gate].rank if isinstance(entry, Screening) else 0
        by_itself = gate <= _MODIFY or missing.one_answer_decides(entry.when.tree)
        for fact in facts - silent:
            use = uses.setdefault(fact, _Use())
            use.add(entry, gate, gate if by_itself else _MODIFY, 1 / len(facts))
    ranked = sorted(uses, key=lambda fact: (-uses[fact].rank, -round(uses[fact].weight, 9), fact))
    chosen = ((knowledge.facts[fact], uses[fact]) for fact in ranked[:limit])
    return tuple(_question(fact, use, telling.reader) for fact, use in chosen)


def not_asked(derivation: Derivation, knowledge: KnowledgeBase) -> frozenset[str]:
    """Facts that would only puzzle this person, as far as is known."""
    return frozenset(
        fact
        for each in knowledge.policy.not_asked
        if evaluate(each.when.tree, derivation.known) is True
        for fact in each.facts
    )


def _asking(knowledge: KnowledgeBase) -> Iterator[Screening | RecommendationRule]:
    """What an answer could decide; a contradiction is never a reason to ask."""
    yield from (rule for rule in knowledge.screening.values() if GATES[rule.gate].asked_for)
    yield from knowledge.recommendations.values()


def _question(fact: Fact, use: _Use, reader: Reader) -> Question:
    if use.gate:
        why = reader.say("ask-for-safety", title=use.title)
    else:
        why = reader.say("ask-for-advice", title=reader.inside(use.title))
    text = reader.question(fact.name)
    return Question(fact=fact.name, text=text, unit=fact.unit, choices=fact.words, why=why)


class _MissingFacts:
    """Finds the unanswered facts on which an unknown condition hangs."""

    def __init__(self, derivation: Derivation, knowledge: KnowledgeBase) -> None:
        self.known: Facts = derivation.known
        self.knowledge = knowledge
        self.found: dict[str, frozenset[str]] = {}

    def that_decide(self, condition: Expression) -> frozenset[str]:
        """The unanswered facts in the parts that leave a condition unknown."""
        value, parts = decide(condition, self.known)
        if value is not None:
            return frozenset()
        names = {name for part in parts for name in names_in(part.leaf)}
        return frozenset().union(*(self.behind(name) for name in names))

    def one_answer_decides(self, condition: Expression) -> bool:
        """Whether a single answer could make a condition true: no other part of it is open."""
        if not isinstance(condition, AllOf):
            return True
        waiting = [each for each in condition.operands if evaluate(each, self.known) is None]
        return len(waiting) <= 1 or len({self.that_decide(each) for each in waiting}) == 1

    def behind(self, name: str) -> frozenset[str]:
        """The unanswered facts that keep a name unknown."""
        if name not in self.found:
            self.found[name] = frozenset(self._search(name))
        return self.found[name]

    def _search(self, name: str) -> Iterator[str]:
        if is_exact(self.known.get(name)):
            return
        if name in self.knowledge.values:
            for each in names_in(self.knowledge.values[name].formula):
                yield from self.behind(each)
        elif name in self.knowledge.findings:
            for rule in self.knowledge.findings[name].rules:
                yield from self.that_decide(rule.when.tree)
        else:
            yield name
