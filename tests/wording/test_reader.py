"""A reader: numbers, lists, facts and conditions in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import create_model

from backfat_rules import BackfatRulesError, Profile, load_knowledge
from backfat_rules.knowledge.catalogue import Prescription
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.knowledge.sentences import Language
from backfat_rules.language import parse
from backfat_rules.profile.fields import number, several, yes_no
from backfat_rules.units import UnitSystem
from backfat_rules.wording import Reader
from backfat_rules.wording.numbers import number_text, plural_of, rounded

KNOWLEDGE = load_knowledge()
READER = Reader(KNOWLEDGE)
DOGS: Any = create_model(
    "DogProfile",
    __base__=Profile,
    dog=(bool | None, yes_no("have a dog", "Do you have a dog?")),
    dog_walks=(int | None, number("dog walks", "per day", 0, 9, "How many walks a day?")),
    dog_kinds=(frozenset[str] | None, several("kinds of dog", "Which kinds?")),
)
BASE = Path(__file__).parents[1] / "broken" / "base"
OWN = Reader(load_knowledge(base=BASE, profile=DOGS))


@pytest.mark.parametrize(
    ("condition", "yes", "no"),
    [
        ("sleep_hours < 7", "sleep is below 7 h", "sleep is at least 7 h"),
        ("steps_per_day >= 7000", "steps are at least 7,000 a day", "steps are below 7,000 a day"),
        (
            "pain_weeks <= 1",
            "duration of pain is at most 1 week",
            "duration of pain is above 1 week",
        ),
        ("stress_level > 6", "stress is above 6", "stress is at most 6"),
        ("age == 30", "age is 30 years", "age is not 30 years"),
        (
            "3 > phq2",
            *(f"score of the two mood questions (PHQ-2) is {t} 3" for t in ("below", "at least")),
        ),
        ("pregnant", "you are pregnant", "you are not pregnant"),
        ("not skips_meals", "you do not often skip meals", "you often skip meals"),
        ('work_schedule == "night"', "work schedule is night", "work schedule is not night"),
        (
            'experience in ("none", "beginner")',
            "training experience is none or beginner",
            "training experience is not none or beginner",
        ),
        (
            '"lower_back" in pain_sites',
            "your answer on sites of pain includes lower back",
            "your answer on sites of pain leaves out lower back",
        ),
        (
            '"deadlift_sumo" in current_exercises',
            "your answer on current exercises includes sumo deadlift",
            "your answer on current exercises leaves out sumo deadlift",
        ),
        (
            "count(symptoms) > 1",
            *(f"the number of symptoms is {t} 1" for t in ("above", "at most")),
        ),
        (
            "count(posture) > 1",
            *(f"the number of answers on posture is {t} 1" for t in ("above", "at most")),
        ),
        (
            "2 * (sleep_hours - work_hours_per_day) < 1",
            "2 times (sleep minus work) is below 1 h",
            "2 times (sleep minus work) is at least 1 h",
        ),
        (
            "protein_g_per_day < protein_minimum",
            *(f"daily protein is {t} least daily protein" for t in ("below", "at least")),
        ),
        (
            "water_target > 2",
            "daily drinks to aim for are above 2 L a day",
            "daily drinks to aim for are at most 2 L a day",
        ),
    ],
)
def test_a_condition_reads_as_a_statement(condition: str, yes: str, no: str) -> None:
    """A condition and its opposite are plain sentences, in the number of their label."""
    tree = parse(condition)
    assert (READER.condition(tree), READER.condition(tree, False)) == (yes, no)


@pytest.mark.parametrize("condition", ["short_sleep", "max(sleep_hours, 3) > 2"])
def test_what_has_no_plain_words_is_left_to_the_language(condition: str) -> None:
    """Nothing is guessed for a condition that no sentence fits."""
    assert READER.condition(parse(condition)) is None


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("sleep_hours", 5.5, "sleep 5.5 h"),
        ("stress_level", 8, "stress 8"),
        ("steps_per_day", 12000, "steps 12,000 a day"),
        ("age", 1, "age 1 year"),
        ("equipment", frozenset(), "equipment none"),
        ("equipment", frozenset({"pull_up_bar", "band"}), "equipment band and pull up bar"),
        ("sex", "female", "sex female"),
        ("conditions", frozenset({"hiv"}), "health conditions HIV"),
        ("breastfeeding", False, "you are not breastfeeding"),
        ("energy_need", 2134.2, "estimated energy need 2,150 kcal a day"),
        ("strength_days_to_add", 1, "strength days missing to two a week 1 day per week"),
    ],
)
def test_a_fact_reads_with_its_unit_and_labels(name: str, value: Any, words: str) -> None:
    """What was told is said in words, and a computed number in steps that can be used."""
    assert READER.fact(name, value) == words


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        ({"sets": (2, 3), "reps": (8, 8), "per_side": True}, "2 to 3 sets of 8 per side"),
        ({"hold_seconds": (20, 20), "per_side": True}, "held 20 s per side"),
        (
            {"work_seconds": (20, 20), "rounds": (2, 2), "per_side": True},
            "20 s of work per side, 2 rounds",
        ),
        ({"sets": (2, 2), "hold_seconds": (20, 30)}, "2 sets, held 20 to 30 s"),
        ({"reps": (5, 10), "rest_seconds": (60, 60)}, "5 to 10 times, 60 s rest"),
        (
            {"minutes": (20, 30), "per_week": (2, 3), "effort": "easy"},
            "20 to 30 min, 2 to 3 times a week, easy",
        ),
        ({"rounds": (3, 4), "work_seconds": (30, 30)}, "30 s of work, 3 to 4 rounds"),
    ],
)
def test_a_prescription_reads_in_one_line(dose: dict[str, Any], words: str) -> None:
    """How much of an exercise is one line, a single number where both ends are the same."""
    assert READER.prescription(Prescription(context="targeted", **dose)) == words


def test_a_text_shows_no_hidden_or_missing_number() -> None:
    """A text is filled with the person's own numbers, or not at all."""
    text = Template.read("You sleep {sleep_hours} h.")
    assert READER.fill(text, {"sleep_hours": 5.5}) == "You sleep 5.5 h."
    assert READER.fill(text, {}) is None
    assert READER.fill(text, {"sleep_hours": 5.5}, hidden={"sleep_hours"}) is None


