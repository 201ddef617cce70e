"""However a profile came to be, nothing unchecked is advised on."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any, Literal

import numpy
import pandas
import pytest
from pydantic import BaseModel

from backfat_rules import BackfatRulesError, Profile, ProfileError, load_knowledge, recommend
from backfat_rules.profile.fields import Words, choice, number
from tests.planning.people import DIRECT

WAYS: dict[str, Callable[[Profile], Profile]] = {
    "as it is": lambda profile: profile,
    "pickle": lambda profile: pickle.loads(pickle.dumps(profile)),
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    "model_copy": lambda profile: profile.model_copy(),
    "model_validate": Profile.model_validate,
    "a field": lambda profile: Holder(profile=profile).profile,
}


class Holder(BaseModel):
    """An app's model with a profile in it."""

    profile: Profile


@pytest.mark.parametrize("way", WAYS)
def test_an_emergency_is_seen_however_the_profile_was_made(way: str) -> None:
    """A set where a frozen one belongs, and no validation at all, lose nothing."""
    built = Profile.model_construct(symptoms={"chest_pain"})
    assert DIRECT.recommend(WAYS[way](built)).gate == "emergency"
    assert DIRECT.decide(WAYS[way](Profile(symptoms={"chest_pain"}))).gate == "emergency"


@pytest.mark.parametrize(
    "answers",
    [
        {"age": 500},
        {"sleep_hours": "six"},
        {"sleep_hours": float("nan")},
        {"sex": "woman"},
        {"symptoms": ["chest_pains"]},
        {"current_exercises": {"squat leap"}},
    ],
    ids=str,
)
@pytest.mark.parametrize("way", ["as it is", "pickle", "copy", "model_copy"])
def test_what_a_profile_refuses_cannot_be_put_into_one(way: str, answers: dict[str, Any]) -> None:
    """``model_construct`` is no way around the checks."""
    built = WAYS[way](Profile.model_construct(**answers))
    ranges = Profile.model_construct(ranges={"sleep_hours": {"at_least": 99}})
    with pytest.raises(ProfileError, match="sleep_hours: 99 is outside"):
        DIRECT.recommend(ranges)
    for ask in (DIRECT.recommend, DIRECT.decide, Profile.model_validate):
        with pytest.raises(ProfileError, match=next(iter(answers))):
            ask(built)


def test_a_profile_that_was_checked_is_not_checked_again() -> None:
    """A checked profile is itself; an unchecked one gives an equal one that is checked."""
    told = Profile(age=40)
    assert told.checked() is told is Profile.model_validate(told)
    built = Profile.model_construct(age=40)
    assert built == told == built.checked()
    assert built.checked().checked() is not built


@pytest.mark.parametrize(
    "words", [["resistance-band row"], ["Band row"], ("band row",), {"band_row"}, ["BAND-ROW"]]
)
def test_exercises_have_their_ids_titles_and_other_names(words: Any) -> None:
    """What a person calls an exercise is its id in the profile."""
    assert Profile(current_exercises=words).current_exercises == {"band_row"}
    assert recommend({"current_exercises": list(words)}).facts["current_exercises"] == ("band_row",)


def test_an_unknown_exercise_is_refused_when_the_profile_is_built() -> None:
    """With what may have been meant, beside the other wrong answers, in their order."""
    with pytest.raises(ProfileError) as caught:
        Profile(current_exercises={"band row", "squat leap"}, age=200)
    assert [*map(str, caught.value.problems)] == [
        "age: 200 is outside 5 to 110 years.",
        "current_exercises: 'squat leap' is none of the exercises. Did you mean squat_jump?",
    ]


def test_the_exercises_of_other_knowledge_are_named_with_it() -> None:
    """An app's own exercises are taken where their knowledge is the context."""
    knowledge = load_knowledge()
    told = Profile.model_validate(
        {"disliked_exercises": ["Jump squat"]}, context={"knowledge": knowledge}
    )
    assert told.disliked_exercises == {"squat_jump"}


