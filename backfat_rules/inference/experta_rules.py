"""A program as experta rules: patterns over the working memory, and what each rule declares.

The working memory holds one kind of fact, ``Known(name=..., value=...)``, for what was told, for
values and for findings that are known to be true or false. Truth and falsehood of a finding are
each derived by a rule of its own, so no rule ever matches on something being absent, and the order
of firing cannot matter.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from backfat_rules.inference.experta_fence import AND, MATCH, OR, TEST, Fact, InitialFact, P
from backfat_rules.inference.program import Program
from backfat_rules.language import Expression, Value, evaluate, names_in, normalise
from backfat_rules.language.tree import AllOf, AnyOf, Arithmetic, Call, IfElse, Name

PART = "_PART_"
"""In the names of the parts of a formula: capital letters, as no fact or value has them."""


class Known(Fact):  # type: ignore[misc]  # experta carries no types
    """A fact, value or finding that is known.

    Made as a plain dict: what experta's own constructor adds is a copy of each value that could be
    changed, and no value of the language can.
    """

    def __init__(self, **fields: Any) -> None:
        dict.__init__(self, fields)


@dataclass(frozen=True, slots=True)
class Step:
    """One experta rule: where ``condition`` is true, ``name`` is worth ``outcome``.

    Attributes:
        condition: in negation normal form; None where being computable is enough.
        name: what becomes known; empty for advice, which nothing rests on.
        outcome: the truth of a finding, or the formula of a value.
        fires: the id of the production, if the step is one.
    """

    condition: Expression | None
    name: str = ""
    outcome: bool | Expression = True
    fires: str = ""

    @property
    def inputs(self) -> tuple[str, ...]:
        """The names that must be known to compute the outcome."""
        return () if isinstance(self.outcome, bool) else names_in(self.outcome)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that a change of could make the step possible."""
        condition = () if self.condition is None else names_in(self.condition)
        return tuple(dict.fromkeys((*self.inputs, *condition)))


def steps_of(program: Program) -> Iterator[Step]:
    """The experta rules of a program, from the lowest layer up."""
    for layer in program.layers:
        for name in layer:
            if name in program.calculations:
                yield from _calculation_steps(name, program.calculations[name].formula)
            else:
                yield from _finding_steps(name, program)
    for production in program.advice.values():
        yield Step(normalise(production.condition), fires=production.id)


def _finding_steps(name: str, program: Program) -> Iterator[Step]:
    """One step for each rule that makes the finding true, and one that makes it false."""
    productions = program.findings[name]
    for each in productions:
        yield Step(normalise(each.condition), name, outcome=True, fires=each.id)
    none_holds = AllOf(tuple(normalise(each.condition, holds=False) for each in productions))
    yield Step(none_holds, name, outcome=False)


def _calculation_steps(name: str, formula: Expression) -> Iterator[Step]:
    """Two steps for each ``if ... else`` in the formula, and one that computes it from them.

    Such a part becomes a value of its own, whose name nobody can write, so that the steps are as
    many as the parts and not as many as the ways through them.
    """
    parts: list[Step] = []
    plain = _without_choices(formula, name, parts)
    yield from parts
    yield Step(None, name, plain)


def _without_choices(formula: Expression, name: str, parts: list[Step]) -> Expression:
    """The formula with a name in the place of every ``if ... else``."""
    match formula:
        case IfElse(condition, then, otherwise):
            branches = [_without_choices(each, name, parts) for each in (then, otherwise)]
            part = f"{name}{PART}{len(parts) // 2}"
            parts += (
                Step(normalise(condition, holds), part, branch)
                for holds, branch in zip((True, False), branches, strict=True)
            )
            return Name(part)
        case Arithmetic(operator, left, right):
            sides = (_without_choices(each, name, parts) for each in (left, right))
            return Arithmetic(operator, *sides)
        case Call(function, arguments):
            return Call(function, tuple(_without_choices(each, name, parts) for each in arguments))
    return formula


def pattern_of(step: Step) -> Any:
    """The left-hand side of a step as experta's conditional elements."""
    elements = [_binding(name) for name in step.inputs]
    if step.condition is not None:
        elements.append(_element(step.condition))
    return AND(*elements) if len(elements) > 1 else elements[0] if elements else InitialFact()


def _element(condition: Expression) -> Any:
    match condition:
        case AllOf((only,)) | AnyOf((only,)):
            return _element(only)
        case AllOf(operands):
            return AND(*map(_element, operands))
        case AnyOf(operands):
            return OR(*map(_element, operands))
    return _leaf(condition)


def _leaf(condition: Expression) -> Any:
    """A comparison, membership or name: a pattern on one fact, or a test over several."""
    names = names_in(condition)
    if not names:
        return AND(InitialFact(), TEST(lambda: evaluate(condition, {}) is True))
    if len(names) == 1:
        name = names[0]
        return Known(name=name, value=P(lambda value: evaluate(condition, {name: value}) is True))

    def test(**bound: Value) -> bool:
        return evaluate(condition, bound) is True

    kind = inspect.Parameter.KEYWORD_ONLY
    test.__signature__ = inspect.Signature(  # type: ignore[attr-defined]  # experta reads it
        [inspect.Parameter(name, kind) for name in names]
    )
    return AND(*map(_binding, names), TEST(test))


def _binding(name: str) -> Any:
    """A pattern that matches as soon as the name is known, and binds its value."""
    return Known(name=name, value=getattr(MATCH, name))
