"""Weekly sets by muscle: whose names are understood, and how dark a muscle is drawn for them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from backfat_rules.errors import BackfatRulesError, UnknownIdError, did_you_mean
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.plain import cut, shown_value
from backfat_rules.wording import Reader


def sets_by_muscle(given: Mapping[str, float], knowledge: KnowledgeBase) -> dict[str, float]:
    """The sets of each muscle that has any, by its id, the most first.

    Args:
        given: sets in a week, by the id of a muscle, or by a word of an open library that draws
            bodies, which may stand for several; what is told of one twice counts as the higher.
        knowledge: the muscles.

    Raises:
        UnknownIdError: there is no such muscle; the text names the nearest.
        BackfatRulesError: something is no number of sets.

    >>> from backfat_rules import load_knowledge
    >>> sets_by_muscle({"lower-back": 4, "lats": 8}, load_knowledge())
    {'lats': 8, 'erectors': 4, 'multifidus': 4}
    """
    found: dict[str, float] = {}
    for name, sets in given.items():
        number = _checked(name, sets)
        for id in _called(name, knowledge):
            found[id] = max(number, found.get(id, 0))
    trained = ((id, sets) for id, sets in found.items() if sets > 0)
    return dict(sorted(trained, key=lambda each: (-each[1], each[0])))


def _checked(name: str, sets: object) -> float:
    is_number = isinstance(sets, int | float) and not isinstance(sets, bool)
    if not is_number or not 0 <= float(sets) < math.inf:  # type: ignore[arg-type]  # a number
        said = f"The sets of {shown_value(name)} are a number from 0 on, not {shown_value(sets)}."
        raise BackfatRulesError(said)
    return sets  # type: ignore[return-value]  # a number


def _called(name: str, knowledge: KnowledgeBase) -> Sequence[str]:
    if name in knowledge.muscles:
        return (name,)
    named = [each.id for each in knowledge.muscles.values() if name in each.slugs]
    if not named:
        slugs = (slug for each in knowledge.muscles.values() for slug in each.slugs)
        known = [*dict.fromkeys((*knowledge.muscles, *slugs))]
        said = f"There is no muscle called {cut(str(name))!r}."
        raise UnknownIdError(f"{said} {did_you_mean(str(name), known)}".rstrip())
    return named


def shade_of(sets: float, knowledge: KnowledgeBase) -> int:
    """How dark a muscle is drawn: 0 for none, and one more from each limit of the policy on."""
    return 0 if sets <= 0 else 1 + sum(sets >= each for each in knowledge.policy.shaded_from)


def shade_labels(reader: Reader) -> Iterator[str]:
    """What each shade stands for, the lightest first."""
    limits, say = reader.knowledge.policy.shaded_from, reader.say
    yield say("no-sets")
    if not limits:
        yield say("some-sets")
        return
    yield say("sets-below", below=limits[0])
    for least, below in pairwise(limits):
        yield say("sets-between", least=least, below=below)
    yield say("sets-from", least=limits[-1])
