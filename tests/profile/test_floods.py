"""Wrong input of any size is refused in a message of bounded size, after bounded work."""

from __future__ import annotations

import difflib
import json
from typing import Any

import pytest

from backfat_rules import Profile, ProfileError
from tests.planning.people import DIRECT

MANY = 100_000
NESTED: list[Any] = []
for _ in range(MANY):
    NESTED = [NESTED]
ENDS: dict[str, Any] = {}
for _ in range(MANY):
    ENDS = {"at_least": ENDS}

FLOODS: dict[str, tuple[Any, str]] = {
    "names": ({f"sleep_hour{n}": 1 for n in range(MANY)}, "and 99,980 more names"),
    "words": ({"symptoms": [f"fal{n}" for n in range(MANY)]}, "and 99,980 more words"),
    "a set": ({"symptoms": {f"fal{n}" for n in range(MANY)}}, "and 99,980 more words"),
    "exercises": ({"current_exercises": [f"squa{n}" for n in range(MANY)]}, "has 100,000 words"),
    "few exercises": ({"current_exercises": [f"squa{n}" for n in range(900)]}, "and 880 more"),
    "ranges": ({"ranges": {f"sleep{n}": {"below": 7} for n in range(MANY)}}, "and 99,980 more"),
    "long name": ({"sleep" * MANY: 1}, "is not a fact"),
    "long word": ({"sex": "female" * MANY}, "is not one of female, male"),
    "long text": ({"sleep_hours": "7 h " * MANY}, "is text, not a number"),
    "long exercise": ({"current_exercises": ["squat" * MANY]}, "is none of the exercises"),
    "deep list": ({"symptoms": NESTED}, "a value of type list"),
    "deep range": ({"sleep_hours": ENDS}, "a value of type dict"),
    "large number": ({"sleep_hours": 10**4000}, "a number of this size"),
}


@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_is_counted(flood: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first few mistakes are told, the others counted, and few suggestions are looked for."""
    answers, said = FLOODS[flood]
    looked_up: list[str] = []
    look_up = difflib.SequenceMatcher.set_seq2

    def counted(matcher: Any, word: str) -> None:
        looked_up.extend([word] if word else [])
        look_up(matcher, word)

    monkeypatch.setattr(difflib.SequenceMatcher, "set_seq2", counted)
    for ask in (Profile.model_validate, Profile.from_units, DIRECT.recommend):
        looked_up.clear()
        with pytest.raises(ProfileError) as caught:
            ask(answers)
        message = str(caught.value)
        assert said in message or "too long for a time" in message
        assert len(message) < 12_000
        assert len(looked_up) <= 2 * 20  # a slip is looked for first, then what is less alike
        assert all(len(word) <= 100 for word in looked_up)


def test_a_flood_of_json_is_counted_as_well() -> None:
    """Text that is nested too deeply, or holds a name of a megabyte, is refused in a few words."""
    for text in ('{"symptoms":' + "[" * MANY, json.dumps({"x" * 10 * MANY: 1})):
        with pytest.raises(ProfileError) as caught:
            Profile.model_validate_json(text)
        assert len(str(caught.value)) < 500


def test_all_wrong_answers_are_in_the_count() -> None:
    """The headline counts also what is not listed."""
    with pytest.raises(ProfileError, match=r"^100,001 answers cannot be used:"):
        Profile.model_validate({**FLOODS["names"][0], "age": 500})


def test_names_cannot_speak_to_the_terminal() -> None:
    """Control characters of an unknown name are replaced, in every error."""
    with pytest.raises(ProfileError) as caught:
        Profile.model_validate({"a\x1b]0;b\x07\n\u202ec": 1})
    assert str(caught.value).replace("\n  ", "").isprintable()
    assert "is not a fact." in str(caught.value)
