"""Where to begin: a few needs, by priority, spread over areas only where they matter alike."""

from __future__ import annotations

from collections.abc import Sequence

from backfat_rules.decision.definition import Ranked, Ways
from backfat_rules.decision.screening import Screened
from backfat_rules.knowledge.policy import Policy
from backfat_rules.language import Facts, evaluate


def first_steps(needs: Sequence[Ways], screened: Screened, policy: Policy) -> tuple[str, ...]:
    """The ids of the few pieces of advice to begin with, in order of priority.

    The best is one of them. Each other one is among those whose priority lies within a few points
    of the best that is left: first what protects or treats, then what is about another area or
    topic. Nobody begins with something for the sake of what is closed.
    """
    left = [ways[0] for ways in needs if not ways[0].candidate.purpose & screened.closed]
    chosen: list[Ranked] = []
    while left and len(chosen) < policy.first_steps:
        least = left[0].priority - policy.spread_within
        near = [each for each in left if each.priority >= least]
        following = min(near, key=lambda each: _place(each, chosen)) if chosen else left[0]
        chosen.append(following)
        left.remove(following)
    steps = {each.id for each in chosen}
    return tuple(ways[0].id for ways in needs if ways[0].id in steps)


def _place(each: Ranked, chosen: Sequence[Ranked]) -> tuple[bool, bool, bool]:
    """What comes first among advice of nearly equal priority; the order decides the rest."""
    rule = each.candidate.rule
    return (
        not _tends(each),
        any(rule.area == other.candidate.rule.area for other in chosen),
        any(rule.topic == other.candidate.rule.topic for other in chosen),
    )


def _tends(each: Ranked) -> bool:
    """Whether advice tends to something wrong, or protects, where other advice adds."""
    return each.candidate.protects or each.candidate.rule.treats


def for_later(
    needs: Sequence[Ways], steps: Sequence[str], known: Facts, policy: Policy
) -> tuple[str, ...]:
    """The ids of the advice that is kept for later, for whom everything at once is too much.

    What protects or treats is never put off.
    """
    few = policy.few_at_once
    if few is None or evaluate(few.when.tree, known) is not True:
        return ()
    now = {*steps[: few.most]}
    return tuple(
        ways[0].id for ways in needs if ways[0].id not in now and not any(map(_tends, ways))
    )
