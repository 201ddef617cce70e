"""The direct engine: plain evaluation, layer by layer. The reference for every other engine."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.inference.derivation import Derivation
from backfat_rules.inference.program import Program
from backfat_rules.language import Facts, Value, compute, evaluate


class DirectEngine:
    """Evaluates every rule once, in an order in which everything it needs is already known."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def derive(self, facts: Facts) -> Derivation:
        """Everything that follows from the facts."""
        program = self._program
        told = {name: value for name, value in facts.items() if value is not None}
        known: dict[str, Value] = dict(told)
        fired = [id for id, truth in evaluate_rules(program, known) if truth is True]
        derived = {name: known[name] for name in program.stratum if known[name] is not None}
        return Derivation.record(program, told, derived, fired)


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
