"""Numbers that a person knows only as a range."""

from __future__ import annotations

import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from backfat_rules import Profile, ProfileError
from backfat_rules.language import Range
from backfat_rules.profile import facts_of
from backfat_rules.profile.ranges import RANGES
from tests.profile.test_profile import AppProfile, Request
from tests.strategies import profiles

FIVE_TO_SEVEN = {"at_least": 5, "below": 7}


def refusal(**answers: Any) -> str:
    """What a profile with these answers is refused with, without the title."""
    with pytest.raises(ProfileError) as caught:
        Profile(**answers)
    return "\n".join(map(str, caught.value.problems))


@st.composite
def ranged(draw: st.DrawFn, model: type[Profile] = Profile) -> Profile:
    """A profile that tells some of its numbers as ranges around them."""
    told = draw(profiles(model)).known()
    ranges = {}
    for name, fact in facts_of(model).items():
        value = told.get(name)
        if fact.type.kind == "number" and value is not None and draw(st.booleans()):
            low, high = draw(st.tuples(st.floats(0, 3), st.floats(0, 3)))
            number = float(value)  # type: ignore[arg-type]
            ends = {"at_least": max(fact.low or number, number - low)}
            ends["at_most"] = min(number if fact.high is None else fact.high, number + high)
            ranges[name] = ends
            del told[name]
    return model.model_validate({**told, "ranges": ranges})


def test_a_range_is_known_under_the_name_of_its_fact() -> None:
    """A profile keeps ranges apart from numbers, and rules see them in the place of numbers."""
    told = Profile(age=30, ranges={"sleep_hours": FIVE_TO_SEVEN})
    assert told.sleep_hours is None
    assert told.known() == {"age": 30, "sleep_hours": Range(at_least=5, below=7)}
    assert repr(told) == "Profile(age=30, ranges={'sleep_hours': {'at_least': 5.0, 'below': 7.0}})"
    assert eval(repr(told)) == told != Profile(age=30)
    assert RANGES not in facts_of(Profile)


def test_json_has_the_ends_that_were_told() -> None:
    """A range in JSON is what was told, and the schema allows nothing else."""
    told = Profile(ranges={"sleep_hours": FIVE_TO_SEVEN})
    text = '{"ranges":{"sleep_hours":{"at_least":5.0,"below":7.0}}}'
    assert told.model_dump_json(exclude_none=True) == text
    schema = Draft202012Validator(Profile.model_json_schema())
    assert schema.is_valid(json.loads(text))
    assert not schema.is_valid({"ranges": {"sleep_hours": {"atleast": 5}}})
    assert not schema.is_valid({"ranges": {"sleep_hours": {}}})


@given(ranged() | ranged(AppProfile))
def test_a_profile_with_ranges_survives_every_round_trip(told: Profile) -> None:
    """Facts, JSON, pickle and copies give back an equal profile with an equal hash."""
    model = type(told)
    again = [
        model.model_validate(told.known()),
        model.model_validate(told.model_dump()),
        model.model_validate_json(told.model_dump_json()),
        pickle.loads(pickle.dumps(told)),
        copy.deepcopy(told),
        told.model_copy(update={"ranges": told.ranges}),
    ]
    assert all(one == told and hash(one) == hash(told) for one in again)
    assert eval(repr(told)) == told


@pytest.mark.parametrize(
    ("fact", "ends", "kept"),
    [
        ("stress_level", {"above": 4, "below": 7}, {"at_least": 5.0, "at_most": 6.0}),
        ("stress_level", {"at_least": 4.2}, {"at_least": 5.0}),
        ("sleep_hours", {"above": 4.2}, {"above": 4.2}),
    ],
)
def test_ranges_of_whole_numbers_get_whole_ends(
    fact: str, ends: dict[str, float], kept: dict[str, float]
) -> None:
    """What lies between two whole numbers is no answer to a whole-number question."""
    assert Profile(ranges={fact: ends}).model_dump()["ranges"] == {fact: kept}


@pytest.mark.parametrize(
    ("fact", "ends", "number"),
    [
        ("sleep_hours", {"at_least": 7, "at_most": 7}, 7.0),
        ("stress_level", {"above": 5, "below": 7}, 6),
        ("stress_level", {"at_least": 10}, 10),
        ("weeks_trained_of_last_8", {"below": 1}, 0),
    ],
)
def test_a_range_of_one_number_is_that_number(
    fact: str, ends: dict[str, float], number: float
) -> None:
    """Where the ends, or the limits of the fact, leave one number, it is told exactly."""
    assert Profile(ranges={fact: ends}) == Profile.model_validate({fact: number})
    assert type(Profile(ranges={fact: ends}).known()[fact]) is type(number)


