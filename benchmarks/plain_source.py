"""Rules written out as one Python function of plain ifs."""

from __future__ import annotations

from backfat_rules.inference import Program
from backfat_rules.language import Expression, names_in, render
from backfat_rules.language.tree import AllOf, AnyOf, Name, Not
from benchmarks.clauses import clauses_of, names_asked

CANNOT = "(ZeroDivisionError, OverflowError)"


def plain_source(program: Program) -> str:
    """A function ``infer`` of plain ifs; a finding is True, False or None for unknown."""
    clauses = clauses_of(program)
    told = sorted(names_asked(clauses) - program.stratum.keys())
    lines = ["def infer(facts):", "    fired = set()"]
    lines += [f"    {name} = facts.get({name!r})" for name in told]
    lines += [f"    {name} = None" for name in program.stratum]
    for clause in clauses:
        tests = [f"{name} is not None" for name in clause.inputs]
        tests += [_test(clause.condition)] if clause.condition is not None else []
        lines.append(f"    if {' and '.join(tests) or 'True'}:")
        if clause.fires:
            lines.append(f"        fired.add({clause.fires!r})")
        if clause.name:
            lines += conclusion(clause.outcome, f"{clause.name} = {{}}")
    return "\n".join([*lines, "    return fired", ""])


def conclusion(outcome: bool | Expression, conclude: str) -> list[str]:
    """The lines that conclude an outcome; a formula without a finite value concludes nothing."""
    if isinstance(outcome, bool):
        return [f"        {conclude.format(outcome)}"]
    tried = f"            {conclude.format(render(outcome))}"
    return ["        try:", tried, f"        except {CANNOT}:", "            pass"]


def _test(condition: Expression) -> str:
    """Python text that is true where the condition is surely true, and never fails on None."""
    match condition:
        case AllOf(operands):
            return f"({' and '.join(map(_test, operands))})"
        case AnyOf(operands):
            return f"({' or '.join(map(_test, operands))})"
        case Name(name):
            return name
        case Not(Name(name)):
            return f"{name} is False"
    known = " and ".join(f"{name} is not None" for name in names_in(condition))
    return f"({known} and {render(condition)})"
