"""The rules as JavaScript functions: the mirror of ``inference/compiled``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backfat_rules.inference.program import Production, Program
from backfat_rules.javascript.severity_as_script import deciding_severity, write_severity
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language.javascript import Script, literal


def inference(program: Program) -> str:
    """The function that puts what follows into ``known`` and tells ``fire`` which rules fired."""
    script = Script("infer", "known, fire")
    for layer in program.layers:
        for name in layer:
            if name in program.calculations:
                _write_value(script, name, program)
            else:
                _write_finding(script, name, program.findings[name])
    for each in program.advice.values():
        script.add(f"if ({script.condition(each.condition)}) fire({literal(each.id)});")
    return script.source


def severities(program: Program) -> str:
    """The function that puts the severity of each true finding into ``severity``."""
    script = Script("severities", "known, fired, severity", read_first=False)
    script.add(f"const worth = (own) => (own >= 0 ? own : {program.default_severity!r});")
    for name in _findings(program):
        write_severity(script, name, program)
    return script.source


def refuted(program: Program) -> str:
    """The function that tells ``note`` which rules are false, of those that something waits for."""
    script = Script("refuted", "known, note")
    for each in program.productions:
        if each.unanswered:
            test = script.condition(each.condition, holds=False)
            script.add(f"if ({test}) note({literal(each.id)});")
    return script.source


def _findings(program: Program) -> Iterator[str]:
    return (name for layer in program.layers for name in layer if name in program.findings)


def _write_value(script: Script, name: str, program: Program) -> None:
    source = script.number(program.calculations[name].formula)
    local = script.let(name)
    put = f"known.set({literal(name)}, {local})"
    script.add(f"const {local} = {source};", f"if (!Number.isNaN({local})) {put};")


def _write_finding(script: Script, name: str, productions: Sequence[Production]) -> None:
    """True if some rule concluding it is true; false if all of them are false; else unknown."""
    tests = [script.condition(each.condition) for each in productions]
    none_holds = [script.condition(each.condition, holds=False) for each in productions]
    local = script.let(name)
    script.add(f"let {local};")
    for each, test in zip(productions, tests, strict=True):
        script.add(f"if ({test}) {{ {local} = true; fire({literal(each.id)}); }}")
    script.add(f"if ({local} === undefined && {' && '.join(none_holds)}) {local} = false;")
    script.add(f"if ({local} !== undefined) known.set({literal(name)}, {local});")


def unsuited(knowledge: KnowledgeBase) -> str:
    """The function that tells ``note`` the foods that do not suit a person."""
    script = Script("unsuited", "known, note")
    for food in knowledge.foods.values():
        if food.unless is not None:
            script.add(f"if ({script.condition(food.unless.tree)}) note({literal(food.id)});")
    return script.source


def deciding_severities(knowledge: KnowledgeBase) -> str:
    """For each recommendation a function: how severe the findings are that called for it."""
    functions = []
    for id, rule in sorted(knowledge.recommendations.items()):
        script = Script("", "known, severity", read_first=False)
        greatest = deciding_severity(script, rule.when.tree, knowledge.findings)
        script.add(f"return {greatest};")
        functions.append(f"[{literal(id)}, {script.source}],\n")
    return f"const decidingSeverities = new Map([\n{''.join(functions)}]);"
