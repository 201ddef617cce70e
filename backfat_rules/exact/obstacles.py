"""Which facts stand in the way of an outcome: unless one of them changes, it cannot come."""

from __future__ import annotations

from collections.abc import Container

from backfat_rules.exact.box import Box
from backfat_rules.exact.circuit import Circuit
from backfat_rules.exact.problem import facts_at
from backfat_rules.exact.worth import OPPOSITE, TRUE
from backfat_rules.language.tree import AllOf, AnyOf, Not

NOBODY: frozenset[str] = frozenset()

Blames = dict[tuple[int, int], frozenset[str]]


def blamed(
    circuit: Circuit, box: Box, at: int, goal: int, changeable: Container[str]
) -> frozenset[str]:
    """Changeable facts of which one has to change before the part at a place is worth ``goal``.

    It must be unable to be worth it on the box. Where one of several operands is enough to prevent
    it, the one with the fewest facts to change is blamed.
    """
    return _blamed(circuit, box, at, goal, changeable, {})


def _blamed(
    circuit: Circuit, box: Box, at: int, goal: int, changeable: Container[str], known: Blames
) -> frozenset[str]:
    if (at, goal) in known:
        return known[at, goal]
    part, operands = circuit.parts[at], circuit.operands[at]
    if isinstance(part, Not):
        found = _blamed(circuit, box, operands[0], OPPOSITE[goal], changeable, known)
    elif isinstance(part, AllOf | AnyOf):
        blames = [
            _blamed(circuit, box, each, goal, changeable, known)
            for each in operands
            if not box.bits[each] & goal
        ]
        if bool(goal & TRUE) == isinstance(part, AllOf):
            found = min(blames, key=lambda each: (len(each), sorted(each)), default=NOBODY)
        else:
            found = NOBODY.union(*blames)
    else:
        names = facts_at(circuit, circuit.below([at]))
        found = frozenset(name for name in names if name in changeable)
    known[at, goal] = found
    return found
