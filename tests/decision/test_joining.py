"""Conditions put together for an end: on one level, with the decisive limit of each number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.decision.joined import gives_up, joined, limit_of
from backfat_rules.language import evaluate, parse
from backfat_rules.language.tree import AllOf, AnyOf, Expression


@pytest.mark.parametrize(
    ("condition", "limit"),
    [
        ("size < 3", ("size", False, 3)),
        ("size <= 3", ("size", False, 3)),
        ("size > 3", ("size", True, 3)),
        ("size >= 3", ("size", True, 3)),
        ("not size < 3", ("size", True, 3)),
        ("not size >= 3", ("size", False, 3)),
        ("size == 3", None),
        ("not size == 3", None),
        ("size < weight", None),
        ("tired", None),
        ("not tired", None),
    ],
)
def test_the_limit_that_a_condition_sets(condition: str, limit: object) -> None:
    """Whether a number must be high or low, also where the opposite is denied."""
    assert limit_of(parse(condition)) == limit


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("sessions < 1", True),
        ("sessions <= 0", True),
        ("not sessions >= 1", True),
        ("sessions < 2", False),
        ("sessions >= 1", False),
        ("not sessions < 1", False),
        ("tired", False),
    ],
)
def test_to_stop_altogether_is_the_last_resort(condition: str, expected: bool) -> None:
    """An end is no way to give something up while there is another."""
    assert gives_up(parse(condition)) is expected


@pytest.mark.parametrize(
    ("form", "parts", "whole"),
    [
        (AllOf, ["size < 3", "size < 2"], "size < 2"),
        (AllOf, ["size < 2", "size < 3"], "size < 2"),
        (AnyOf, ["size < 3", "size < 2"], "size < 3"),
        (AnyOf, ["size > 3", "size > 2"], "size > 2"),
        (AllOf, ["size > 2", "not size <= 3"], "not size <= 3"),
        (AllOf, ["size > 2", "size < 3"], "size > 2 and size < 3"),
        (AllOf, ["size < 3", "weight < 2"], "size < 3 and weight < 2"),
        (AllOf, ["tired and busy", "tired", "busy and size < 1"], "tired and busy and size < 1"),
        (AnyOf, ["tired or busy", "tired"], "tired or busy"),
        (AllOf, ["tired or busy", "tired"], "(tired or busy) and tired"),
    ],
)
def test_only_the_decisive_limit_is_said(
    form: type[AllOf] | type[AnyOf], parts: list[str], whole: str
) -> None:
    """Each part is said once, and of two limits on a number the one that counts."""
    assert joined(form, [parse(part) for part in parts]) == parse(whole)


_limits = st.builds(
    "{}{} {} {}".format,
    st.sampled_from(["", "not "]),
    st.sampled_from(["size", "weight"]),
    st.sampled_from(["<", ">="]),
    st.integers(0, 3),
)


@given(
    st.sampled_from([AllOf, AnyOf]),
    st.lists(_limits, min_size=2, max_size=5),
    st.fixed_dictionaries({"size": st.integers(-1, 4), "weight": st.integers(-1, 4)}),
)
def test_joined_means_the_same(
    form: type[AllOf] | type[AnyOf], parts: list[str], known: dict[str, int]
) -> None:
    """What is left out changes nothing: the whole is true just where all, or any, parts are."""
    trees: list[Expression] = [parse(part) for part in parts]
    whole = all if form is AllOf else any
    assert evaluate(joined(form, trees), known) is whole(
        evaluate(tree, known) is True for tree in trees
    )
