"""Where to begin: a few needs, by priority, spread over areas only where they matter alike.

For whom everything at once is too much there is one thing to begin with, and the rest waits.
"""

from __future__ import annotations

from collections.abc import Sequence

from backfat_rules.decision.definition import Ranked, Ways
from backfat_rules.decision.screening import Screened
from backfat_rules.knowledge.policy import FewAtOnce, Policy
from backfat_rules.language import Facts, evaluate


def first_steps(
    needs: Sequence[Ways], screened: Screened, known: Facts, policy: Policy
) -> tuple[str, ...]:
    """The ids of the few pieces of advice to begin with, in order of priority.

    The best is one of them. Each other one is among those whose priority lies within a few points
    of the best that is left: first what protects or treats, then what is about another area or
    topic. Nobody begins with something for the sake of what is closed, nor, while anything else is
    left, with what is nearly met.

    For whom everything at once is too much the first is what makes beginning easy, and what
    protects comes before all else, for the rest waits.
    """
    few = _few_at_once(known, policy)
    most = policy.first_steps if few is None else few.most
    left = _far_from_met(
        [ways[0] for ways in needs if not ways[0].candidate.purpose & screened.closed], policy
    )
    begun = [ways[0] for ways in needs if few is not None and _holds(ways, few.begin_with)][:most]
    chosen = list(begun)
    left = [each for each in left if each not in begun]
    while left and len(chosen) < most:
        guards = [each for each in left if few is not None and each.candidate.protects]
        following = guards[0] if guards else _following(left, chosen, policy)
        chosen.append(following)
        left.remove(following)
    others = {each.id for each in chosen} - {each.id for each in begun}
    in_order = (ways[0].id for ways in needs if ways[0].id in others)
    return (*(each.id for each in begun), *in_order)


def for_later(
    needs: Sequence[Ways], steps: Sequence[str], known: Facts, policy: Policy
) -> tuple[str, ...]:
    """The ids of the advice that waits, for whom everything at once is too much: all the rest."""
    if _few_at_once(known, policy) is None:
        return ()
    return tuple(ways[0].id for ways in needs if ways[0].id not in steps)


def _few_at_once(known: Facts, policy: Policy) -> FewAtOnce | None:
    """What holds for this person, if only a few things are shown to them at once."""
    few = policy.few_at_once
    return few if few is not None and evaluate(few.when.tree, known) is True else None


def _far_from_met(advice: list[Ranked], policy: Policy) -> list[Ranked]:
    """The advice without what is nearly met; where all is, the best of it."""
    far = [each for each in advice if each.parts.severity >= policy.nearly_met or _tends(each)]
    return far or advice[:1]


def _holds(ways: Ways, id: str | None) -> bool:
    return any(each.id == id for each in ways)


def _following(left: Sequence[Ranked], chosen: Sequence[Ranked], policy: Policy) -> Ranked:
    """What comes next of what is left, the best of which is the first."""
    if not chosen:
        return left[0]
    least = left[0].priority - policy.spread_within
    near = [each for each in left if each.priority >= least]
    return min(near, key=lambda each: _place(each, chosen))


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
