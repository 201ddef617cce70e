"""How severe true findings are, as lines of Python: the mirror of ``definition.severities``."""

from __future__ import annotations

from collections.abc import Container

from backfat_rules.inference.program import Production, Program
from backfat_rules.language import Expression
from backfat_rules.language.arithmetic import clamp
from backfat_rules.language.python import Function
from backfat_rules.language.tree import AllOf, AnyOf, Call, Name, Not, Number

_NONE = "-1.0"  # below every severity: nothing there to take one from


def write_severity(function: Function, name: str, program: Program) -> None:
    """The greatest severity among the rules of a finding that fired, if it is true."""
    worths = {each.id: _worth(function, each, program) for each in program.findings[name]}
    function.add(f"if _get({name!r}):")
    if len(worths) == 1:
        function.add(*(f"    {line}" for line in next(iter(worths.values()))))
        function.add(f"    _severity[{name!r}] = _own")
        return
    function.add("    _most = 0.0")
    for id, worth in worths.items():
        function.add(f"    if {id!r} in _fired:", *(f"        {line}" for line in worth))
        function.add("        if _own > _most:", "            _most = _own")
    function.add(f"    _severity[{name!r}] = _most")


def _worth(function: Function, production: Production, program: Program) -> list[str]:
    """Lines that set ``_own`` to the severity of a rule that fired.

    It is the rule's own, or else the greatest of those that its condition rests on.
    """
    match production.severity:
        case None:
            below = _below(function, production.condition, True, program.findings)
            if not below:
                return ["_own = _DEFAULT"]
            return [f"_own = {_greatest(below)}", "if _own < 0:", "    _own = _DEFAULT"]
        case Number(value):
            return [f"_own = {clamp(value)!r}"]
        case Call("ramp") as ramp:
            own = function.number(ramp)
        case formula:
            own = f"_clamp({function.number(formula)})"
    # NaN is not equal to itself
    return [f"_own = {own}", "if _own != _own:", "    _own = _DEFAULT"]


def _below(
    function: Function, condition: Expression, holds: bool, findings: Container[str]
) -> list[str]:
    """The severities of the true findings that decide why a condition holds, or does not."""
    match condition:
        case Name(name):
            return [f"_severity.get({name!r}, {_NONE})"] if holds and name in findings else []
        case Not(operand):
            return _below(function, operand, not holds, findings)
        case AllOf(operands) | AnyOf(operands):
            found = [(each, _below(function, each, holds, findings)) for each in operands]
            if isinstance(condition, AllOf) is holds:  # every operand decides
                return [part for _, parts in found for part in parts]
            return [_if_decided(function, each, holds, parts) for each, parts in found if parts]
    return []


def _if_decided(function: Function, operand: Expression, holds: bool, parts: list[str]) -> str:
    """What an alternative gives: nothing where it is not what decided."""
    if isinstance(operand, Name):  # a finding that is not true has no severity
        return parts[0]
    return f"({_greatest(parts)} if {function.condition(operand, holds)} else {_NONE})"


def _greatest(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"max({', '.join(parts)})"
