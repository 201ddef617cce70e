"""The direct engine: plain evaluation, layer by layer. The reference for every other engine."""

from __future__ import annotations

from backfat_rules.inference.derivation import Derivation
from backfat_rules.inference.program import Production, Program
from backfat_rules.language import Facts, Value, evaluate


class DirectEngine:
    """Evaluates every rule once, in an order in which everything it needs is already known."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def derive(self, facts: Facts) -> Derivation:
        """Everything that follows from the facts."""
        program = self._program
        told = {name: value for name, value in facts.items() if value is not None}
        known: dict[str, Value] = dict(told)
        fired: list[str] = []
        for layer in program.layers:
            for name in layer:
                if name in program.calculations:
                    known[name] = evaluate(program.calculations[name].formula, known)
                else:
                    known[name] = _conclude(program.findings[name], known, fired)
        fired += [
            production.id
            for production in program.advice.values()
            if evaluate(production.condition, known) is True
        ]
        derived = {name: known[name] for name in program.stratum if known[name] is not None}
        return Derivation.record(program, told, derived, fired)


def _conclude(productions: tuple[Production, ...], known: Facts, fired: list[str]) -> Value:
    """A finding is true if one of its rules is, false if all are, else unknown."""
    truths = [evaluate(each.condition, known) for each in productions]
    fired += [each.id for each, truth in zip(productions, truths, strict=True) if truth is True]
    if True in truths:
        return True
    return None if None in truths else False
