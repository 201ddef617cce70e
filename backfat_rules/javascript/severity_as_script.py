"""How severe true findings are, as JavaScript: the mirror of ``inference/severity_lines``."""

from __future__ import annotations

from collections.abc import Container

from backfat_rules.inference.program import Production, Program
from backfat_rules.language import Expression
from backfat_rules.language.javascript import Script, literal
from backfat_rules.language.tree import AllOf, AnyOf, Name, Not

_NONE = "-1"  # below every severity: nothing there to take one from


def write_severity(script: Script, name: str, program: Program) -> None:
    """The greatest severity among the rules of a finding that fired, if it is true."""
    worths = {each.id: _worth(script, each, program) for each in program.findings[name]}
    if len(worths) == 1:
        most = next(iter(worths.values()))
    else:
        each_one = (f"fired.has({literal(id)}) ? {worth} : 0" for id, worth in worths.items())
        most = f"Math.max({', '.join(each_one)})"
    id = literal(name)
    script.add(f"if (known.get({id}) === true) severity.set({id}, {most});")


def _worth(script: Script, production: Production, program: Program) -> str:
    """The severity of a rule that fired: its own, or else the greatest of those it rests on."""
    if production.severity is None:
        return f"worth({deciding_severity(script, production.condition, program.findings)})"
    return f"worth(clamp({script.number(production.severity)}))"


def deciding_severity(script: Script, condition: Expression, findings: Container[str]) -> str:
    """The greatest severity of the true findings that decided a true condition; else -1."""
    return _greatest(_below(script, condition, True, findings))


def _below(
    script: Script, condition: Expression, holds: bool, findings: Container[str]
) -> list[str]:
    """The severities of the true findings that decide why a condition holds, or does not."""
    match condition:
        case Name(name):
            known = f"(severity.get({literal(name)}) ?? {_NONE})"
            return [known] if holds and name in findings else []
        case Not(operand):
            return _below(script, operand, not holds, findings)
        case AllOf(operands) | AnyOf(operands):
            found = [(each, _below(script, each, holds, findings)) for each in operands]
            if isinstance(condition, AllOf) is holds:  # every operand decides
                return [part for _, parts in found for part in parts]
            return [_if_decided(script, each, holds, parts) for each, parts in found if parts]
    return []


def _if_decided(script: Script, operand: Expression, holds: bool, parts: list[str]) -> str:
    """What an alternative gives: nothing where it is not what decided."""
    if isinstance(operand, Name):  # a finding that is not true has no severity
        return parts[0]
    return f"({script.condition(operand, holds)} ? {_greatest(parts)} : {_NONE})"


def _greatest(parts: list[str]) -> str:
    return _NONE if not parts else parts[0] if len(parts) == 1 else f"Math.max({', '.join(parts)})"
