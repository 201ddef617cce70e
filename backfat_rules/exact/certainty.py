"""What is certain, possible and ruled out while facts are missing: over every completion."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence

from backfat_rules.exact.box import Box
from backfat_rules.exact.corners import outcomes_seen
from backfat_rules.exact.domains import start, whole_lines
from backfat_rules.exact.grids import Grid
from backfat_rules.exact.joint import joint_completion
from backfat_rules.exact.problem import Outlook, Problem
from backfat_rules.exact.problems import Problems, Target
from backfat_rules.exact.search import is_there
from backfat_rules.exact.worth import NOT_TRUE, TRUE, is_open
from backfat_rules.language import Facts, Value, is_exact

MANY_TARGETS = 60
"""From how many targets on it pays to work out all of them on a few completions first."""

MOST_REMEMBERED = 500
"""How many outlooks each problem remembers."""


def outlook_of(
    problems: Problems, known: Facts, targets: Iterable[Target] | None = None
) -> dict[Target, Outlook]:
    """For each target what is known of it, whatever the answers that are still missing.

    *Certain* is what is true in every completion, *ruled out* what is true in none; a condition
    that a completion leaves undefined is not true there. Where the search proves neither (see
    ``search``), the target is possible.

    Args:
        problems: the rules.
        known: what was told; a missing or None fact can still be anything, one that is told as a
            range anything in it.
        targets: ids of findings and advice, or conditions; by default all findings and advice.

    Raises:
        KeyError: the program has no finding or advice of this id.
    """
    asked = tuple(problems.ids if targets is None else targets)
    found = [outlooks([problems[each]], known)[0] for each in asked if not isinstance(each, str)]
    named = [each for each in asked if isinstance(each, str)]
    return {
        **dict(zip(named, outlooks([problems[each] for each in named], known), strict=True)),
        **dict(zip([e for e in asked if not isinstance(e, str)], found, strict=True)),
    }


def outlooks(
    problems: Sequence[Problem], known: Facts, free: Container[str] | None = None
) -> tuple[Outlook, ...]:
    """The outlook of each of some problems that stand in one circuit.

    Args:
        problems: the conditions.
        known: what was told.
        free: the facts that can still be anything, or anything in the range that was told; by
            default all that were not told exactly.
    """
    if not problems:
        return ()
    circuit = problems[0].circuit
    allowed = circuit.facts if free is None else free
    box, lines = start(circuit, known, allowed), whole_lines(circuit)
    found: list[Outlook | None] = []
    for each in problems:
        worth = box.bits[each.root]
        at_once: Outlook = "certain" if worth == TRUE else "ruled_out"
        is_settled = worth == TRUE or not worth & TRUE
        found.append(at_once if is_settled else each.memory.get(_key(each, known, allowed)))
    hard = [each for each, outlook in zip(problems, found, strict=True) if outlook is None]
    like: dict[str, Value] = {}
    seen: dict[int, int] = {}
    if len(hard) >= MANY_TARGETS:
        seen = outcomes_seen(circuit, known, allowed, [each.root for each in hard])
        untrue = [each for each in hard if not seen[each.root] & TRUE]
        like = joint_completion(untrue, known, box, lines)
        bits = start(circuit, like, ()).bits
        for at in {each.root for each in untrue}:  # the facts of the others need not be in it
            seen[at] |= 0 if is_open(bits[at]) else bits[at]
    return tuple(
        outlook or _remembered(each, known, allowed, _searched(each, known, box, lines, seen, like))
        for each, outlook in zip(problems, found, strict=True)
    )


def _key(problem: Problem, known: Facts, free: Container[str]) -> tuple[object, ...]:
    """All that the outlook of a problem depends on."""
    return tuple(
        value if is_exact(value := known.get(name)) else (name in free, value)
        for name in problem.facts
    )


def _remembered(problem: Problem, known: Facts, free: Container[str], outlook: Outlook) -> Outlook:
    if len(problem.memory) >= MOST_REMEMBERED:
        problem.memory.clear()
    problem.memory[_key(problem, known, free)] = outlook
    return outlook


def _searched(
    problem: Problem,
    known: Facts,
    box: Box,
    lines: Mapping[int, Grid],
    all_seen: Mapping[int, int],
    like: dict[str, Value],
) -> Outlook:
    """The outlook by search, but for the outcomes that some completion was seen to have."""
    seen = all_seen.get(problem.root, 0)
    if not seen & TRUE and is_there(problem, known, box, lines, TRUE, like) is False:
        return "ruled_out"
    if not seen & NOT_TRUE and is_there(problem, known, box, lines, NOT_TRUE, {}) is False:
        return "certain"
    return "possible"
