"""Ranges as people write them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules import Profile, ProfileError


@pytest.mark.parametrize(
    ("fact", "text", "ends"),
    [
        ("sleep_hours", "7-8 h", {"at_least": 7, "at_most": 8}),
        ("sleep_hours", "7 \u2013 8 h", {"at_least": 7, "at_most": 8}),
        ("sleep_hours", "7 to 8 h", {"at_least": 7, "at_most": 8}),
        ("sleep_hours", "from 7 h to 8 h 30 min", {"at_least": 7, "at_most": 8.5}),
        ("sleep_hours", "between 7 and 8 hours", {"at_least": 7, "at_most": 8}),
        ("sleep_hours", "less than 7 h", {"below": 7}),
        ("sleep_hours", "More than 7 h 30 min", {"above": 7.5}),
        ("sleep_hours", "9 h or more", {"at_least": 9}),
        ("sleep_hours", "<= 6 h", {"at_most": 6}),
        ("water_l_per_day", "at least 2 L", {"at_least": 2}),
        ("water_l_per_day", "2-3 pints", {"at_least": 0.946352946, "at_most": 1.419529419}),
        ("weight_kg", "under 180 lb", {"below": 81.6466266}),
        ("height_cm", "5'6\" to 5'8\"", {"at_least": 167.64, "at_most": 172.72}),
        ("waist_cm", "34-36 in", {"at_least": 86.36, "at_most": 91.44}),
        ("moderate_minutes_per_week", "20-30 min a day", {"at_least": 140, "at_most": 210}),
        ("moderate_minutes_per_week", "1 h to 1 h 30 min a day", {"at_least": 420, "at_most": 630}),
        ("calorie_balance_kcal", "-500 to -300 kcal", {"at_least": -500, "at_most": -300}),
        ("age", "30-39 years", {"at_least": 30, "at_most": 39}),
        ("systolic_bp", "less than 16 kPa", {"at_most": 120}),
        ("stress_level", "5-7", {"at_least": 5, "at_most": 7}),
        ("stress_level", "<5", {"at_most": 4}),
        ("steps_per_day", "5,000-7,000", {"at_least": 5000, "at_most": 7000}),
    ],
)
def test_a_range_is_read_in_its_units(fact: str, text: str, ends: dict[str, float]) -> None:
    """Worked ranges, as people write them, have the metric ends that were worked out."""
    assert Profile.from_units({fact: text}) == Profile(ranges={fact: ends})


def test_a_range_of_one_amount_is_that_amount() -> None:
    """Who writes the same amount twice has told it exactly."""
    assert Profile.from_units(sleep_hours="7-7 h") == Profile(sleep_hours=7)
    assert Profile.from_units(age="40-40 years") == Profile(age=40)


@pytest.mark.parametrize(
    ("fact", "text", "message"),
    [
        ("sleep_hours", "5-7", "'5-7' is text, not a number. Give a number in h"),
        ("weight_kg", "under 180", "'under 180' is text, not a number."),
        ("weight_kg", "180-200", "'180-200' is text, not a number."),
        ("sleep_hours", "7 to 8 h 30 min", "'7 to 8 h 30 min' is text"),
        ("sleep_hours", "5 h to 7", "'5 h to 7' is text"),
        ("sleep_hours", "8-7 h", "'8-7 h' does not go from less to more."),
        ("height_cm", "5 ft-11 in", "'5 ft-11 in' does not go from less to more."),
        ("sleep_hours", "7-8-9 h", "'7-8-9 h' cannot be read as a time."),
        ("calorie_balance_kcal", "-500-300 kcal", "'-500-300 kcal' cannot be read"),
        ("sleep_hours", "under 7 lb", "'under 7 lb' is a weight, not a time."),
        ("sleep_hours", "30-40 h", "'30-40 h' is outside 0 to 24 h."),
        ("weight_kg", "10-20 lb", "'10-20 lb' is 4.54 to 9.07 kg, outside 25 to 350 kg."),
        ("stress_level", "5-17", "'5-17' is outside 0 to 10."),
        ("stress_level", "5-7 points", "'5-7 points' cannot be read as a number."),
        ("stress_level", "7", "'7' is text, not a number. Give a number without quotes."),
        ("sex", "5-7", "'5-7' is not one of female, male."),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(fact: str, text: str, message: str) -> None:
    """A missing unit, a doubtful dash and ends the wrong way round are never guessed."""
    with pytest.raises(ProfileError) as caught:
        Profile.from_units({fact: text})
    assert str(caught.value.problems[0]).startswith(f"{fact}: {message}")


def test_a_range_as_text_must_fit_the_range_beside_it() -> None:
    """What is told as text and as data is one answer, and a contradiction is told."""
    told = {"sleep_hours": {"below": 6}}
    assert Profile.from_units(sleep_hours="5 h", ranges=told) == Profile(sleep_hours=5)
    with pytest.raises(ProfileError, match="two different ranges"):
        Profile.from_units(sleep_hours="5-7 h", ranges=told)


@given(st.from_regex(r"(less than|at least|under|<|from)? ?[0-9]{1,2}( ?(h|to|-) ?)[0-9]{0,2} ?h?"))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is written, there is a profile or a ``ProfileError``, never another error."""
    told: dict[str, Any]
    try:
        told = Profile.from_units(sleep_hours=text, stress_level=text).known()
    except ProfileError as error:
        told = {problem.field: problem.message for problem in error.problems}
    assert told.keys() <= {"sleep_hours", "stress_level"}
