from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from backfat_rules import Profile, ProfileError
from backfat_rules.cli.calls import CallError
from backfat_rules.cli.person_file import read_person
from backfat_rules.cli.typed_replies import read_value
from backfat_rules.profile import facts_of
from tests.cli.calls import Call

MOVES = """
exercises:
  - id: towel_row
    title: Towel row
    also_called: [towel pull]
    regions: [mid]
    pattern: horizontal_pull
    level: beginner
    steps: [Pull the towel apart.]
    doses:
      - {context: targeted, sets: [1, 2], reps: [8, 12], effort: two in reserve}
    references: [R45]
"""


def person(folder: Path, text: str, name: str = "me.yaml") -> Profile:
    """The profile in a file."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return read_person(file)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("systolic_bp: 0152", {"systolic_bp": 152}),
        ("sleep_hours: 7:30", {"sleep_hours": 7.5}),
        ("sleep_hours: 06:58:00", {"sleep_hours": 418 / 60}),
        ("pregnant: yes\ntrains_fasted: No", {"pregnant": True, "trains_fasted": False}),
        ("pregnant: true\nage: ~", {"pregnant": True}),
        ("height_cm: 1.72 m\nweight_kg: '180 lb'", {"height_cm": 172, "weight_kg": 81.6466266}),
        ("sleep_hours: {below: 7}", {"ranges": {"sleep_hours": {"below": 7}}}),
        ("weight_kg: 6.5e1\npain_sites: [neck, lower_back]\ngoals: []", None),
    ],
)
def test_a_persons_yaml_is_read_as_it_is_written(
    text: str, told: dict[str, Any] | None, tmp_path: Path
) -> None:
    """No number is octal or to the base of 60, and yes and no are truths where one is asked for."""
    told = told or {"weight_kg": 65, "pain_sites": {"neck", "lower_back"}, "goals": set()}
    assert person(tmp_path, text) == Profile.model_validate(told)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sex: no", "'no' is not one of female, male"),
        ("goals: [on]", "'on' is not one of"),
        ("steps_per_day: 7_000", "'7_000' is text, not a number"),
        ("steps_per_day: 0x1F", "'0x1F' is text, not a number"),
        ("sleep_hours: .inf", "'.inf' cannot be read as a time"),
        ("age: 2026-01-01", "'2026-01-01'"),
        ("age: '40'", "text, not a number"),
        ("<<: {age: 40}", "<<: is not a fact"),
        ("pregnant: maybe", "'maybe' is not True or False"),
        (f"age: {'9' * 400}", "age: "),
    ],
)
def test_what_is_no_answer_is_refused_by_the_profile(text: str, said: str, tmp_path: Path) -> None:
    """What YAML 1.1 would have turned into something else stays what it is, and is refused."""
    with pytest.raises(ProfileError) as caught:
        person(tmp_path, text)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("age: 40\nage: 41", "age is answered more than once"),
        ("sleep_hours: {below: 7, below: 8}", "below is answered more than once"),
        ("age: !!int '40'", "line 1, column 6: this has a tag"),
        ("age: !me 40", "line 1, column 6: this has a tag"),
        ("goals: &all [fat_loss]\nposture: *all", "is pointed to from another place"),
        ("[a]: 3", "line 1, column 1: this is no name"),
        ("age: [" * 2_000, "nested too deeply"),
        ("age: [" * 3, "not YAML: line"),
        ("age: 40\n" + "#" * 500_000, "there are more than 500,000 bytes"),
    ],
)
@pytest.mark.parametrize("name", ["me.yaml", "me.txt"])
def test_what_is_no_list_of_answers_is_refused_with_its_place(
    text: str, said: str, name: str, tmp_path: Path
) -> None:
    """Each refusal says what is wrong, and none speaks of Python."""
    with pytest.raises(CallError) as caught:
        person(tmp_path, text, name)
    assert said in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("text", ['{"age":' + "[" * 50_000, '{"age": ' + "9" * 5_000 + "}"])
def test_json_is_refused_in_our_words(text: str, tmp_path: Path) -> None:
    """Nesting and numbers beyond what Python reads are refused like any other mistake."""
    with pytest.raises((CallError, ProfileError)) as caught:
        person(tmp_path, text, "me.json")
    assert "sys." not in str(caught.value)
    assert "recursion" not in str(caught.value)


def test_a_reply_that_can_be_two_numbers_is_refused() -> None:
    """2.000 kcal may be two thousand; 6.500 h can only be six and a half."""
    facts = facts_of(Profile)
    with pytest.raises(ProfileError, match=r"'2\.000' can be read as '2' or as '2000'"):
        read_value("2.000", facts["calories_per_day"])
    assert read_value("6.500", facts["sleep_hours"]) == 6.5
    assert read_value("7:30", facts["sleep_hours"]) == 7.5


@pytest.mark.parametrize("arguments", [["recommend", "-"], ["recommend", "-", "--json"]])
def test_nothing_of_a_file_speaks_to_the_terminal(call: Call, arguments: list[str]) -> None:
    """Control characters of unknown names and words reach no terminal."""
    evil = "a\x1b]0;title\x07\x9b2J\u202e"
    ended = call(*arguments, given=json.dumps({evil: 1, "goals": [evil]}))
    assert ended.code == 1
    assert ended.err.replace("\n", "").isprintable()


def test_a_person_may_name_the_exercises_of_an_overlay(call: Call, tmp_path: Path) -> None:
    """Exercises of one's own are named in a file as those of the library are."""
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "moves.yaml").write_text(MOVES, encoding="utf-8")
    told = json.dumps({"current_exercises": ["Towel pull"]})
    overlay = ("--knowledge", tmp_path / "rules")
    ended = call("recommend", "-", "--json", *overlay, given=told)
    assert ended.code == 0, ended.err
    assert json.loads(ended.out)["facts"] == {"current_exercises": ["towel_row"]}
    assert "is none of the exercises" in call("recommend", "-", given=told).err
