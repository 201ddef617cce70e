"""Type checking: well-typed expressions pass, and each mistake is named whole."""

from __future__ import annotations

import pytest
from hypothesis import assume, given

from backfat_rules.language import NUMBER, TRUTH, Expression, Mistake, check, names_in, parse
from tests.strategies import VOCABULARY, expressions, formulas


@given(expressions(VOCABULARY))
def test_well_typed_conditions(condition: Expression) -> None:
    """Nothing is found wrong with a well-typed condition that names something."""
    assume(names_in(condition))
    assert check(condition, VOCABULARY, TRUTH) == ()


@given(formulas(VOCABULARY))
def test_well_typed_formulas(formula: Expression) -> None:
    """Nothing is found wrong with a well-typed formula, be it a constant."""
    assert check(formula, VOCABULARY, NUMBER) == ()


@given(formulas(VOCABULARY))
def test_a_number_is_no_condition(formula: Expression) -> None:
    """A formula where a condition is needed is a mistake, and only one."""
    assert [found.code for found in check(formula, VOCABULARY, TRUTH)] == ["type-mismatch"]


COUNT = "Write count(...) for how many it holds."
LIMIT = "Compare the number with a limit, such as < 7."
ALONE = "Use a yes-or-no name alone, without a comparison."
WORDS = 'Write == "word" or in ("word", "word").'
RAMP = "Write ramp(x, number where it is 0, number where it is 1)."
MISTAKES = [
    ("siz < 7", 0, "unknown-name", "there is no fact, value or finding siz.", "Did you mean size?"),
    ("tired and qwertz", 10, "unknown-name", "there is no fact, value or finding qwertz.", ""),
    ("size", 0, "type-mismatch", "size is a number, and yes or no is needed here.", LIMIT),
    ("not size", 4, "type-mismatch", "size is a number, and yes or no is needed here.", LIMIT),
    ("size + 1", 0, "type-mismatch", "this is a number, and yes or no is needed here.", LIMIT),
    ("places < 7", 0, "type-mismatch", "places is a set, and a number is needed here.", COUNT),
    ("7 > tired", 4, "type-mismatch", "tired is yes or no, and a number is needed here.", ALONE),
    ("colour < 7", 0, "type-mismatch", "colour is a word, and a number is needed here.", WORDS),
    ("count(size) < 1", 6, "type-mismatch", "size is a number, and a set is needed here.", LIMIT),
    ('"gym" in colour', 9, "type-mismatch", "colour is a word, and a set is needed here.", WORDS),
    (
        'places == "gym"',
        0,
        "type-mismatch",
        "places is a set, and a word is needed here.",
        'Write "word" in it.',
    ),
    ('colour == "gren"', 10, "unknown-word", 'colour is never "gren".', "Did you mean green?"),
    ('"gymn" in places', 0, "unknown-word", 'places is never "gymn".', "Did you mean gym?"),
    (
        'colour in ("red", "?")',
        18,
        "unknown-word",
        'colour is never "?".',
        "It can be blue, green, red.",
    ),
    ("3 < 4", 0, "constant", "this never depends on anything.", "Name a fact."),
    (
        "ramp(size, 7, 7) > 0",
        0,
        "bad-ramp",
        "a ramp runs between two different numbers.",
        RAMP,
    ),
    (
        "ramp(size, 7, weight) > 0",
        0,
        "bad-ramp",
        "a ramp runs between two different numbers.",
        RAMP,
    ),
    (
        "(1 if tired else 2) < size",
        1,
        "if-in-condition",
        "if ... else cannot stand in a condition.",
        "Write it with and/or, or name it as a value.",
    ),
]


@pytest.mark.parametrize(("text", "offset", "code", "message", "remedy"), MISTAKES)
def test_mistakes(text: str, offset: int, code: str, message: str, remedy: str) -> None:
    """A mistake is named with its place, its kind, its cause and what to do."""
    assert check(parse(text), VOCABULARY, TRUTH) == (Mistake(offset, code, message, remedy),)


def test_all_mistakes_at_once() -> None:
    """Every mistake of one condition is found, from left to right."""
    found = check(parse("siz < 7 and (places < 3 or not weight)"), VOCABULARY, TRUTH)
    assert [mistake.offset for mistake in found] == [0, 13, 31]
