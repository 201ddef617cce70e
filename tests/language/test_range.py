"""What a number known only as a range means in conditions."""

from __future__ import annotations

import copy
import math
import operator
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.language import Expression, Range, Value, compute, evaluate, parse
from backfat_rules.language.tree import Compare, Name, Number
from tests.language.generated import truth_of
from tests.ranges import around, narrower, told_as_ranges
from tests.strategies import VOCABULARY, expressions, formulas, known

SIGNS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
NUMBERS = st.integers(-5, 5) | st.floats(-6, 6)


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        ({}, "needs an end"),
        ({"at_least": 5, "above": 5}, "given twice"),
        ({"at_most": 5, "below": 6}, "given twice"),
        ({"at_least": 7, "at_most": 5}, "no number is at least 7 and at most 5"),
        ({"at_least": 7, "below": 7}, "no number is at least 7 and below 7"),
        ({"above": 7, "below": math.nextafter(7, 8)}, "no number is"),
        ({"at_least": math.nan}, "finite"),
        ({"below": math.inf}, "finite"),
        ({"below": 10**400}, "finite"),
    ],
)
def test_what_is_no_range_is_refused(ends: dict[str, float], said: str) -> None:
    """A range has an end, is not empty, and says each end once."""
    with pytest.raises(ValueError, match=said):
        Range(**ends)


def test_a_range_is_a_value() -> None:
    """It is frozen, equal to one of the same ends, hashable, short to read, and can be pickled."""
    told = Range(at_least=5, below=7)
    assert told == Range(at_least=5.0, below=7.0) != Range(at_least=5, at_most=7)
    assert len({told, Range(at_least=5, below=7), Range(below=7)}) == 2
    assert pickle.loads(pickle.dumps(told)) == copy.deepcopy(told) == eval(repr(told)) == told
    assert repr(told) == "Range(at_least=5.0, below=7.0)"
    with pytest.raises(AttributeError):
        told.below = 8  # type: ignore[misc]


@given(st.data(), NUMBERS, NUMBERS, st.sampled_from(sorted(SIGNS)))
def test_an_operator_is_true_only_for_all_numbers_of_both(
    data: st.DataObject, one: float, other: float, sign: str
) -> None:
    """What a comparison of ranges calls certain holds for every number in them, either way."""
    left, right = data.draw(around(one)), data.draw(around(other))
    holds = SIGNS[sign]
    if holds(left, right):
        assert holds(one, other)
    if holds(left, other):
        assert holds(one, other)
    if holds(one, right):
        assert holds(one, other)


@given(NUMBERS, st.floats(-6, 6), st.sampled_from(sorted(SIGNS)))
def test_an_operator_is_certain_as_soon_as_it_can_be(low: float, limit: float, sign: str) -> None:
    """With one end and one limit a comparison is certain exactly where no number speaks against."""
    closed, opened = Range(at_least=low), Range(above=low)
    assert (closed > limit, closed >= limit) == (low > limit, low >= limit)
    assert (opened > limit) == (opened >= math.nextafter(limit, math.inf)) == (low >= limit)
    assert not SIGNS[sign](closed, closed) or sign in ("<=", ">=")


CONDITION = parse("size < 7")


@pytest.mark.parametrize(
    ("told", "answer"),
    [
        (Range(at_least=5, below=7), True),
        (Range(at_least=5, at_most=7), None),
        (Range(above=6.5, at_most=8), None),
        (Range(at_least=7), False),
        (Range(above=7), False),
        (Range(below=7), True),
        (Range(at_most=7), None),
    ],
)
def test_a_comparison_is_known_where_the_range_lies_on_one_side(
    told: Range, answer: bool | None
) -> None:
    """Whether an end belongs to the range decides at the limit itself."""
    assert evaluate(CONDITION, {"size": told}) is answer
    assert evaluate(parse("not size < 7"), {"size": told}) is (
        None if answer is None else not answer
    )


def test_equality_and_two_ranges() -> None:
    """Ranges apart are certainly unequal; where they meet nothing is known, even if they agree."""
    facts = {"size": Range(below=3), "weight": Range(at_least=3), "same": Range(below=3)}
    assert evaluate(parse("size < weight"), facts) is True
    assert evaluate(parse("size == weight"), facts) is False
    assert evaluate(parse("size == same"), facts) is None
    assert evaluate(parse("size == 5"), facts) is False
    assert evaluate(parse("weight == 5"), facts) is None


def test_arithmetic_of_a_range_is_unknown() -> None:
    """No number is invented from a range: sums, functions and formulas of it are unknown."""
    facts = {"size": Range(at_least=3, below=4)}
    for text in ("size + 1 > 0", "abs(size) >= 0", "max(size, 9) >= 9", "ramp(size, 0, 1) == 1"):
        assert evaluate(parse(text), facts) is None
    assert compute(parse("size"), facts) is None
    assert compute(parse("size if 1 < 2 else 3"), facts) is None


@given(expressions(VOCABULARY) | formulas(VOCABULARY), known(VOCABULARY), st.data())
def test_narrowing_never_flips_an_answer(
    expression: Expression, facts: dict[str, Value], data: st.DataObject
) -> None:
    """From unknown over narrower and narrower ranges to numbers: an answer, once given, stays."""
    wide = data.draw(told_as_ranges(facts))
    narrow = dict(wide)
    for name, value in wide.items():
        number = facts[name]
        if isinstance(value, Range) and isinstance(number, (int, float)):
            narrow[name] = data.draw(narrower(value, number))
    unknown = {name: value for name, value in facts.items() if value == wide[name]}
    answers = [_answer(expression, each) for each in (unknown, wide, narrow, facts)]
    given_ones = [each for each in answers if each is not None]
    assert answers[: len(answers) - len(given_ones)] == [None] * (4 - len(given_ones))
    assert all(each == answers[-1] for each in given_ones)


def _answer(expression: Expression, facts: dict[str, Value]) -> Value:
    value = evaluate(expression, facts)
    return None if isinstance(value, Range) else value


@given(expressions(VOCABULARY) | formulas(VOCABULARY), known(VOCABULARY))
def test_a_range_of_one_number_is_that_number(
    expression: Expression, facts: dict[str, Value]
) -> None:
    """Nothing can tell the two apart."""
    points = {
        name: Range(at_least=value, at_most=value)
        if isinstance(value, float) and math.isfinite(value)
        else value
        for name, value in facts.items()
    }
    assert evaluate(expression, points) == evaluate(expression, facts)


@given(expressions(VOCABULARY), known(VOCABULARY), st.booleans(), st.data())
def test_a_generated_condition_takes_ranges(
    condition: Expression, facts: dict[str, Value], read_first: bool, data: st.DataObject
) -> None:
    """What engines run says of ranges what the definition says."""
    told = data.draw(told_as_ranges(facts))
    assert truth_of(condition, told, read_first=read_first) is evaluate(condition, told)


@given(st.sampled_from([*SIGNS, "=="]), NUMBERS, st.floats(-6, 6), st.data())
def test_a_compared_range_is_unknown_only_between(
    sign: str, number: float, limit: float, data: st.DataObject
) -> None:
    """Where a comparison is unknown, the ends of the range speak for and against it."""
    told = data.draw(around(number))
    condition = Compare(sign, Name("size"), Number(limit))  # type: ignore[arg-type]
    ends = [max(-1e9, told.lowest), min(1e9, told.highest)]
    inside = [*ends, limit] if told.contains(limit) else ends
    seen = {evaluate(condition, {"size": each}) for each in inside}
    answer = evaluate(condition, {"size": told})
    assert (seen == {True, False}) if answer is None else (seen == {answer})
