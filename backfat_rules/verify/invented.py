"""Invented people for each law, who meet its condition; the same ones each time.

Random people never meet nine facts at once, nor are they given much that could be forbidden. So
half of them begin as a whole person of the scenarios, the condition is taken in each way in which
it can be true, that way is told, and where more is needed the exact search completes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from random import Random

from backfat_rules.exact.problem import Problem
from backfat_rules.exact.search import find
from backfat_rules.exact.worth import TRUE
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Finding
from backfat_rules.knowledge.ways import Way, Ways
from backfat_rules.language import Facts, Range, Value, parse
from backfat_rules.language.tree import AnyOf, Compare, Holds, Name, Word
from backfat_rules.planning.told import checked_facts
from backfat_rules.profile import Fact

TALKATIVE = (0.15, 0.4, 0.8)
"""How much of everything a person tells, from few facts to most."""

TROUBLED = 0.1
"""How often an answer about health is not the harmless one."""

UNLIMITED = 100.0
"""What stands in for the limit of a number that has none."""

_read = lru_cache(maxsize=4096)(parse)
"""The leaf that a name in a way stands for; the same few names come again for each person."""


@dataclass(frozen=True)
class Invented:
    """Those who can be made for one condition.

    Attributes:
        ways: what is known in each way in which the condition is true.
        problem: the condition, ready for the exact search; None for everybody.
        untold: what they do not tell.
    """

    knowledge: KnowledgeBase
    ways: tuple[Way, ...]
    problem: Problem | None
    untold: Set[str]

    def made(self, seed: str) -> Iterator[Facts]:
        """One person after another, without end; a few may not meet the condition."""
        random = Random(seed)
        while True:
            yield self._one(random)

    def _one(self, random: Random) -> Facts:
        told = self._anybody(random)
        way = random.choice(self.ways)
        fixed = self._told(way, random)
        told |= fixed
        if self.problem is not None and self.problem.value(told) is not True:
            told = self._completed(told, fixed)
        return {name: value for name, value in told.items() if name not in self.untold}

    def _completed(self, told: dict[str, Value], fixed: Mapping[str, Value]) -> dict[str, Value]:
        """The person, with what the condition rests on changed as the exact search found it."""
        assert self.problem is not None
        under = {*self.problem.facts}
        free = {name for name in under if name not in self.untold}
        for keep in (fixed, {}):
            rest = {name: value for name, value in told.items() if name not in under}
            found = find(self.problem, {**rest, **keep}, TRUE, free).completion
            if found is not None:
                return {**found}
        return told

    def _anybody(self, random: Random) -> dict[str, Value]:
        whole = self.knowledge.once(whole_people)
        if whole and random.random() < 0.5:
            return dict(random.choice(whole))
        share = random.choice(TALKATIVE)
        facts = self.knowledge.facts.values()
        return {each.name: self._answer(each, random) for each in facts if random.random() < share}

    def _answer(self, fact: Fact, random: Random) -> Value:
        harmless = fact.area == "health" and random.random() > TROUBLED
        match fact.type.kind:
            case "truth":
                return False if harmless else random.random() < 0.5
            case "set":
                words = self._words(fact)
                several = random.sample(words, min(len(words), random.choice((0, 1, 1, 2, 3))))
                return frozenset() if harmless else frozenset(several)
            case "choice":
                return random.choice(self._words(fact))
        low = fact.low or 0.0
        return _number(fact, low, low + UNLIMITED if fact.high is None else fact.high, random)

    def _words(self, fact: Fact) -> list[str]:
        if fact.ids_of:
            return sorted(getattr(self.knowledge, fact.ids_of))
        return sorted(fact.words)

    def _told(self, way: Way, random: Random) -> dict[str, Value]:
        """The facts of a way; what it says of values and findings is left to the search."""
        told: dict[str, Value] = {}
        for name, value in way.items():
            fact = self.knowledge.facts.get(name)
            if fact is not None:
                told[name] = _within(fact, value, random) if isinstance(value, Range) else value
                continue
            match _read(name):
                case Holds(word, Name(of)) if of in self.knowledge.facts:
                    held = told.get(of, frozenset())
                    assert isinstance(held, frozenset)
                    told[of] = held | {word} if value else held - {word}
                case Compare("==", Name(of), Word(word)) if value is True:
                    told[of] = word
        return told


def whole_people(knowledge: KnowledgeBase) -> tuple[Facts, ...]:
    """What the people of the scenarios told."""
    return tuple(checked_facts(each.facts, knowledge) for each in knowledge.scenarios.values())


def ways_in(knowledge: KnowledgeBase) -> Ways:
    """The ways of the conditions of a knowledge base; kept with it."""
    findings = sorted(knowledge.findings.values(), key=lambda each: knowledge.strata[each.id])
    types = {name: fact.type for name, fact in knowledge.facts.items()}
    return Ways(types, {each.id: _condition(each) for each in findings})


def _condition(finding: Finding) -> AnyOf:
    return AnyOf(tuple(rule.when.tree for rule in finding.rules))


def _within(fact: Fact, value: Range, random: Random) -> float:
    low = max(value.lowest, fact.low if fact.low is not None else value.lowest)
    high = min(value.highest, fact.high if fact.high is not None else low + UNLIMITED)
    return _number(fact, low, high, random)


def _number(fact: Fact, low: float, high: float, random: Random) -> float:
    """A number of the range, often one of its ends: rules change at their limits."""
    ends = random.random()
    number = low if ends < 0.15 else high if ends > 0.85 else random.uniform(low, high)
    if not fact.whole:
        return number
    whole = round(number)
    return whole + (whole < low) - (whole > high)
