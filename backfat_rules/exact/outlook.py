"""What is certain, possible and ruled out while facts are missing: over every completion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from backfat_rules.exact import domains
from backfat_rules.exact.corners import outcomes_seen
from backfat_rules.exact.problem import Problem
from backfat_rules.exact.problems import Outlook, Target, problems_of
from backfat_rules.exact.search import find
from backfat_rules.exact.worth import NOT_TRUE, TRUE
from backfat_rules.inference import Program
from backfat_rules.language import Facts
from backfat_rules.profile import Fact

MOST_REMEMBERED = 50_000

MANY_TARGETS = 60
"""From how many targets on it pays to evaluate all of them on a few completions first."""


def outlook_of(
    program: Program,
    facts: Mapping[str, Fact],
    known: Facts,
    targets: Iterable[str] | None = None,
) -> Mapping[str, Outlook]:
    """For each target what is known of it, whatever the answers that are still missing.

    *Certain* is what is true in every completion, *ruled out* what is true in none; a condition
    that a completion leaves undefined is not true there. Where the search proves neither (see
    ``search``), the target is possible.

    Args:
        program: the rules.
        facts: every fact that can still be answered, with its range and words.
        known: what was told; a missing or None fact can still be anything.
        targets: ids of findings and advice; by default all of them.

    Raises:
        KeyError: the program has no finding or advice of this id.
    """
    problems = problems_of(program, facts)
    asked = problems.ids if targets is None else targets
    if len(problems.memory) > MOST_REMEMBERED:
        problems.memory.clear()
    keys = {target: _key(problems[target], target, known) for target in asked}
    opened: list[str] = []
    for target, key in keys.items():
        if key not in problems.memory:
            outlook = _at_once(problems[target], problems.facts, known)
            if outlook is None:
                opened.append(target)
            else:
                problems.memory[key] = outlook
    seen: Mapping[str, int] = {}
    if len(opened) >= MANY_TARGETS:
        seen = outcomes_seen(program, problems.facts, known)
    for target in opened:
        problems.memory[keys[target]] = _searched(
            problems[target], problems.facts, known, seen.get(target, 0)
        )
    return {target: problems.memory[key] for target, key in keys.items()}


def outlook_of_one(
    program: Program, facts: Mapping[str, Fact], known: Facts, target: Target
) -> Outlook:
    """The same for a single target, which may be a condition.

    Raises:
        KeyError: the program has no finding or advice of this id.
    """
    problems = problems_of(program, facts)
    problem = problems[target]
    key = _key(problem, target, known)
    if key not in problems.memory:
        outlook = _at_once(problem, problems.facts, known)
        problems.memory[key] = outlook or _searched(problem, problems.facts, known, 0)
    return problems.memory[key]


def _key(problem: Problem, target: Target, known: Facts) -> object:
    """All that the outlook of a target depends on."""
    return (target, *(known.get(name) for name in problem.facts))


def _at_once(problem: Problem, facts: Mapping[str, Fact], known: Facts) -> Outlook | None:
    """The outlook, where three-valued logic on the facts' ranges is enough to tell."""
    worth = problem.root.worth(domains.start(problem, facts, known, facts))
    if worth == TRUE:
        return "certain"
    return None if worth & TRUE else "ruled_out"


def _searched(problem: Problem, facts: Mapping[str, Fact], known: Facts, seen: int) -> Outlook:
    """The outlook by search, but for the outcomes that some completion was seen to have."""
    if not seen & TRUE:
        true = find(problem, facts, known, TRUE)
        if true.completion is None:
            return "ruled_out" if true.proven else "possible"
    if seen & NOT_TRUE:
        return "possible"
    otherwise = find(problem, facts, known, NOT_TRUE)
    return "certain" if otherwise.completion is None and otherwise.proven else "possible"
