"""Reading conditions: text and tree agree, and nothing foreign gets in."""

from __future__ import annotations

import re
import warnings
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from backfat_rules.errors import LanguageError
from backfat_rules.language import Expression, parse, render, walk
from backfat_rules.language.tree import Name
from tests.strategies import VOCABULARY, expressions, formulas


@given(expressions(VOCABULARY) | formulas(VOCABULARY))
def test_text_and_tree_agree(expression: Expression) -> None:
    """What is written out reads back as the same tree."""
    assert parse(render(expression)) == expression


@given(expressions(VOCABULARY) | formulas(VOCABULARY))
def test_offsets_point_at_the_names(expression: Expression) -> None:
    """Every name of a tree knows where it stands in its text."""
    text = render(expression)
    for part in walk(parse(text)):
        if isinstance(part, Name):
            assert re.match(rf"{part.name}\b", text[part.offset :])


@given(st.text() | st.text("ab<>=()[]{}'\"\\ 01.*+-,:#\n@&é", max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text does anything but become a tree or a LanguageError with a place inside the text."""
    try:
        offsets = [part.offset for part in walk(parse(text))]
    except LanguageError as error:
        offsets = [error.offset]
    assert all(0 <= offset <= len(text) for offset in offsets)


@given(
    st.lists(
        st.sampled_from(
            [
                "7",
                "1.5",
                ".5",
                "0x1",
                "1e5",
                "or ",
                "in ",
                "if ",
                "is",
                "not",
                "'7or'",
                "\\d",
                "a",
                " ",
            ]
        )
    )
)
@example(["7", "if", "1.5"])
@example(["0x1", "is", "7"])
def test_reading_never_warns(parts: list[str]) -> None:
    """What Python would read with a warning on a terminal is refused, with a place."""
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        with suppress(LanguageError):
            parse("".join(parts))
    assert not warned


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("sleep_hours < 7or night_shift", 15, "a number runs into a word. Put a blank between"),
        ("'\\d' in posture", 0, "a word holds no quote, backslash"),
    ],
)
def test_what_python_would_warn_of(text: str, offset: int, message: str) -> None:
    """The refusal says where, and what to do."""
    with pytest.raises(LanguageError, match=message) as refused:
        parse(text)
    assert refused.value.offset == offset


NO_PLACE = "has no place in a condition or formula."
FOREIGN = [
    # text, where the mistake is, what the message says
    ("lambda: 1", 0, "the word lambda has no place in a condition or formula."),
    (
        "a < 1 and __import__('os').system('ls')",
        10,
        "a call of this kind has no place in a condition or formula.",
    ),
    ("__import__('os')", 0, "there is no function __import__."),
    ("eval('1')", 0, "there is no function eval."),
    ("a.__class__ < 1", 0, "a dot between names has no place in a condition or formula."),
    ("a < b.real", 4, "a dot between names has no place in a condition or formula."),
    ("a[0] < 1", 0, "a part in square brackets has no place in a condition or formula."),
    ("f'{a}' in b", 0, "'in' cannot be used so."),
    ("1 < (a := 2)", 5, "the sign := has no place in a condition or formula."),
    ("[a for a in b]", 0, "the word for has no place in a condition or formula."),
    ("min(x for x in y)", 0, "min takes at least 2 arguments, and got 1."),
    ("min(*a, 1)", 4, "a star before a name has no place in a condition or formula."),
    ("min(a, b, key=c)", 0, "a call of this kind has no place in a condition or formula."),
    ("a is b", 0, "'is' has no meaning here."),
    ("a is not None", 0, "'is' has no meaning here."),
    ("None", 0, "this value has no place in a condition or formula."),
    ("True", 0, "a yes-or-no name is not compared."),
    ("sleep_hours < True", 14, "a yes-or-no name is not compared."),
    ("sleep_hours < -True", 15, "a yes-or-no name is not compared."),
    ("b'word' == a", 0, "this value has no place in a condition or formula."),
    ("a < 1j", 4, "this value has no place in a condition or formula."),
    ("a // 2 < 1", 0, "// has no place in a condition or formula."),
    ("~a", 0, "~ has no place in a condition or formula."),
    ("a < 1e999", 4, "this number is too large."),
    (f"a < 1{'0' * 400}", 4, "this number is too large."),
    ("a in ()", 0, "'in' cannot be used so."),
    ("a in (1, 2)", 6, "only quoted words can stand in this list."),
    ('a == "x\\n"', 5, "a word holds no quote, backslash or line break."),
    ('a == "back\\\\slash"', 5, "a word holds no quote, backslash or line break."),
    ("a == 'a \"quote\"'", 5, "a word holds no quote, backslash or line break."),
    ("ramp(a, 1)", 0, "ramp takes 3 arguments, and got 2."),
    ("ramp(a, 1, 2, 3)", 0, "ramp takes 3 arguments, and got 4."),
    ("max(a)", 0, "max takes at least 2 arguments, and got 1."),
    ("abs()", 0, "abs takes 1 arguments, and got 0."),
    ("abs(a, b)", 0, "abs takes 1 arguments, and got 2."),
    ("count()", 0, "count takes 1 arguments, and got 0."),
    ("count(a, b)", 0, "count takes 1 arguments, and got 2."),
    ('"é" in b and c.d', 13, "a dot between names has no place in a condition or formula."),
    ("  a.b", 2, "a dot between names has no place in a condition or formula."),
    ("(a < 1 and\n b.c)", 12, "a dot between names has no place in a condition or formula."),
    ("ramp(a, 1, 2, 3)", 0, "ramp takes 3 arguments, and got 4."),
    ("max(a)", 0, "max takes at least 2 arguments, and got 1."),
    ("abs()", 0, "abs takes 1 arguments, and got 0."),
    ("abs(a, b)", 0, "abs takes 1 arguments, and got 2."),
    ("count()", 0, "count takes 1 arguments, and got 0."),
    ("count(a, b)", 0, "count takes 1 arguments, and got 2."),
    ("not " * 60 + "a", 204, "this is nested too deeply."),
    ("-" * 60 + "a < 1", 50, "this is nested too deeply."),
    ("+".join("a" * 900), 0, "this is nested too deeply."),
    ("not " * 499 + "a", 204, "this is nested too deeply."),
    ("a < " + "-" * 1900 + "a", 54, "this is nested too deeply."),
    ("(" * 900 + "a" + ")" * 900, 50, "this is nested too deeply."),
    ("a < 1 or " * 300 + "a < 1", 2000, "this is longer than 2000 characters."),
    (f"max({', '.join(['(1 if a else 2)'] * 65)})", 1093, "a formula has at most 64 if ... else."),
]


@pytest.mark.parametrize(("text", "offset", "message"), FOREIGN, ids=range(len(FOREIGN)))
def test_foreign_text(text: str, offset: int, message: str) -> None:
    """What is Python but not of this language is refused in our words, where it stands."""
    with pytest.raises(LanguageError) as caught:
        parse(text)
    assert (caught.value.offset, caught.value.message) == (offset, message)


NO_EXPRESSION = [
    ("", 0),
    ("   ", 3),
    ("a <", 3),
    ("a < 7)", 5),
    ("a < 1\nb < 2", 6),
    ("a = 1", 2),
    ("import os", 0),
    ("a; b", 1),
    ("a && b", 3),
    ("“neck” in places", 0),
]


@pytest.mark.parametrize(("text", "offset"), NO_EXPRESSION, ids=range(len(NO_EXPRESSION)))
def test_no_expression(text: str, offset: int) -> None:
    """What is no expression at all is refused where reading stops."""
    with pytest.raises(LanguageError, match=r"cannot be read|was not opened") as caught:
        parse(text)
    assert caught.value.offset == offset


def test_a_whole_message() -> None:
    """The message names the column, counted from 1, the cause and the remedy."""
    with pytest.raises(LanguageError) as caught:
        parse("a < 1 and rampe(b, 1, 2) > 0")
    assert str(caught.value) == "column 11: there is no function rampe. Did you mean ramp?"
