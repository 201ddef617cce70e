"""The experta engine: conditions as experta rules, facts declared, findings declared by firing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any, Literal

from backfat_rules.inference.compiled import CompiledProgram
from backfat_rules.inference.derivation import Derivation
from backfat_rules.inference.experta_fence import (
    Agenda,
    FactList,
    InitialFact,
    KnowledgeEngine,
    Rule,
)
from backfat_rules.inference.experta_matcher import IndexedMatcher, LowestFirst
from backfat_rules.inference.experta_rules import Known, Step, pattern_of, steps_of
from backfat_rules.inference.program import Program
from backfat_rules.language import Facts, Value

MatcherName = Literal["indexed", "rete"]


class ExpertaEngine:
    """Runs a program on experta: working memory, agenda, firing and refraction are experta's.

    An experta engine holds the working memory of one person and is costly to build, so each thread
    builds its own once and resets it for each person.

    Args:
        program: what to run.
        matcher: ``indexed`` is ours; ``rete`` is experta's own network, slower with every rule,
            kept as the oracle that ours is tested against.
    """

    def __init__(self, program: Program, matcher: MatcherName = "indexed") -> None:
        self._program = program
        self._rules = CompiledProgram(program)
        self._session = _IndexedSession if matcher == "indexed" else _ReteSession
        self._local = threading.local()

    def derive(self, facts: Facts) -> Derivation:
        """Everything that follows from the facts."""
        session = getattr(self._local, "session", None)
        if session is None:
            session = self._local.session = self._session(self._program)
        told = {name: value for name, value in facts.items() if value is not None}
        derived, fired = session.infer(told)
        return Derivation.record(self._rules, told, {**told, **derived}, fired)

    def __reduce__(self) -> tuple[type[ExpertaEngine], tuple[Program, MatcherName]]:
        matcher: MatcherName = "indexed" if self._session is _IndexedSession else "rete"
        return type(self), (self._program, matcher)


class _Session(KnowledgeEngine):  # type: ignore[misc]  # experta carries no types
    """One thread's experta engine.

    Rules are kept on the instance. experta would find them on the class and mark those shared
    objects with the engine that looked last, which is wrong as soon as two threads have one each.
    """

    def __init__(self, program: Program) -> None:
        self.entries = [
            (step, Rule(pattern_of(step))(_firing_of(step))) for step in steps_of(program)
        ]
        super().__init__()

    def get_rules(self) -> list[Any]:
        """The rules, for experta's matchers."""
        return [rule for _, rule in self.entries]

    def infer(self, facts: Facts) -> tuple[Mapping[str, Value], list[str]]:
        """Declare the facts, run to the end; the derived values and findings, and what fired."""
        self.reset()
        self.known: dict[str, Value] = dict(facts)
        self.fired: dict[str, None] = {}
        for name in facts:
            self.facts.declare(Known(name=name, value=facts[name]))
        self.run()
        derived = {name: value for name, value in self.known.items() if name not in facts}
        return derived, list(self.fired)

    def conclude(self, name: str, value: Value) -> None:
        """Put a derived value or finding into the working memory, once.

        Straight into the fact list: ``declare`` would first look for conditional elements in each
        value, and the language knows none.
        """
        if value is not None and name not in self.known:
            self.known[name] = value
            self.facts.declare(Known(name=name, value=value))


class _KnownFacts(FactList):  # type: ignore[misc]  # experta carries no types
    """experta's working memory, where a name is known once and tells facts apart."""

    @staticmethod
    def _get_fact_id(fact: Any) -> Any:
        return fact.get("name")


class _IndexedSession(_Session):
    __matcher__ = IndexedMatcher
    __strategy__ = LowestFirst

    def reset(self, **_: Any) -> None:
        """A new working memory, without experta's search through all members of the class."""
        self.agenda = Agenda()
        self.facts = _KnownFacts()
        self.matcher.reset()
        self.running = False
        self.facts.declare(InitialFact())


class _ReteSession(_Session):
    """experta as it is: its Rete network, its strategy, its reset."""


def _firing_of(step: Step) -> Callable[[_Session], None]:
    """The right-hand side of a rule."""

    def fire(session: _Session) -> None:
        if step.fires:
            session.fired[step.fires] = None
        if step.name:
            session.conclude(step.name, step.worth(session.known))

    return fire
