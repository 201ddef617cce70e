"""What is true wherever a condition is: findings that it never comes without."""

from __future__ import annotations

from backfat_rules.exact.domains import start, whole_lines
from backfat_rules.exact.narrowing import Narrowing
from backfat_rules.exact.problems import Problems
from backfat_rules.exact.propagate import settle
from backfat_rules.exact.worth import TRUE
from backfat_rules.language import Expression


def companions(problems: Problems, condition: Expression) -> frozenset[str]:
    """Findings that are true in every completion of all facts in which a condition is true.

    Those that follow by drawing conclusions alone, without a search: never too many.
    """
    problem = problems[condition]
    circuit = problem.circuit
    box = Narrowing(start(circuit, {}, circuit.facts), whole_lines(circuit))
    everything = range(len(circuit.parts))
    if not (box.keep_bits(problem.root, TRUE) and settle(circuit, box, everything)):
        return frozenset()
    return frozenset(id for id in problems.program.findings if box.bits[circuit.place[id]] == TRUE)
