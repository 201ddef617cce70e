"""A completion out of a box: one value for every fact that is still open."""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.exact.box import Box
from backfat_rules.exact.domains import is_choice, is_set, other_words
from backfat_rules.exact.grids import Grid, Reals
from backfat_rules.exact.problem import Problem
from backfat_rules.exact.spans import is_empty
from backfat_rules.exact.worth import FALSE, NEITHER, TRUE
from backfat_rules.language import Facts, Value, is_exact
from backfat_rules.profile import Fact
from backfat_rules.profile.fact import FactValue

_ANY_NUMBER = Reals()


def completed(
    problem: Problem, known: Facts, box: Box, lines: Mapping[int, Grid], like: Facts
) -> dict[str, Value]:
    """The told facts and, for each open one, a value out of the box.

    It is that of another completion, ``like``, where the box allows it, else one out of the middle.
    """
    found: dict[str, Value] = dict(known)
    for name in problem.all_facts:
        fact = problem.circuit.facts.get(name)
        if not is_exact(known.get(name)) and fact is not None:
            liked = like.get(name)
            number = _number(problem, name, box, lines, liked)
            value = value_in(problem, fact, box, number, liked)
            if value is not None:
                found[name] = value
    return found


def _number(
    problem: Problem, name: str, box: Box, lines: Mapping[int, Grid], liked: Value
) -> float | None:
    at = place_of_number(problem, name)
    if at is None or is_empty(box.spans[at]):
        return None
    if isinstance(liked, (int, float)) and box.spans[at][0] <= liked <= box.spans[at][1]:
        return float(liked)
    return lines.get(at, _ANY_NUMBER).middle(box.spans[at])


def place_of_number(problem: Problem, name: str) -> int | None:
    """Where the number of a fact stands, or how many further words a set holds."""
    for at, word in problem.circuit.questions[name]:
        if not word and at in problem.cone:
            return at
    return None


def value_in(
    problem: Problem, fact: Fact, box: Box, number: float | None, liked: Value = None
) -> FactValue | None:
    """One value of a fact: the fewest words, and no rather than yes; None if it is unknown.

    Words and yes that the box allows are taken where ``liked`` has them.
    """
    asked = [(at, w) for at, w in problem.circuit.questions[fact.name] if at in problem.cone]
    if is_set(fact):
        if any(box.bits[at] == NEITHER for at, word in asked if word):
            return None
        also = liked if isinstance(liked, frozenset) else frozenset[str]()
        held = [
            word
            for at, word in asked
            if word and box.bits[at] & TRUE and (word in also or not box.bits[at] & FALSE)
        ]
        return frozenset((*held, *other_words(problem.circuit, fact)[: int(number or 0)]))
    if fact.type.kind == "number":
        return None if number is None else int(number) if fact.whole else number
    bits = box.bits[asked[0][0]]
    if not is_choice(fact):
        likes_yes = liked is True and bool(bits & TRUE)
        return None if bits == NEITHER else likes_yes or not bits & FALSE
    words = problem.circuit.words[fact.name]
    if liked in words and bits >> words.index(str(liked)) & 1:
        return str(liked)
    return next((word for at, word in enumerate(words) if bits >> at & 1), None)
