"""How severe true findings are, as lines of Python: the mirror of ``definition.severities``."""

from __future__ import annotations

from collections.abc import Container

from backfat_rules.inference.program import Production, Program
from backfat_rules.language import Expression
from backfat_rules.language.python import Function
from backfat_rules.language.tree import AllOf, AnyOf, Call, Name, Not

_NONE = "-1.0"  # below every severity: nothing there to take one from


def write_severity(function: Function, name: str, program: Program) -> None:
    """The greatest severity among the rules of a finding that fired, if it is true."""
    worths = {each.id: _worth(function, each, program) for each in program.findings[name]}
    function.add(f"if _get({name!r}):")
    if len(worths) == 1:
        function.add(f"    _severity[{name!r}] = {next(iter(worths.values()))}")
        return
    function.add("    _most = 0.0")
    for id, worth in worths.items():
        function.add(f"    if {id!r} in _fired:", f"        _most = max(_most, {worth})")
    function.add(f"    _severity[{name!r}] = _most")


def _worth(function: Function, production: Production, program: Program) -> str:
    """The severity of a rule that fired: its own, or the greatest that its condition rests on."""
    if production.severity is None:
        below = _below(function, production.condition, True, program.findings)
        return f"(_own if (_own := {_greatest(below)}) >= 0 else _DEFAULT)" if below else "_DEFAULT"
    number = function.number(production.severity)
    if not isinstance(production.severity, Call) or production.severity.function != "ramp":
        number = f"_clamp({number})"
    # NaN is not equal to itself
    return f"(_own if (_own := {number}) == _own else _DEFAULT)"


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
