"""The conditions of one program, ready for exact questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Self

from backfat_rules.exact.circuit import Circuit
from backfat_rules.exact.named_words import are_known
from backfat_rules.exact.problem import Problem
from backfat_rules.inference import Program
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language import Expression, names_in
from backfat_rules.language.tree import AnyOf, Name
from backfat_rules.profile import Fact

Target = str | Expression
"""The id of a finding or advice, or any condition over facts, values, findings and advice.

A condition names advice by its id, as in ``AllOf((Name("sleep-longer"), Not(Name("pregnancy"))))``.
"""


class Problems:
    """What the exact questions to one program share: its circuit, and its conditions by id.

    Those of a knowledge base are made once and kept with it: ``knowledge.once(Problems.of)``.

    Args:
        program: the rules.
        facts: every fact, with its range, words, step, and whether it is changeable.
    """

    def __init__(self, program: Program, facts: Mapping[str, Fact]) -> None:
        self.program = program
        self.facts = facts
        self.circuit = Circuit.of(program, facts)
        self._defined = dict(_definitions(program))
        self._order = {name: at for at, name in enumerate(self._defined)}
        self._problems: dict[str, Problem] = {}

    @classmethod
    def of(cls, knowledge: KnowledgeBase) -> Self:
        """The conditions of a knowledge base."""
        return cls(knowledge.once(Program.of), knowledge.facts)

    def __getitem__(self, target: Target) -> Problem:
        """A target, ready for the search; conditions are not kept.

        Raises:
            KeyError: the program has no finding or advice of this id.
        """
        if not isinstance(target, str):
            return self.together([target])[0]
        found = self._problems.get(target)
        if found is None:
            found = self._problem(Name(target), self.circuit, self.circuit.place[target])
            self._problems[target] = found
        return found

    def together(
        self, conditions: Iterable[Expression], avoided: Iterable[str] = ()
    ) -> tuple[Problem, ...]:
        """Several conditions as problems in one circuit.

        Args:
            conditions: the conditions.
            avoided: ids of findings and advice that must not be true besides.
        """
        asked = tuple(conditions)
        if all(are_known(each, self.circuit.words) for each in asked):
            circuit = self.circuit.extended()
        else:
            circuit = Circuit.of(self.program, self.facts, asked)
        unwanted = {circuit.place[each]: Name(each) for each in avoided}
        behind = self._definitions_in(unwanted.values())
        return tuple(
            replace(
                self._problem(each, circuit, circuit.add(each)),
                avoided=unwanted,
                avoided_definitions=behind,
            )
            for each in asked
        )

    def _problem(self, condition: Expression, circuit: Circuit, root: int) -> Problem:
        return Problem(condition, self._definitions_in([condition]), circuit, root)

    def _definitions_in(
        self, conditions: Iterable[Expression]
    ) -> tuple[tuple[str, Expression], ...]:
        """What the names in conditions stand for, each after those that it needs itself."""
        waiting = [name for each in conditions for name in names_in(each)]
        needed = set[str]()
        while waiting:
            name = waiting.pop()
            if name in self._defined and name not in needed:
                needed.add(name)
                waiting += names_in(self._defined[name])
        order = sorted(needed, key=self._order.__getitem__)
        return tuple((name, self._defined[name]) for name in order)

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all findings and advice."""
        return (*self.program.findings, *self.program.advice)


def _definitions(program: Program) -> Iterator[tuple[str, Expression]]:
    """What each name stands for, after those that it needs itself."""
    for name in (name for layer in program.layers for name in layer):
        if name in program.calculations:
            yield name, program.calculations[name].formula
        else:
            yield name, AnyOf(tuple(each.condition for each in program.findings[name]))
    for id, production in program.advice.items():
        if id not in program.stratum:
            yield id, production.condition
