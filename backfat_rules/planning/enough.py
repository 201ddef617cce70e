"""Whether the answers that are missing would change what comes first: tried on invented ones.

Exact reasoning tells what *can* change; this tells what is *likely* to. The missing answers are
filled in a few times, drawn from how common answers are, always the same for the same answers.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from random import Random

from backfat_rules.decision import Outcome
from backfat_rules.decision.definition import decide
from backfat_rules.inference import Derivation
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.gates import GATES, GateName, strictest
from backfat_rules.knowledge.usual import Enough, UsualAnswer
from backfat_rules.language import Facts, Range, Value, is_exact
from backfat_rules.planning.places import barred
from backfat_rules.planning.questions import not_asked
from backfat_rules.planning.reasoner import Reasoner
from backfat_rules.planning.telling import Telling
from backfat_rules.profile import Fact
from backfat_rules.profile.json_facts import as_json


def stays(telling: Telling, reasoner: Reasoner, not_known: Collection[str]) -> bool:
    """Whether the gate and the first advice stay in nearly all completions.

    Args:
        telling: what is known.
        reasoner: derives what follows from the completions.
        not_known: facts that will stay unknown.
    """
    enough = telling.knowledge.policy.enough
    if enough is None:
        return False
    completions = Completions(telling, reasoner, not_known, enough)
    wanted = enough.share * enough.completions
    stayed, left = 0, enough.completions
    while stayed + left >= wanted and left:
        left -= 1
        stayed += completions.next_stays()
    return stayed >= wanted


class Completions:
    """Ways to answer the rest, one after the other."""

    def __init__(
        self, telling: Telling, reasoner: Reasoner, not_known: Collection[str], enough: Enough
    ) -> None:
        self._telling, self._reasoner, self._enough = telling, reasoner, enough
        silent = not_asked(telling) | barred(telling) | {*not_known}
        known = telling.derivation.facts
        knowledge = telling.knowledge
        self._missing = [
            (knowledge.facts[name], usual)
            for name, usual in knowledge.usual_answers.items()
            if name not in silent and not is_exact(known.get(name))
        ]
        self._random = Random(_seed(known))
        self._doubts = _doubts(telling.derivation, knowledge)

    def next_stays(self) -> bool:
        """Whether the next completion has the same gate, and the same advice to begin with."""
        outcome = self._next()
        now, then = self._telling.outcome, outcome
        leading = self._enough.leading
        first = [each.id for each in now.given[:leading]]
        last = {each.id for each in then.given[:leading]}
        if safe_gate(now) != safe_gate(then):
            return False
        if not first:
            return not last
        return first[0] in last and len(last.intersection(first)) >= min(
            self._enough.staying, len(first)
        )

    def _next(self) -> Outcome:
        """The decision on a completion that contradicts itself no more than what is told does."""
        for _ in range(self._enough.draws):
            derivation = self._reasoner.derive(self._drawn())
            if _doubts(derivation, self._telling.knowledge) <= self._doubts:
                break
        return decide(derivation, self._telling.book)

    def _drawn(self) -> dict[str, Value]:
        told = dict(self._telling.derivation.facts)
        for fact, usual in self._missing:
            value = _drawn(fact, usual, told.get(fact.name), self._random)
            if value is not None:
                told[fact.name] = value
        return told


def safe_gate(outcome: Outcome) -> GateName:
    """The gate for safety alone: neither for contradictions nor for few answers."""
    gates = (each.rule.gate for each in outcome.screened.setting)
    return strictest(gate for gate in gates if GATES[gate].asked_for)


def _doubts(derivation: Derivation, knowledge: KnowledgeBase) -> frozenset[str]:
    """The contradictions that were found."""
    rules = knowledge.screening
    return frozenset(
        id for id in derivation.fired & rules.keys() if not GATES[rules[id].gate].asked_for
    )


def _seed(known: Facts) -> str:
    """The same for the same answers, in whatever order they were told."""
    return json.dumps({name: as_json(known[name]) for name in sorted(known)}, sort_keys=True)


def _drawn(fact: Fact, usual: UsualAnswer, told: Value, random: Random) -> Value:
    """One answer, by how common it is."""
    if usual.numbers is not None:
        return _number(fact, usual.numbers, told, random)
    if usual.share is not None:
        return random.random() < usual.share
    words = usual.words or {}
    if fact.type.kind == "set":
        return frozenset(word for word, share in words.items() if random.random() < share)
    return random.choices(list(words), list(words.values()))[0]


def _number(fact: Fact, numbers: tuple[float, ...], told: Value, random: Random) -> Value:
    """A common number in the range that was told; the nearest one where there is none."""
    if not isinstance(told, Range):
        number = random.choice(numbers)
        return int(number) if fact.whole else number
    inside = [each for each in numbers if told.contains(each)]
    number = random.choice(inside) if inside else told.clamped(random.choice(numbers))
    return round(number) if fact.whole else number
