"""What follows from facts, by definition: every condition evaluated, layer by layer.

No engine that is offered works like this. It is what all of them are held against.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backfat_rules.inference.compiled import CompiledProgram
from backfat_rules.inference.derivation import Derivation
from backfat_rules.inference.program import Production, Program
from backfat_rules.language import Facts, Value, compute, deciding_parts, evaluate
from backfat_rules.language.tree import Name


class DefinitionEngine:
    """Evaluates every rule once, in an order in which everything it needs is already known."""

    def __init__(self, program: Program) -> None:
        self._rules = CompiledProgram(program)

    def derive(self, facts: Facts) -> Derivation:
        """Everything that follows from the facts."""
        told = {name: value for name, value in facts.items() if value is not None}
        known: dict[str, Value] = dict(told)
        program = self._rules.program
        fired = frozenset(id for id, truth in evaluate_rules(program, known) if truth is True)
        known = {name: value for name, value in known.items() if value is not None}
        severity = severities(program, known, fired)
        return Derivation.of(self._rules, told, known, fired, severity)


def evaluate_rules(program: Program, known: dict[str, Value]) -> Iterator[tuple[str, Value]]:
    """Each production with the truth of its condition; values and findings are put into ``known``.

    A finding is true if one of its rules is, false if all are, else unknown.
    """
    for layer in program.layers:
        for name in layer:
            if name in program.calculations:
                known[name] = compute(program.calculations[name].formula, known)
                continue
            truths = {each.id: evaluate(each.condition, known) for each in program.findings[name]}
            yield from truths.items()
            found = truths.values()
            known[name] = True if True in found else None if None in found else False
    for production in program.advice.values():
        yield production.id, evaluate(production.condition, known)


def severities(program: Program, known: Facts, fired: frozenset[str]) -> dict[str, float]:
    """For each true finding the greatest severity among its rules that fired, layer by layer."""
    found: dict[str, float] = {}
    for layer in program.layers:
        for name in layer:
            rules = [each for each in program.findings.get(name, ()) if each.id in fired]
            if rules:
                found[name] = max(_severity(each, known, found, program) for each in rules)
    return found


def _severity(
    production: Production, known: Facts, below: Mapping[str, float], program: Program
) -> float:
    """A rule's own severity, else the greatest among the findings that decided it."""
    if production.severity is not None:
        computed = compute(production.severity, known)
        return program.default_severity if computed is None else min(1.0, max(0.0, computed))
    decided = [
        below[part.leaf.name]
        for part in deciding_parts(production.condition, known)
        if isinstance(part.leaf, Name) and part.leaf.name in below
    ]
    return max(decided, default=program.default_severity)
