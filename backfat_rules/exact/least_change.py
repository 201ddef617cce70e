"""The smallest changes that bring a finding or advice, or clear it."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable

from backfat_rules.exact.cheapest import LeastChange, cheapest_change
from backfat_rules.exact.fact_changes import FactChanges
from backfat_rules.exact.obstacles import blamed
from backfat_rules.exact.problems import Problems, Target
from backfat_rules.exact.search import find_in
from backfat_rules.exact.worth import NOT_TRUE, TRUE
from backfat_rules.language import Facts
from backfat_rules.language.tree import Name

MOST_FURTHER = 10
"""How many further sets of facts are tried for more answers once the smallest are found."""

MOST_SETS = 200
"""How many sets of facts are tried at all."""


def least_changes(
    problems: Problems,
    known: Facts,
    target: Target,
    want: bool,
    limit: int = 3,
    *,
    fixed: Container[str] = (),
    avoided: Collection[str] = (),
) -> tuple[LeastChange, ...]:
    """The smallest changes of changeable facts after which the target is as wanted.

    Smallest is fewest facts, then fewest realistic steps, then the names of the facts. Each answer
    is about other facts, and none needs all the facts of another: every change in it is needed.
    If nothing has to change, the one answer has no changes; if no change does it, there is none.

    Args:
        problems: the rules, and every fact with its step, and whether it is changeable.
        known: what was told; what was not told stays unknown unless it is set by a change.
        target: the id of a finding or advice, or a condition over facts, values and such ids.
        want: True to bring it: it is definitely true. False to clear it: it is no longer
            definitely true, which is when advice is no longer given.
        limit: at most how many answers; the smallest come first.
        fixed: facts that stay as they are, changeable or not.
        avoided: ids of findings and advice that no change may make true.

    Raises:
        KeyError: the program has no finding or advice of this id.
    """
    told = {name: value for name, value in known.items() if value is not None}
    if avoided or not isinstance(target, str):
        condition = Name(target) if isinstance(target, str) else target
        problem = problems.together([condition], avoided)[0]
    else:
        problem = problems[target]
    facts = problems.facts
    changeable = frozenset(
        name
        for name in problem.facts
        # To learn a fact can settle a condition, but never makes a true one less true.
        if name in facts and facts[name].changeable and (name in told or want)
        if name not in fixed
    )
    return _smallest(FactChanges(problem, told, changeable), TRUE if want else NOT_TRUE, limit)


def _smallest(moves: FactChanges, goal: int, limit: int) -> tuple[LeastChange, ...]:
    """Sets of facts by size: each that does not do is grown by a fact that stands in its way."""
    if not _is_possible(moves, goal):
        return ()
    found: list[tuple[frozenset[str], LeastChange]] = []
    level = [frozenset[str]()]
    tried = extra = 0
    while level and len(found) < limit:
        doing: list[tuple[frozenset[str], LeastChange]] = []
        larger: set[frozenset[str]] = set()
        for moving in level:
            tried, extra = tried + 1, extra + bool(found)
            if extra > MOST_FURTHER or tried > MOST_SETS:
                break
            change = cheapest_change(moves, moving, goal)
            if change is not None:
                doing.append((moving, change))
            else:
                larger.update(moving | {name} for name in _in_the_way(moves, moving, goal))
        found += sorted(doing, key=lambda each: (each[1].steps, sorted(each[0])))
        level = _without_supersets(larger, [each for each, _ in found])
    return tuple(change for _, change in found[:limit])


def _without_supersets(
    sets: Iterable[frozenset[str]], done: list[frozenset[str]]
) -> list[frozenset[str]]:
    return sorted((s for s in sets if not any(each <= s for each in done)), key=sorted)


def _is_possible(moves: FactChanges, goal: int) -> bool:
    """Whether any change does it, or none is needed; True where the search does not settle it."""
    box, lines = moves.everything()
    unmoved = {name: moves.known[name] for name in moves.known if name not in moves.changeable}
    answer = find_in(moves.problem, unmoved, box, lines, goal)
    return answer.completion is not None or not answer.proven


def _in_the_way(moves: FactChanges, moving: frozenset[str], goal: int) -> frozenset[str]:
    box, others = moves.box(moving), moves.changeable - moving
    for at, wanted in moves.problem.wanted(goal).items():
        if not box.bits[at] & wanted:
            return blamed(moves.circuit, box, at, wanted, others)
    return others