@pytest.mark.parametrize(
    ("units", "asked"),
    [("metric", "centimetres"), ("us", "feet and inches"), ("uk", "feet and inches")],
)
def test_a_question_asks_for_the_units_of_the_reader(units: UnitSystem, asked: str) -> None:
    """Nobody has to convert their height before they can answer."""
    assert asked in Reader(KNOWLEDGE, units=units).question("height_cm")


def test_facts_of_an_app_stand_for_themselves() -> None:
    """An app that adds facts writes no words for them, and they read all the same."""
    assert OWN.truth("dog", True) == "you have a dog"
    assert OWN.truth("dog", False) == "it is not so that you have a dog"
    assert OWN.fact("dog_walks", 2) == "dog walks 2 per day"
    assert (
        OWN.fact("dog_kinds", frozenset({"great_dane", "poodle"}))
        == "kinds of dog great dane and poodle"
    )
    assert READER.value("dog_kinds", "great_dane") == "great dane"


def test_an_unknown_language_or_country_is_named() -> None:
    """Who asks for a language without words learns which there are."""
    with pytest.raises(BackfatRulesError, match=r"the language 'tlh'; known: en\."):
        Reader(KNOWLEDGE, language="tlh")
    with pytest.raises(BackfatRulesError, match="no emergency numbers for 'atlantis'"):
        Reader(KNOWLEDGE, country="atlantis")


def test_a_sentence_needs_its_slots() -> None:
    """A sentence with a hole in it is never shown."""
    with pytest.raises(KeyError, match="done-when needs more"):
        READER.say("done-when")


@pytest.mark.parametrize(
    ("texts", "shown"),
    [([], ""), (["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")],
)
def test_a_list_ends_with_its_last_word(texts: list[str], shown: str) -> None:
    """Lists of any length read as in a sentence."""
    assert READER.listed(texts, "list-or") == shown


RUSSIAN = Language.model_validate(
    {
        "id": "ru",
        "title": "Russian",
        "decimal": ",",
        "group": " ",
        "plurals": {
            "one": "last_digit == 1 and last_two_digits != 11",
            "few": "last_digit >= 2 and last_digit <= 4 and not "
            "(last_two_digits >= 12 and last_two_digits <= 14)",
            "many": "n == 0 or last_digit == 0 or last_digit >= 5 or last_two_digits >= 11",
        },
    }
)


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("one", (1, 21, 101)),
        ("few", (2, 34, 102)),
        ("many", (0, 5, 11, 12, 14, 100)),
        ("other", (1.5,)),
    ],
)
def test_plurals_follow_the_rules_of_the_language(form: str, numbers: tuple[float, ...]) -> None:
    """Languages with more than two forms are told by conditions on a number and its last digits."""
    assert {plural_of(number, RUSSIAN) for number in numbers} == {form}


@given(st.floats(-1e6, 1e6), st.sampled_from([None, 0.1, 0.5, 1.0, 50.0]))
def test_a_number_is_read_back_as_it_was_rounded(given_number: float, step: float | None) -> None:
    """What a person reads is the number to two decimals or a step, whatever the signs are."""
    shown = rounded(given_number, step)
    assert abs(shown - given_number) <= (step or 0.01) / 2 + 0.005
    for decimal, group in ((".", ","), (",", ".")):
        text = number_text(shown, decimal, group)
        assert float(text.replace(group, "").replace(decimal, ".")) == pytest.approx(
            shown, abs=1e-9
        )