class Narrow(Profile):
    """An app that asks adults only, in its own words."""

    age: int | None = number("age in years", "years", 18, 90)
    sex: Literal["female", "male"] | None = choice("sex")


class Text(Profile):
    """A fact of the library as a text."""

    sleep_hours: str | None = None  # type: ignore[assignment]


class Wide(Profile):
    """A fact of the library with wider limits."""

    age: int | None = number("age", "years", 0, 200)


class OtherUnit(Profile):
    """A fact of the library in another unit."""

    weight_kg: float | None = number("weight", "lb", 60, 300)


class MoreWords(Profile):
    """A fact of the library with a word that no rule knows."""

    sex: Literal["female", "male", "divers"] | None = choice("sex")  # type: ignore[assignment]


class WrongDefault(Profile):
    """An answer that nobody gave and nobody could give."""

    sex: Literal["female", "male"] | None = "woman"  # type: ignore[assignment]


class WrongSet(Profile):
    """The same of a set."""

    goals: Words[str] | None = frozenset({"everything"})  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("model", "said"),
    [
        (Text, "sleep_hours is a fact of the library, of another type"),
        (Wide, "age goes beyond the limits of the library, 5 to 110"),
        (OtherUnit, "weight_kg has lb, and kg in the library"),
        (MoreWords, "sex takes words that no rule knows: divers"),
        (WrongDefault, "sex has a default that is no answer: 'woman'"),
        (WrongSet, "goals takes words that no rule knows"),
    ],
)
def test_a_fact_of_the_library_stays_what_the_rules_take_it_for(
    model: type[Profile], said: str
) -> None:
    """A subclass may narrow a fact, and not give it another meaning."""
    for build in (lambda: model(), lambda: DIRECT.recommend(model.model_construct())):
        with pytest.raises(BackfatRulesError, match=said):
            build()
    assert Narrow(age=40).known() == {"age": 40}
    with pytest.raises(ProfileError, match="outside 18 to 90"):
        Narrow(age=17)


def test_scalars_and_arrays_of_numpy_are_answers() -> None:
    """Whole numbers, numbers, truths, words and lists of them are taken for what they are."""
    answers: dict[str, Any] = {
        "age": numpy.int64(40),
        "pregnant": numpy.bool_(True),
        "sleep_hours": numpy.float32(6.5),
        "water_l_per_day": numpy.int8(2),
        "sex": numpy.str_("female"),
        "symptoms": numpy.array(["falls"]),
    }
    assert Profile(**answers) == Profile(
        age=40, pregnant=True, sleep_hours=6.5, water_l_per_day=2, sex="female", symptoms={"falls"}
    )
    with pytest.raises(ProfileError, match="yes or no, not a number"):
        Profile.model_validate({"sleep_hours": numpy.bool_(True)})
    with pytest.raises(ProfileError, match=r"40\.0 is not a whole number"):
        Profile.model_validate({"age": numpy.float64(40)})


ROW = {"age": 40.0, "sex": pandas.NA, "sleep_hours": 6, "pain_weeks": float("nan"), "goals": None}


@pytest.mark.parametrize(
    "row",
    [
        ROW,
        pandas.DataFrame([ROW]).iloc[0],
        next(pandas.DataFrame([ROW]).itertuples(index=False)),
        {**ROW, "location": "", "steps_per_day": pandas.NaT},
    ],
    ids=["mapping", "series", "named tuple", "empty cells"],
)
def test_a_row_of_a_table_is_a_profile(row: Any) -> None:
    """Cells without an answer are unknown, and whole numbers of a column with gaps are whole."""
    assert Profile.from_row(row) == Profile(age=40, sleep_hours=6)


def test_wrong_cells_of_a_row_are_told_apart_from_missing_ones() -> None:
    """What is wrong in a row is refused as everywhere."""
    with pytest.raises(ProfileError) as caught:
        Profile.from_row({"age": 40.5, "sex": "x", "pregnant": float("nan"), "Age": 3})
    assert [each.field for each in caught.value.problems] == ["age", "sex", "Age"]
