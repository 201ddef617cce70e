"""Which facts stand in the way of an outcome: unless one of them changes, it cannot come."""

from __future__ import annotations

from collections.abc import Container

from backfat_rules.exact.box import Box, Condition, Term
from backfat_rules.exact.conditions import Chosen, Every, Opposite, Some, Told
from backfat_rules.exact.limits import Limit
from backfat_rules.exact.problem import Problem
from backfat_rules.exact.terms import Compound, Either, Function, Measure, Step, Tally
from backfat_rules.exact.worth import OPPOSITE, TRUE

NOBODY: frozenset[str] = frozenset()


def blamed(
    problem: Problem, part: Condition, box: Box, goal: int, changeable: Container[str]
) -> frozenset[str]:
    """Changeable facts of which one has to change before ``part`` can be worth ``goal``.

    ``part`` must be unable to be worth it on the box. Where one of several operands is enough to
    prevent it, the one with the fewest facts to change is blamed.
    """
    match part:
        case Opposite(operand):
            return blamed(problem, operand, box, OPPOSITE[goal], changeable)
        case Every(operands) | Some(operands):
            lacking = [each for each in operands if not each.worth(box) & goal]
            blames = [blamed(problem, each, box, goal, changeable) for each in lacking]
            if bool(goal & TRUE) == isinstance(part, Every):
                return min(blames, key=lambda each: (len(each), sorted(each)), default=NOBODY)
            return NOBODY.union(*blames)
    return frozenset(name for name in _facts(problem, part) if name in changeable)


def _facts(problem: Problem, part: Condition | Term) -> frozenset[str]:
    """The facts below a part of a condition."""
    match part:
        case Told(index) | Chosen(index):
            return frozenset({problem.bits[index][0]})
        case Measure(index):
            return frozenset({problem.spans[index] or ""})
        case Tally(_, others):
            return frozenset({problem.spans[others] or ""})
        case Opposite(inner) | Limit(inner) | Compound(inner):
            below: tuple[Condition | Term, ...] = (inner,)
        case Every(below) | Some(below) | Function(_, below):
            pass
        case Step(_, left, right):
            below = (left, right)
        case Either(condition, then, otherwise):
            below = (condition, then, otherwise)
        case _:
            below = ()
    return NOBODY.union(*(_facts(problem, each) for each in below))
