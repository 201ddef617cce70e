"""The experta engine: conditions as experta rules, facts declared, findings declared by firing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Literal

from backfat_rules.inference.compiled import CompiledProgram
from backfat_rules.inference.derivation import Derivation
from backfat_rules.inference.experta_fence import (
    Agenda,
    FactList,
    InitialFact,
    KnowledgeEngine,
    Rule,
    unlogged,
)
from backfat_rules.inference.experta_matcher import IndexedMatcher, LowestFirst, RuleIndex
from backfat_rules.inference.experta_rules import Known, Step, pattern_of, steps_of
from backfat_rules.inference.experta_tests import outcomes_of, tests_of
from backfat_rules.inference.program import Program
from backfat_rules.language import Facts, Value

MatcherName = Literal["indexed", "rete"]


class ExpertaEngine:
    """Runs a program on experta: working memory, agenda, firing and refraction are experta's.

    An experta engine holds the working memory of one person, so each thread has its own and resets
    it for each person. All of them share the rules.

    Args:
        program: what to run.
        matcher: ``indexed`` is ours; ``rete`` is experta's own network, slower with every rule,
            kept as the oracle that ours is tested against.
    """

    def __init__(self, program: Program, matcher: MatcherName = "indexed") -> None:
        self._program = program
        self._rules = CompiledProgram(program)
        self._matcher: MatcherName = matcher
        self._local = threading.local()

    def derive(self, facts: Facts) -> Derivation:
        """Everything that follows from the facts; none of them reaches a log."""
        told = {name: value for name, value in facts.items() if value is not None}
        with unlogged():
            session = getattr(self._local, "session", None)
            if session is None:
                session = self._local.session = self.new_session()
            known, fired = session.infer(told)
        return Derivation.record(self._rules, told, known, fired)

    def new_session(self) -> _Session:
        """An experta engine of our rules with a working memory of its own."""
        if self._matcher == "indexed":
            return _IndexedSession(self._index)
        return _ReteSession(list(steps_of(self._program)))

    @cached_property
    def _index(self) -> RuleIndex:
        return index_of(self._program)

    def __reduce__(self) -> tuple[type[ExpertaEngine], tuple[Program, MatcherName]]:
        return type(self), (self._program, self._matcher)


def index_of(program: Program) -> RuleIndex:
    """The rules of a program for our matcher."""
    steps = list(steps_of(program))
    rules = list(map(_StepRule.of, steps, outcomes_of(steps)))
    return RuleIndex.of(rules, tests_of(steps), (step.names for step in steps))


class _StepRule(Rule):  # type: ignore[misc]  # experta carries no types
    """The right-hand side of a step; our matcher knows its condition."""

    __name__ = "step"  # for experta's watchers

    fires: str
    name: str
    outcome: Callable[[Facts], Value]

    @classmethod
    def of(cls, step: Step, outcome: Callable[[Facts], Value]) -> _StepRule:
        """The rule of a step."""
        rule: _StepRule = cls()
        rule.fires, rule.name, rule.outcome = step.fires, step.name, outcome
        return rule

    def __call__(self, session: _Session) -> None:
        """Fire: note the production, and put down what follows."""
        if self.fires:
            session.fired.add(self.fires)
        if self.name and self.name not in session.known:
            value = self.outcome(session.known)
            if value is not None:
                session.known[self.name] = value
                # ``declare`` would first look for conditional elements, and the language has none
                session.facts.declare(Known(name=self.name, value=value))


class _Session(KnowledgeEngine):  # type: ignore[misc]  # experta carries no types
    """One thread's experta engine."""

    def infer(self, facts: Facts) -> tuple[Mapping[str, Value], set[str]]:
        """Declare the facts, run to the end; what is known then, and the ids of what fired."""
        self.reset()
        self.known: dict[str, Value] = dict(facts)
        self.fired: set[str] = set()
        for name in facts:
            self.facts.declare(Known(name=name, value=facts[name]))
        self.run()
        return self.known, self.fired


class _KnownFacts(FactList):  # type: ignore[misc]  # experta carries no types
    """experta's working memory, where a name is known once and tells facts apart."""

    def declare(self, fact: Any) -> Any:
        """As experta does it, but for its checks of fields and its log."""
        name = fact.get("name")
        index: int = self.last_index
        if name in self.reference_counter:
            return None
        dict.__setitem__(fact, "__factid__", index)
        self[index] = fact
        self.last_index += 1
        self.reference_counter[name] = 1
        self.added.append(fact)
        return fact

    @staticmethod
    def _get_fact_id(fact: Any) -> Any:
        return fact.get("name")


class _IndexedSession(_Session):
    __matcher__ = IndexedMatcher
    __strategy__ = LowestFirst

    def __init__(self, index: RuleIndex) -> None:
        self.index = index
        super().__init__()

    def get_rules(self) -> Sequence[Any]:
        """The rules, which all threads share."""
        return [each.rule for each in self.index.activations]

    def reset(self, **_: Any) -> None:
        """A new working memory, without experta's search through all members of the class."""
        self.agenda = Agenda()
        self.facts = _KnownFacts()
        self.matcher.reset()
        self.running = False
        self.facts.declare(InitialFact())


class _ReteSession(_Session):
    """experta as it is: its Rete network, its strategy, its reset.

    Rules are kept on the instance. experta would find them on the class and mark those shared
    objects with the engine that looked last, which is wrong as soon as two threads have one each.
    """

    def __init__(self, steps: Sequence[Step]) -> None:
        rules = map(_StepRule.of, steps, outcomes_of(steps))
        self._own_rules = [
            Rule(pattern_of(step))(_plain(rule)) for step, rule in zip(steps, rules, strict=True)
        ]
        super().__init__()

    def get_rules(self) -> Sequence[Any]:
        """The rules of this thread."""
        return self._own_rules


def _plain(rule: _StepRule) -> Callable[[_Session], None]:
    """The rule as a plain function: experta copies the attributes of what it wraps.

    Rete may match a rule in several ways and fire it for each, which adds nothing the second time.
    Its id does not tell whether it has fired: a finding's rule and advice may have the same.
    """

    def fire(session: _Session) -> None:
        rule(session)

    return fire
