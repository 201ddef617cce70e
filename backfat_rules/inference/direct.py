"""The direct engine: the rules as generated Python, each run once in the order of the layers."""

from __future__ import annotations

from backfat_rules.inference.compiled import CompiledProgram
from backfat_rules.inference.derivation import Derivation
from backfat_rules.inference.program import Program
from backfat_rules.language import Facts, Value


class DirectEngine:
    """Runs every rule once, in an order in which everything it needs is already known."""

    def __init__(self, program: Program) -> None:
        self._rules = CompiledProgram(program)

    def derive(self, facts: Facts) -> Derivation:
        """Everything that follows from the facts."""
        told = {name: value for name, value in facts.items() if value is not None}
        known: dict[str, Value] = dict(told)
        fired = self._rules.infer(known)
        return Derivation.record(self._rules, told, known, fired)

    def __reduce__(self) -> tuple[type[DirectEngine], tuple[Program]]:
        return type(self), (self._rules.program,)