def test_an_exact_number_inside_its_range_is_enough() -> None:
    """Who tells both is believed where they agree, and asked to choose where they do not."""
    both = Profile(sleep_hours=6, ranges={"sleep_hours": FIVE_TO_SEVEN})
    assert both == Profile(sleep_hours=6)
    assert refusal(sleep_hours=7, ranges={"sleep_hours": FIVE_TO_SEVEN}) == (
        "sleep_hours: 7 is not in the range that is told for it. Keep one of the two."
    )
    assert Profile(ranges={}) == Profile(ranges=None) == Profile()


@pytest.mark.parametrize(
    ("ranges", "said"),
    [
        ({"slep_hours": FIVE_TO_SEVEN}, "slep_hours: is not a fact. Did you mean sleep_hours?"),
        ({"posture": FIVE_TO_SEVEN}, "posture: is not a number, so it has no range."),
        ({"ranges": FIVE_TO_SEVEN}, "ranges: is not a fact."),
        ({"age": {"below": 400}}, "age: 400 is outside 5 to 110 years."),
        ({"height_cm": {"above": 1.6}}, "Did you mean 160 cm (1.6 m)?"),
        ({"age": {"atleast": 30}}, "age: a range has no 'atleast'. Did you mean at_least?"),
        ({"age": {"at_least": "30"}}, "age: '30' is text, not a number."),
        ({"age": {"at_least": True}}, "age: True is yes or no, not a number."),
        ({"age": {"below": float("nan")}}, "age: must be a finite number"),
        ({"age": {}}, "age: a range needs an end. Give at_least or above"),
        ({"age": {"at_least": None}}, "age: a range needs an end."),
        ({"age": {"at_least": 9, "above": 9}}, "are the same end, given twice."),
        ({"age": {"at_least": 9, "at_most": 8}}, "no number is at least 9 and at most 8."),
        ({"age": {"above": 30, "below": 31}}, "age: no whole number is above 30 and below 31."),
        ({"age": {"above": 110}}, "age: the range is outside of all that is allowed."),
        ({"age": 30}, "age: 30 is not a range."),
        ([1], "ranges: needs names of facts with their ranges"),
    ],
)
def test_a_range_that_cannot_be_is_refused_in_plain_words(ranges: Any, said: str) -> None:
    """Each refusal names the fact, what is wrong with its range, and what would be right."""
    assert said in refusal(ranges=ranges)


def test_ranges_are_refused_together_with_all_other_answers() -> None:
    """A person sees everything that is wrong at once, in the order of the facts."""
    said = refusal(zodiac="ram", stress_level=11, ranges={"age": {"below": 1}, "sleep_hours": {}})
    assert [line.split(":")[0] for line in said.splitlines()] == [
        "age",
        "sleep_hours",
        "stress_level",
        "zodiac",
    ]
    with pytest.raises(ValidationError) as caught:
        Request.model_validate({"profile": {"ranges": {"age": {"below": 1}}}})
    assert caught.value.errors()[0]["loc"] == ("profile", "age")


def test_what_is_told_anew_replaces_what_was_told_of_the_same_fact() -> None:
    """A number takes the place of a range, a range that of a number, and None takes both back."""
    me = Profile(age=30, ranges={"sleep_hours": FIVE_TO_SEVEN, "stress_level": {"at_least": 4}})
    stress = {"stress_level": {"at_least": 4}}
    assert me.model_copy(update={"sleep_hours": 8}) == Profile(age=30, sleep_hours=8, ranges=stress)
    assert me.model_copy(update={"sleep_hours": None}) == Profile(age=30, ranges=stress)
    assert me.model_copy(update={"ranges": None}) == Profile(age=30)
    older = me.model_copy(update={"ranges": {"age": {"at_least": 31, "at_most": 39}}})
    assert older.known() == {**me.known(), "age": Range(at_least=31, at_most=39)}


def test_an_apps_own_numbers_take_ranges() -> None:
    """Facts that a subclass adds are treated like all others."""
    told = AppProfile(ranges={"caffeine_mg": {"below": 100}})
    assert told.known() == {"caffeine_mg": Range(below=100)}
    with pytest.raises(ProfileError, match="outside 0 to 2000 mg"):
        AppProfile(ranges={"caffeine_mg": {"below": 3000}})
