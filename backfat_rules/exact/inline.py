"""A condition down to its facts: findings and values replaced by what they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from backfat_rules.inference import Program
from backfat_rules.language import Expression
from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    IfElse,
    Name,
    Not,
)


class Inliner:
    """Conditions of one program over facts alone; each name is replaced once and shared.

    A finding is the ``or`` of its rules and a value is its formula, which is what the engines
    compute layer by layer, so that evaluating the result gives what they conclude.
    """

    def __init__(self, program: Program) -> None:
        self._defined: dict[str, Expression] = {}
        for layer in program.layers:
            for name in layer:
                self._defined[name] = self.of(_definition(program, name))
        for id, production in program.advice.items():
            self._defined.setdefault(id, self.of(production.condition))

    def __getitem__(self, id: str) -> Expression:
        """The condition of a finding or advice, or the formula of a value, over facts.

        Raises:
            KeyError: the program has nothing of this id.
        """
        return self._defined[id]

    def of(self, expression: Expression) -> Expression:
        """Any expression over facts, values, findings and advice, over facts alone."""
        return inlined(expression, self._defined)


def _definition(program: Program, name: str) -> Expression:
    if name in program.calculations:
        return program.calculations[name].formula
    conditions = tuple(each.condition for each in program.findings[name])
    return conditions[0] if len(conditions) == 1 else AnyOf(conditions)


def inlined(expression: Expression, defined: Mapping[str, Expression]) -> Expression:
    """The expression with every defined name replaced; parts without one stay the same object."""
    match expression:
        case Name(name):
            return defined.get(name, expression)
        case Not(operand):
            return replace(expression, operand=inlined(operand, defined))
        case AllOf(operands) | AnyOf(operands):
            return replace(expression, operands=tuple(inlined(e, defined) for e in operands))
        case Compare(_, left, right) | Arithmetic(_, left, right):
            return replace(expression, left=inlined(left, defined), right=inlined(right, defined))
        case Call(_, arguments):
            return replace(expression, arguments=tuple(inlined(e, defined) for e in arguments))
        case IfElse(condition, then, otherwise):
            return IfElse(
                inlined(condition, defined), inlined(then, defined), inlined(otherwise, defined)
            )
    return expression
