"""Conditions written as one says them, or as another language: the remedy is the line to write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.errors import LanguageError
from backfat_rules.language import TRUTH, check, parse
from backfat_rules.language.sizes import LONGEST
from backfat_rules.profile import Profile, facts_of

FACTS = {name: fact.type for name, fact in facts_of(Profile).items()}
FOREIGN_WORDS = ("syntax", "invalid", "Perhaps", "expression", "literal", "ast", "Op", "token")

SAID = {
    "sleep_hours < 7 && stress_level > 5": "sleep_hours < 7 and stress_level > 5",
    "sleep_hours < 7 || stress_level > 5": "sleep_hours < 7 or stress_level > 5",
    "sleep_hours < 7 & stress_level > 5": "sleep_hours < 7 and stress_level > 5",
    "!pregnant": "not pregnant",
    "NOT pregnant AND age > 50": "not pregnant and age > 50",
    "sleep_hours = 7": "sleep_hours == 7",
    "sleep_hours < 7 hours": "sleep_hours < 7",
    "sleep_hours < 7h": "sleep_hours < 7",
    "water_l_per_day < 2 L a day": "water_l_per_day < 2",
    "sleep_hours < 7 hours and age > 18 years": "sleep_hours < 7 and age > 18",
    "sleep_hours < 7,5": "sleep_hours < 7.5",
    "sleep hours < 7": "sleep_hours < 7",
    "sleep_hours is less than 7": "sleep_hours < 7",
    "sleep_hours is less than or equal to 7": "sleep_hours <= 7",
    "age is at least 65": "age >= 65",
    "age older than 65 or sleep_hours at most 5": "age > 65 or sleep_hours <= 5",
    "age => 65": "age >= 65",
    "age \u2265 65": "age >= 65",
    "age <> 65": "age != 65",
    "age is 65": "age == 65",
    "age is not 65": "age != 65",
    "sleep_hours between 5 and 7": "5 <= sleep_hours <= 7",
    "sleep_hours is between 5 and 7 hours": "5 <= sleep_hours <= 7",
    "sex is female": 'sex == "female"',
    "sex is not female": 'sex != "female"',
    "sex = 'female'": "sex == 'female'",
    'sex in ["female"]': 'sex == "female"',
    "dietary_pattern in [vegan, vegetarian]": 'dietary_pattern in ("vegan", "vegetarian")',
    "pain_sites includes lower_back": '"lower_back" in pain_sites',
    'pain_sites contains "neck"': '"neck" in pain_sites',
    'pain_sites.includes("neck")': '"neck" in pain_sites',
    "pain_sites does not include neck": '"neck" not in pain_sites',
    "\u201cneck\u201d in pain_sites": '"neck" in pain_sites',
    "pain_sites is empty": "count(pain_sites) == 0",
    "pregnant == True": "pregnant",
    "pregnant = yes": "pregnant",
    "pregnant is false": "not pregnant",
    "weight_kg ^ 2 > 400": "weight_kg ** 2 > 400",
}


@pytest.mark.parametrize("text", SAID)
def test_the_line_to_write_is_given(text: str) -> None:
    """The remedy is a line that means what was said, and it can be used as it stands."""
    with pytest.raises(LanguageError) as caught:
        parse(text)
    assert caught.value.remedy == f"Write: {SAID[text]}"
    assert check(parse(SAID[text]), FACTS, TRUTH) == ()


UNQUOTED = {
    "sex == female": 'sex == "female"',
    "food_exclusions == dairy": '"dairy" in food_exclusions',
}


@pytest.mark.parametrize("text", UNQUOTED)
def test_a_word_without_quotes_gets_them(text: str) -> None:
    """Whoever forgets the quotes of a word is told the line with them."""
    (mistake,) = check(parse(text), FACTS, TRUTH)
    assert mistake.remedy == f"Write: {UNQUOTED[text]}"
    assert check(parse(UNQUOTED[text]), FACTS, TRUTH) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("(sleep_hours < 7", "a bracket is opened and not closed."),
        ("sleep_hours < 7)", "a bracket is closed that was not opened."),
        ('sex == "female', "a quote is opened and not closed."),
        ("sleep_hours <", "this cannot be read as a condition or formula."),
        ("sleep_hours % 2 < 1", "% has no place in a condition or formula."),
    ],
)
def test_what_cannot_be_guessed_is_said_plainly(text: str, said: str) -> None:
    """Where no line can be offered, the message still says what is wrong."""
    with pytest.raises(LanguageError) as caught:
        parse(text)
    assert caught.value.message == said
    assert caught.value.remedy


PIECES = st.sampled_from(
    [*"()[]{}!=<>&|+-*/%^.,;:'\"`~@#?$ \x1b", "sleep_hours", "7", "7 h", " and ", " is ", " in "]
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=40))
def test_no_words_of_another_trade_reach_an_author(text: str) -> None:
    """Whatever is written, a refusal is in plain words, and a line that it offers can be read."""
    try:
        parse(text)
    except LanguageError as error:
        said = error.message.replace(text, "")
        assert not [word for word in FOREIGN_WORDS if word in said.split()]
        if error.remedy.startswith("Write: "):
            parse(error.remedy.removeprefix("Write: "))


def test_a_line_that_is_offered_moves_no_cursor() -> None:
    """A control character behind what is mended is not told back."""
    with pytest.raises(LanguageError) as caught:
        parse("0;#\x1b")
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("piece", ["a ", "! ", "= ", "'", "7 h ", "x is ", "(", "x in [", "a, "])
def test_a_long_text_is_refused_like_a_short_one(piece: str) -> None:
    """The longest text that is allowed ends in a refusal, however it is made up."""
    with pytest.raises(LanguageError):
        parse((piece * LONGEST)[:LONGEST] + "!")
