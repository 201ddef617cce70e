"""The conditions and outcomes of experta rules as functions of what is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from backfat_rules.inference.experta_rules import Step
from backfat_rules.language import Expression, Facts, Value
from backfat_rules.language.python import Function, compile_source


def tests_of(steps: Sequence[Step]) -> list[Callable[[Facts], bool]]:
    """For each step, whether it can be taken with what is known."""
    functions = []
    for at, step in enumerate(steps):
        function = Function(f"step_{at}", read_first=False)
        parts = [] if step.condition is None else [function.condition(step.condition)]
        if not isinstance(step.outcome, bool):
            # a number that is unknown is NaN, which is not equal to itself
            parts.append(f"(_worth := {function.number(step.outcome)}) == _worth")
        function.add(f"return {' and '.join(parts)}")
        functions.append(function)
    return list(compile_source("rules: steps", functions, {}).values())


def outcomes_of(steps: Sequence[Step]) -> list[Callable[[Facts], Value]]:
    """For each step what its name is worth once it is taken."""
    found: list[Callable[[Facts], Value]] = []
    for step in steps:
        match step.outcome:
            case True:
                found.append(_true)
            case False:
                found.append(_false)
            case formula:
                found.append(_worth_of(step.name, formula))
    return found


def _worth_of(name: str, formula: Expression) -> Callable[[Facts], Value]:
    function = Function(name, read_first=False)
    function.add(f"_worth = {function.number(formula)}")
    function.add("return _worth if _worth == _worth else None")
    return compile_source(f"value: {name}", [function], {})[name]


def _true(_: Facts) -> Value:
    return True


def _false(_: Facts) -> Value:
    return False
