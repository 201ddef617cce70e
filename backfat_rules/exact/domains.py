"""What facts may be: the box in which a search begins.

A told fact is what was told. A fact that is *free* can be anything that its range, words and
wholeness allow, and where a range was told anything in that. Any other fact stays as unknown as it
is.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from backfat_rules.exact.box import Box
from backfat_rules.exact.circuit import Circuit
from backfat_rules.exact.grids import Grid, Wholes
from backfat_rules.exact.named_words import unused
from backfat_rules.exact.propagate import refresh
from backfat_rules.exact.spans import ANYTHING, LARGEST, UNDEFINED, Span
from backfat_rules.exact.worth import FALSE, NEITHER, TRUE, bit_of
from backfat_rules.language import Facts, Range, Value
from backfat_rules.profile import Fact

MANY = 100
"""How many words beyond the named ones a set without a list of words can hold."""

LARGEST_WHOLE = 2.0**53


def start(circuit: Circuit, known: Facts, free: Container[str]) -> Box:
    """The box of all completions, and in it what every part can be."""
    box = Box([TRUE | FALSE | NEITHER] * len(circuit.parts), [ANYTHING] * len(circuit.parts))
    put(circuit, box, circuit.questions, known, free)
    refresh(circuit, box, range(len(circuit.parts)))
    return box


def at_point(circuit: Circuit, known: Facts, names: Iterable[str], places: Iterable[int]) -> Box:
    """What some parts are, given what is told of some facts; operands have to come first."""
    box = Box([NEITHER] * len(circuit.parts), [UNDEFINED] * len(circuit.parts))
    put(circuit, box, names, known, ())
    refresh(circuit, box, places)
    return box


def put(
    circuit: Circuit, box: Box, names: Iterable[str], known: Facts, free: Container[str]
) -> None:
    """Put into a box what some facts may be."""
    for name in names:
        fact = circuit.facts.get(name) if name in free else None
        value = known.get(name)
        for at, word in circuit.questions[name]:
            box.bits[at] = _bits(circuit, name, word, value, fact)
            if not word:
                box.spans[at] = _span(circuit, name, value, fact)


def whole_lines(circuit: Circuit) -> dict[int, Grid]:
    """The grids of those numbers that are whole."""
    return {
        at: Wholes()
        for name, questions in circuit.questions.items()
        for at, word in questions
        if not word and name in circuit.facts and is_counted(circuit.facts[name])
    }


def is_counted(fact: Fact) -> bool:
    """Whether its numbers are whole: of a set, how many further words it holds."""
    return fact.whole or is_set(fact)


def is_set(fact: Fact) -> bool:
    """Whether the fact is a set of words."""
    return fact.type.kind == "set"


def is_choice(fact: Fact) -> bool:
    """Whether the fact is one of some words."""
    return fact.type.kind == "choice"


def _bits(circuit: Circuit, name: str, word: str, value: Value, fact: Fact | None) -> int:
    if word:
        if isinstance(value, frozenset):
            return bit_of(word in value)
        return NEITHER if fact is None else word_bits(fact, word)
    if isinstance(value, str) or (name in circuit.facts and is_choice(circuit.facts[name])):
        words = circuit.words.get(name, ())
        if value is not None:
            return 1 << words.index(str(value)) if value in words else 1 << (len(words) + 1)
        return 1 << len(words) if fact is None else choice_bits(words, fact)
    if value is None:
        return NEITHER if fact is None else TRUE | FALSE
    return bit_of(value)


def choice_bits(words: tuple[str, ...], fact: Fact) -> int:
    """The bits of the words that a choice allows."""
    return sum(1 << at for at, word in enumerate(words) if not fact.words or word in fact.words)


def word_bits(fact: Fact, word: str) -> int:
    """Whether a set can hold a word and can be without it."""
    return TRUE | FALSE if not fact.words or word in fact.words else FALSE


def _span(circuit: Circuit, name: str, value: Value, fact: Fact | None) -> Span:
    if isinstance(value, frozenset):
        others = float(len(value.difference(circuit.words.get(name, ()))))
        return (others, others, False)
    if isinstance(value, (int, float)):
        return (float(value), float(value), False)
    if isinstance(value, Range):
        return span_of(value, circuit.facts.get(name), certain=fact is not None)
    if fact is None or fact.type.kind not in ("number", "set"):
        return UNDEFINED
    return (0.0, float(len(other_words(circuit, fact))), False) if is_set(fact) else limits_of(fact)


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
    return Wholes().snapped(span) if fact is not None and fact.whole else span


def other_words(circuit: Circuit, fact: Fact) -> tuple[str, ...]:
    """Words that a set can hold and no condition names."""
    if fact.words:
        return ()
    made: tuple[str, ...] = ()
    while len(made) < MANY:
        made = (*made, unused((*circuit.words.get(fact.name, ()), *made), len(made)))
    return made
