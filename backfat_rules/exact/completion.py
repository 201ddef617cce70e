"""A completion out of a box: one value for every fact that is still open."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.exact.box import Box
from backfat_rules.exact.domains import is_set, other_words
from backfat_rules.exact.problem import Problem
from backfat_rules.exact.worth import FALSE, NEITHER
from backfat_rules.language import Facts, Value, is_exact
from backfat_rules.profile import Fact
from backfat_rules.profile.fact import FactValue


def completed(
    problem: Problem,
    facts: Mapping[str, Fact],
    known: Facts,
    box: Box,
    numbers: Mapping[str, float],
) -> dict[str, Value]:
    """The told facts and, for each open one, one value out of the box; ``numbers`` for spans."""
    found: dict[str, Value] = dict(known)
    for name in problem.facts:
        if not is_exact(known.get(name)) and name in facts:
            value = value_in(problem, facts[name], box, numbers.get(name))
            if value is not None:
                found[name] = value
    return found


def value_in(problem: Problem, fact: Fact, box: Box, number: float | None) -> FactValue | None:
    """One value of a fact: the fewest words, and no rather than yes; None if it is unknown."""
    bits = {word: box.bits[at] for at, word in problem.slots.get(fact.name, ())}
    if is_set(fact):
        if any(each == NEITHER for each in bits.values()):
            return None
        held = [word for word, each in bits.items() if not each & FALSE]
        return frozenset((*held, *other_words(problem, fact)[: int(number or 0)]))
    if fact.type.kind == "number":
        return None if number is None else int(number) if fact.whole else number
    if fact.type.kind == "truth":
        return None if bits[""] == NEITHER else not bits[""] & FALSE
    words = problem.words[fact.name]
    return next((word for at, word in enumerate(words) if bits[""] >> at & 1), None)
