"""One condition, ready for exact questions: where it stands in a circuit, and what defines it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from backfat_rules.exact.circuit import Circuit, fact_and_word
from backfat_rules.exact.worth import NOT_TRUE
from backfat_rules.language import Expression, Facts, Value, evaluate
from backfat_rules.language.tree import Compare, Name, Number

Outlook = Literal["certain", "possible", "ruled_out"]
"""What is known of a condition while facts are missing."""


@dataclass(frozen=True)
class Problem:
    """A condition over facts, values, findings and advice.

    Attributes:
        condition: the condition itself.
        definitions: what the names in it stand for, each after those that it needs itself.
        circuit: where the condition stands.
        root: its place there.
        avoided: what must not be true besides, by its place; it may be unknown.
        avoided_definitions: what the names in it stand for, in the same order.
        memory: outlooks that were worked out, by all that they depend on.
    """

    condition: Expression
    definitions: tuple[tuple[str, Expression], ...]
    circuit: Circuit
    root: int
    avoided: Mapping[int, Expression] = field(default_factory=dict, hash=False)
    avoided_definitions: tuple[tuple[str, Expression], ...] = ()
    memory: dict[object, Outlook] = field(default_factory=dict, compare=False, repr=False)

    def value(self, facts: Facts) -> Value:
        """What the condition is worth, by the definition of the language."""
        return evaluate(self.condition, _with_names(facts, self.definitions))

    def is_avoided(self, facts: Facts, places: Iterable[int]) -> bool:
        """Whether something at some places that is to be avoided is true, by the same definition.

        What a number leaves open that is known only as a range is unknown, and so not true.
        """
        known = _with_names(facts, self.avoided_definitions)
        return any(evaluate(self.avoided[at], known) is True for at in places)

    def wanted(self, goal: int) -> Mapping[int, int]:
        """What has to hold where, in bits of ``worth``, for the condition to be worth ``goal``."""
        return {**dict.fromkeys(self.avoided, NOT_TRUE), self.root: goal}

    @cached_property
    def own_cone(self) -> frozenset[int]:
        """The places of the condition and of everything that it rests on."""
        return self.circuit.below([self.root])

    @cached_property
    def cone(self) -> frozenset[int]:
        """The same, and those of what is avoided."""
        return self.circuit.below([self.root, *self.avoided])

    @cached_property
    def places(self) -> tuple[int, ...]:
        """The places of the cone in order, operands first."""
        return tuple(sorted(self.cone))

    @cached_property
    def facts(self) -> tuple[str, ...]:
        """The facts that the condition depends on."""
        return facts_at(self.circuit, sorted(self.own_cone))

    @cached_property
    def all_facts(self) -> tuple[str, ...]:
        """The same, and those of what is avoided."""
        return facts_at(self.circuit, self.places)

    @cached_property
    def limits(self) -> Mapping[str, tuple[float, ...]]:
        """For each fact that is a number the numbers that it is compared with, ascending."""
        found: dict[str, set[float]] = {}
        for at in self.own_cone:
            match self.circuit.parts[at]:
                case Compare(_, Name(name), Number(limit)):
                    found.setdefault(name, set()).add(float(limit))
        return {name: tuple(sorted(limits)) for name, limits in found.items()}

    @cached_property
    def mixed(self) -> frozenset[str]:
        """The facts that stand in terms of several parts that are compared with a number."""
        operands = self.circuit.operands
        terms = [
            operands[at][0]
            for at in self.own_cone
            if isinstance(self.circuit.parts[at], Compare) and operands[operands[at][0]]
        ]
        return frozenset(facts_at(self.circuit, self.circuit.below(terms)))


def _with_names(facts: Facts, definitions: Iterable[tuple[str, Expression]]) -> Facts:
    """The facts, and what names are worth that rest on them."""
    known: dict[str, Value] = dict(facts)
    for name, definition in definitions:
        known[name] = evaluate(definition, known)
    return known


def facts_at(circuit: Circuit, places: Iterable[int]) -> tuple[str, ...]:
    """The facts that are asked at some places of a circuit, each once."""
    asked = (fact_and_word(circuit.parts[at]) for at in places if not circuit.operands[at])
    return tuple(dict.fromkeys(each[0] for each in asked if each is not None))
