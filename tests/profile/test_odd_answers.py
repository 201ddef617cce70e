"""Answers in odd shapes: read for what they say, or refused in the library's own words."""

# mypy: disable-error-code="arg-type, type-var, no-untyped-call, call-arg, call-overload"
# Calls that type checkers refuse as well.

from __future__ import annotations

import copy
import pickle
import sqlite3
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pint
import pytest

from backfat_rules import BackfatRulesError, Interview, Profile, ProfileError

Q = pint.Quantity
MASKED = [np.ma.masked, np.ma.array(6.5, mask=True)]


@pytest.mark.parametrize("cell", MASKED)
def test_a_masked_cell_is_no_answer(cell: Any) -> None:
    """What lies behind a mask of numpy is unknown in a row, and refused elsewhere."""
    assert Profile.from_row({"sleep_hours": cell, "age": 40}) == Profile(age=40)
    with pytest.raises(ProfileError, match="finite number"):
        Profile(sleep_hours=cell)
    assert Profile(sleep_hours=np.ma.array(6.5)).sleep_hours == 6.5


@pytest.mark.parametrize(
    "make",
    [
        lambda: Profile.from_units({"age": 30}, age=40),
        lambda: Profile.from_row(pd.Series([30, 40], index=["age", "age"])),
        lambda: Profile.model_validate_json('{"age": 30, "age": 40}'),
        lambda: Interview.model_validate_json('{"answers": {"age": 30, "age": 40}}'),
    ],
)
def test_two_answers_to_one_question_are_refused(make: Callable[[], Any]) -> None:
    """Nobody knows which of two answers is right, so none is dropped unsaid."""
    with pytest.raises(BackfatRulesError, match=r"age.*more than once"):
        make()


def test_rows_of_data_bases_are_read_by_their_names() -> None:
    """A row of sqlite3 and a record of numpy have names, and decimals are numbers."""
    told = Profile(age=40, sleep_hours=6.5)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.row_factory = sqlite3.Row
        row = connection.execute("select 40 age, 6.5 sleep_hours").fetchone()
    assert Profile.from_row(row) == told
    record = np.array([(40, 6.5)], dtype=[("age", "i4"), ("sleep_hours", "f8")])
    assert Profile.from_row(record[0]) == told
    assert Profile(age=Decimal("40"), sleep_hours=Decimal("6.5")) == told
    with pytest.raises(ProfileError, match="whole"):
        Profile(age=Decimal("40.5"))


@pytest.mark.parametrize("row", [None, 5, (40, 6.5), ["age"], "age", dict, Profile])
def test_what_is_no_row_is_refused(row: Any) -> None:
    """Cells without names answer nothing; the refusal says what has names."""
    with pytest.raises(ProfileError, match="names of facts"):
        Profile.from_row(row)


@pytest.mark.parametrize("answers", [5, [("age", 4)], "age"])
def test_what_is_no_mapping_is_refused(answers: Any) -> None:
    """Answers in any units come by the names of facts."""
    with pytest.raises(ProfileError, match="names of facts"):
        Profile.from_units(answers)


@pytest.mark.parametrize("way", [Profile.from_units, Profile.from_row])
def test_only_a_knowledge_base_names_exercises(way: Any) -> None:
    """A path or a word is no knowledge base, whether or not an exercise is named."""
    with pytest.raises(BackfatRulesError, match="load_knowledge"):
        way({"age": 40}, knowledge="x")


@pytest.mark.parametrize(
    "make",
    [
        lambda: Profile.from_row(pd.Series([40])),
        lambda: Profile.model_validate({1: 2}),
        lambda: Profile.model_validate_json(None),
        lambda: Profile.model_validate_json("{"),
        lambda: Profile(posture=(1 / 0 for _ in "x")),
    ],
)
def test_no_refusal_is_in_the_words_of_pydantic(make: Callable[[], Any]) -> None:
    """What is wrong with the input as a whole is told in the library's own words."""
    with pytest.raises(ProfileError) as refused:
        make()
    for foreign in ("Keys should", "Invalid JSON", "JSON input should", "Error iterating", "http"):
        assert foreign not in str(refused.value)
    assert refused.value.problems[0].remedy


@pytest.mark.parametrize(
    ("fact", "text", "ends"),
    [
        ("stress_level", "less than 3.5", {"below": 3.5}),
        ("stress_level", "more than 3.5", {"above": 3.5}),
        ("stress_level", "3.5-4.5", {"at_least": 3.5, "at_most": 4.5}),
        ("stress_level", "at most 3.5", {"at_most": 3.5}),
        ("relaxation_minutes_per_day", "less than 20.5 min", {"below": 20.5}),
    ],
)
def test_a_range_in_words_is_the_range_by_its_ends(
    fact: str, text: str, ends: dict[str, float]
) -> None:
    """Nobody who said "less than 3.5" may be a 4, however it was told."""
    assert Profile.from_units({fact: text}) == Profile(ranges={fact: ends})


def test_an_empty_range_is_refused_with_the_ends_that_were_given() -> None:
    """The refusal names what was told and not what became of it."""
    with pytest.raises(ProfileError, match="no whole number is above 40 and below 41"):
        Profile(ranges={"age": {"above": 40, "below": 41}})


def test_quantities_say_what_their_texts_say() -> None:
    """A quantity of pint counts as the text would, or is refused with both readings."""
    assert Profile.from_units(moderate_minutes_per_week=Q(20, "min/day")) == Profile(
        moderate_minutes_per_week=140
    )
    with pytest.raises(ProfileError, match="'2 kcal' or as '2000 kcal'"):
        Profile.from_units(calories_per_day=Q(2000, "calorie"))
    with pytest.raises(ProfileError, match="'3 US pint' or as '3 imperial pint'"):
        Profile.from_units(water_l_per_day=Q(3, "pint"), system="uk")
    for said in ("US", "imperial"):
        assert Profile.from_units(water_l_per_day=f"3 {said} pint").water_l_per_day
    with pytest.raises(ProfileError, match="one per day"):
        Profile.from_units(height_cm=Q(180, "cm/day"))


def test_a_profile_that_nobody_checked_can_be_shown() -> None:
    """Showing, copying and storing never raise; what cannot be right is refused when used."""
    made = Profile.model_construct(ranges={"sleep_hours": {"at_least": 5}})
    assert "at_least" in repr(made)
    assert made.model_dump()["ranges"] == copy.copy(made).model_dump()["ranges"]
    assert repr(pickle.loads(pickle.dumps(made))) == repr(made)
    for wrong in (5, {"sleep_hours": 5}, "x"):
        repr(Profile.model_construct(ranges=wrong))
        with pytest.raises(ProfileError):
            Profile.model_construct(ranges=wrong).checked()
