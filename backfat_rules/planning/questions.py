"""What is still worth asking: unanswered facts that could change the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Recommendation, Screening
from backfat_rules.language import Expression, Facts, deciding_parts, evaluate, names_in
from backfat_rules.planning.plan import Question
from backfat_rules.planning.screening import GATES
from backfat_rules.profile import Fact


@dataclass(frozen=True, slots=True, order=True)
class _Use:
    """What an answer could decide; the greatest use of a fact is why it is asked."""

    gate: int
    impact: float
    title: str


def questions_for(derivation: Derivation, knowledge: KnowledgeBase) -> tuple[Question, ...]:
    """The unanswered facts that could change the plan: safety first, then by what they decide."""
    uses: dict[str, _Use] = {}
    counts: dict[str, int] = {}
    missing = _MissingFacts(derivation, knowledge)
    asking: list[Screening | Recommendation] = [
        *knowledge.screening.values(),
        *knowledge.recommendations.values(),
    ]
    for entry in asking:
        for fact in missing.that_decide(entry.when.tree):
            use = _use(entry)
            uses[fact] = max(use, uses.get(fact, use))
            counts[fact] = counts.get(fact, 0) + 1
    ranked = sorted(
        uses, key=lambda fact: (-uses[fact].gate, -uses[fact].impact, -counts[fact], fact)
    )
    shown = ranked[: knowledge.policy.questions_shown]
    return tuple(_question(knowledge.facts[fact], uses[fact]) for fact in shown)


def _use(entry: Screening | Recommendation) -> _Use:
    if isinstance(entry, Screening):
        return _Use(GATES.index(entry.gate), 1.0, entry.title)
    return _Use(0, entry.impact, entry.title)


def _question(fact: Fact, use: _Use) -> Question:
    if use.gate:
        why = f"It helps to keep the plan safe: {use.title}."
    else:
        why = f"Your answer decides whether this is for you: {use.title.lower()}."
    words = sorted(fact.type.values) if fact.type.values is not None else []
    choices = fact.words or tuple(words)
    return Question(fact=fact.name, text=fact.question, unit=fact.unit, choices=choices, why=why)


class _MissingFacts:
    """Finds the unanswered facts on which an unknown condition hangs."""

    def __init__(self, derivation: Derivation, knowledge: KnowledgeBase) -> None:
        self.known: Facts = derivation.known
        self.knowledge = knowledge
        self.found: dict[str, frozenset[str]] = {}

    def that_decide(self, condition: Expression) -> frozenset[str]:
        """The unanswered facts in the parts that leave a condition unknown."""
        if evaluate(condition, self.known) is not None:
            return frozenset()
        parts = deciding_parts(condition, self.known)
        names = {name for part in parts for name in names_in(part.leaf)}
        return frozenset().union(*(self.behind(name) for name in names))

    def behind(self, name: str) -> frozenset[str]:
        """The unanswered facts that keep a name unknown."""
        if name not in self.found:
            self.found[name] = frozenset(self._search(name))
        return self.found[name]

    def _search(self, name: str) -> Iterator[str]:
        if name in self.known:
            return
        if name in self.knowledge.values:
            for each in names_in(self.knowledge.values[name].value.tree):
                yield from self.behind(each)
        elif name in self.knowledge.findings:
            for rule in self.knowledge.findings[name].rules:
                yield from self.that_decide(rule.when.tree)
        else:
            yield name
