"""What facts may be: the box in which a search begins, and a completion out of a box.

A told fact is what was told; a number told as a range can be anything in it. A fact that is *free*
can be anything that its range, words and wholeness allow. Any other fact stays unknown. Limits need
no list of cells: the search cuts a range at the limit of the condition that it has to settle, into
points and spans of floats.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

from backfat_rules.exact.axes import Axis, Reals, Wholes
from backfat_rules.exact.box import Box
from backfat_rules.exact.build import unused
from backfat_rules.exact.problem import Problem
from backfat_rules.exact.spans import ANYTHING, LARGEST, UNDEFINED, Span
from backfat_rules.exact.worth import FALSE, NEITHER, TRUE, bit_of
from backfat_rules.language import Facts, Range
from backfat_rules.profile import Fact

MANY = 100
"""How many words beyond the named ones a set without a list of words can hold."""

LARGEST_WHOLE = 2.0**53


def start(problem: Problem, facts: Mapping[str, Fact], known: Facts, free: Container[str]) -> Box:
    """The box of all completions."""
    return Box(
        [_bits(problem, facts, known, free, fact, word) for fact, word in problem.bits],
        [
            ANYTHING if fact is None else _span(problem, facts, known, free, fact)
            for fact in problem.spans
        ],
    )


def axes(problem: Problem, facts: Mapping[str, Fact]) -> list[Axis]:
    """The numbers that each span of a problem is made of."""
    return [
        Wholes() if name is not None and _is_whole(facts.get(name)) else Reals()
        for name in problem.spans
    ]


def _is_whole(fact: Fact | None) -> bool:
    return fact is not None and (fact.whole or is_set(fact))


def is_set(fact: Fact) -> bool:
    """Whether the fact is a set of words."""
    return fact.type.kind == "set"


def _bits(
    problem: Problem,
    facts: Mapping[str, Fact],
    known: Facts,
    free: Container[str],
    fact: str,
    word: str,
) -> int:
    value, is_free = known.get(fact), fact in free and fact in facts
    if fact in problem.words:
        words = problem.words[fact]
        if value is not None:
            return 1 << words.index(str(value)) if value in words else 1 << (len(words) + 1)
        return choice_bits(words, facts[fact]) if is_free else 1 << len(words)
    if value is None:
        return (word_bits(facts[fact], word) if word else TRUE | FALSE) if is_free else NEITHER
    if word:
        return bit_of(word in value) if isinstance(value, frozenset) else NEITHER
    return bit_of(value)


def choice_bits(words: tuple[str, ...], fact: Fact) -> int:
    """The bits of the words that a choice allows."""
    return sum(1 << at for at, word in enumerate(words) if not fact.words or word in fact.words)


def word_bits(fact: Fact, word: str) -> int:
    """Whether a set can hold a word and can be without it."""
    return TRUE | FALSE if not fact.words or word in fact.words else FALSE


def _span(
    problem: Problem, facts: Mapping[str, Fact], known: Facts, free: Container[str], name: str
) -> Span:
    value, is_free = known.get(name), name in free and name in facts
    if isinstance(value, frozenset):
        others = float(len(value.difference(named_words(problem, name))))
        return (others, others, False)
    if isinstance(value, (int, float)):
        return (float(value), float(value), False)
    if isinstance(value, Range):
        return span_of(value, facts.get(name), certain=is_free)
    if not is_free:
        return UNDEFINED
    if is_set(facts[name]):
        return (0.0, float(len(other_words(problem, facts[name]))), False)
    return limits_of(facts[name])


def limits_of(fact: Fact) -> Span:
    """The range of a number."""
    largest = LARGEST_WHOLE if fact.whole else LARGEST
    low = -largest if fact.low is None else float(fact.low)
    high = largest if fact.high is None else float(fact.high)
    return (low, high, False)


def span_of(told: Range, fact: Fact | None, *, certain: bool = True) -> Span:
    """A number that is known only as a range; not ``certain`` if it may stay unknown in it."""
    low, high, _ = (-LARGEST, LARGEST, False) if fact is None else limits_of(fact)
    span = (max(low, told.lowest), min(high, told.highest), not certain)
    return Wholes().snapped(span) if _is_whole(fact) else span


def named_words(problem: Problem, fact: str) -> frozenset[str]:
    """The words of a set that the condition names."""
    return frozenset(word for _, word in problem.slots.get(fact, ()))


def other_words(problem: Problem, fact: Fact) -> tuple[str, ...]:
    """Words that the set can hold and the condition does not name."""
    named = named_words(problem, fact.name)
    if fact.words:
        return tuple(word for word in fact.words if word not in named)
    made: tuple[str, ...] = ()
    while len(made) < MANY:
        made = (*made, unused((*named, *made), len(made)))
    return made
