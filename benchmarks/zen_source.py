"""Rules written out in zen-engine's expression language, one list of results for each layer.

A comparison with null is an error there, so that every leaf first checks that what it needs is
known.
"""

from __future__ import annotations

from backfat_rules.inference import Program
from backfat_rules.language import Expression, names_in
from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Holds,
    Name,
    Not,
    Number,
    OneOf,
    Word,
)
from benchmarks.clauses import Clause, clauses_of

OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!="}


def zen_layers(program: Program) -> list[list[Clause]]:
    """The clauses layer by layer: none rests on another of its own layer."""
    layers: list[list[Clause]] = [[] for _ in range(len(program.layers) + 1)]
    for clause in clauses_of(program):
        layers[program.stratum.get(clause.name, len(layers)) - 1].append(clause)
    return [layer for layer in layers if layer]


def zen_source(layer: list[Clause]) -> str:
    """An expression whose result lists the worth of each clause, null where it says nothing."""
    return f"[{', '.join(map(_worth, layer))}]"


def _worth(clause: Clause) -> str:
    tests = [f"{name} != null" for name in clause.inputs]
    tests += [] if clause.condition is None else [_test(clause.condition)]
    outcome = clause.outcome
    worth = str(outcome).lower() if isinstance(outcome, bool) else _term(outcome)
    return f"({' and '.join(tests) or 'true'}) ? {worth} : null"


def _test(condition: Expression) -> str:
    """Text that is true where the condition is surely true, and never fails on null."""
    match condition:
        case AllOf(operands):
            return f"({' and '.join(map(_test, operands))})"
        case AnyOf(operands):
            return f"({' or '.join(map(_test, operands))})"
        case Name(name):
            return f"{name} == true"
        case Not(Name(name)):
            return f"{name} == false"
    known = [f"{name} != null" for name in names_in(condition)]
    return f"({' and '.join([*known, _leaf(condition, holds=True)])})"


def _leaf(condition: Expression, holds: bool) -> str:
    match condition:
        case Not(operand):
            return _leaf(operand, not holds)
        case Compare(operator, left, right):
            sign = operator if holds else OPPOSITE[operator]
            return f"{_term(left)} {sign} {_term(right)}"
        case Holds(word, Name(name)):
            return f'"{word}" {"in" if holds else "not in"} {name}'
        case OneOf(Name(name), words):
            listed = ", ".join(map(_term, words))
            return f"{name} {'in' if holds else 'not in'} [{listed}]"
    raise ValueError(f"no zen for {condition}")


def _term(expression: Expression) -> str:
    match expression:
        case Number(value):
            return f"({value!r})"
        case Word(value):
            return f'"{value}"'
        case Name(name):
            return name
        case Arithmetic(operator, left, right):
            return f"({_term(left)} {'^' if operator == '**' else operator} {_term(right)})"
        case Call("count", (collection,)):
            return f"len({_term(collection)})"
        case Call("abs", (only,)):
            return f"abs({_term(only)})"
        case Call("ramp", (x, zero, one)):
            share = f"({_term(x)} - {_term(zero)}) / ({_term(one)} - {_term(zero)})"
            return f"max([0, min([1, {share}])])"
        case Call(function, arguments):
            return f"{function}([{', '.join(map(_term, arguments))}])"
    raise ValueError(f"no zen for {expression}")
