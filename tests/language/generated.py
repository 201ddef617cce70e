"""What generated Python says of conditions and formulas."""

from __future__ import annotations

from backfat_rules.language import Expression, Value
from backfat_rules.language.python import Function, compile_source


def _run(function: Function, facts: dict[str, Value]) -> Value:
    told = {name: value for name, value in facts.items() if value is not None}
    result: Value = compile_source("test", [function], {})[function.name](told)
    return result


def truth_of(condition: Expression, facts: dict[str, Value], *, read_first: bool) -> Value:
    """The truth of a condition by both of its generated forms."""
    function = Function("truth", read_first=read_first)
    certainly = function.condition(condition)
    function.add(f"holds = {certainly}")
    certainly = function.condition(condition, holds=False)
    function.add(f"fails = {certainly}", "assert not (holds and fails)")
    function.add("return True if holds else False if fails else None")
    return _run(function, facts)


def number_of(formula: Expression, facts: dict[str, Value]) -> Value:
    """What a formula is worth by its generated form; None for NaN."""
    function = Function("number")
    function.add(f"return {function.number(formula)}")
    number = _run(function, facts)
    return None if number != number else number
