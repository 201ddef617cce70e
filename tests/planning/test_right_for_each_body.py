"""Whatever the body and whatever there is to train with, a plan asks of it what suits it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from backfat_rules import Plan
from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.language import Value, evaluate, names_in
from backfat_rules.planning.plan_content import Move
from tests.planning.people import BUSY, DIRECT, KNOWLEDGE

GEAR: dict[str, dict[str, Any]] = {
    "nothing": {"equipment": [], "location": "home"},
    "a band": {"equipment": ["band"], "location": "home"},
    "dumbbells": {"equipment": ["dumbbell"], "location": "home"},
    "a gym": {
        "equipment": ["dumbbell", "barbell", "bench", "cable", "lat_pulldown"],
        "location": "gym",
    },
    "a chair": {"equipment": ["band"], "mobility_limited": True, "wheelchair": True},
}
HEALTHY: dict[str, Any] = {
    "age": 45,
    "sex": "female",
    "pregnant": False,
    "conditions": [],
    "medical_clearance": True,
    "conditions_controlled": True,
    "weeks_trained_of_last_8": 2,
    "current_exercises": ["squat"],
}
BODIES: dict[str, dict[str, Any]] = {
    **{each: {"conditions": [each]} for each in KNOWLEDGE.facts["conditions"].words},
    "a child on the way": {"pregnant": True, "age": 31},
    "ten weeks after a birth": {"weeks_postpartum": 10, "age": 33},
    "14 years": {"age": 14},
    "70 years": {"age": 70},
    "84 years": {"age": 84},
    "sore wrists": {"pain_sites": ["wrist"], "pain_weeks": 8, "pain_intensity": 3},
}


class Person(NamedTuple):
    """Who it is, in a word, and what they told."""

    name: str
    told: dict[str, Any]
    plan: Plan


def _everybody() -> Iterator[Person]:
    for body, told in BODIES.items():
        for gear, things in GEAR.items():
            facts = {**BUSY, **HEALTHY, **told, **things}
            yield Person(f"{body}, {gear}", facts, DIRECT.recommend(facts))


@pytest.fixture(scope="module")
def everybody() -> list[Person]:
    """Each body with each equipment, and its plan."""
    return list(_everybody())


def lists(person: Person) -> Iterator[tuple[str, list[Exercise]]]:
    """The exercises that each piece of advice names, by its id."""
    for way in person.plan.all_ways:
        yield way.id, [KNOWLEDGE.exercises[each.id] for each in way.exercises]


PULLS = {"horizontal_pull", "vertical_pull"}


def test_nobody_is_given_more_presses_than_pulls(everybody: list[Person]) -> None:
    """Where strength work names presses for the front, it names at least as many pulls."""
    short = [
        (person.name, id, [each.id for each in named])
        for person in everybody
        for id, named in lists(person)
        if KNOWLEDGE.recommendations[id].need == "begin-strength"
        and sum(each.pattern == "push" for each in named)
        > sum(each.pattern in PULLS for each in named)
    ]
    assert short == []


GRIPS = {"lat_pulldown_close", "lat_pulldown_underhand"}
"""Two grips of one pull are two exercises in every gym."""


def is_alike(one: Exercise, other: Exercise) -> bool:
    """Whether one is a stand-in for the other that trains the same with the same."""
    same = ("primary", "secondary", "pattern", "level", "equipment")
    stands_in = any(one.id in ids for ids in other.alternatives.values())
    return stands_in and all(getattr(one, each) == getattr(other, each) for each in same)


def move_of(exercise: Exercise) -> str:
    """The move of which an exercise is one form."""
    return exercise.form_of or exercise.id


def test_what_is_the_same_move_says_so() -> None:
    """A stand-in that trains the same with the same is marked as another form of one move."""
    exercises = KNOWLEDGE.exercises.values()
    pairs = [(one, other) for one in exercises for other in exercises if is_alike(one, other)]
    assert pairs
    unmarked = {one.id for one, other in pairs if move_of(one) != move_of(other)}
    assert unmarked <= GRIPS


def test_no_move_stands_beside_another_form_of_it(everybody: list[Person]) -> None:
    """A list of moves to choose from never holds the same move twice, once on the fists."""
    twice = [
        (person.name, id, move)
        for person in everybody
        for id, named in lists(person)
        for move in {*map(move_of, named)}
        if [*map(move_of, named)].count(move) > 1
    ]
    assert twice == []


NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
COUNTED = re.compile(
    rf"(?<!up to )(?<!one or )\b(\d+|{'|'.join(NUMBERS)})(?: of the| calm| core| easy)* moves\b"
)


def test_no_advice_asks_for_more_moves_than_it_names(everybody: list[Person]) -> None:
    """Whoever is asked to take so many moves is named as many."""
    short = []
    for person in everybody:
        for way in person.plan.all_ways:
            texts = [way.action, *way.steps, *([way.dose.text] if way.dose else [])]
            for count in COUNTED.findall(" ".join(texts)):
                wanted = NUMBERS.get(count) or int(count)
                if way.exercises and wanted > len(way.exercises):
                    short.append((person.name, way.id, count, len(way.exercises)))
    assert short == []


def test_balance_is_practised_with_more_than_one_move(everybody: list[Person]) -> None:
    """Ten minutes of balance or of trunk work are not filled with a single move."""
    few = [
        (person.name, id)
        for person in everybody
        for id, named in lists(person)
        if id in {"practise-balance", "core-basics"} and len(named) < 2
    ]
    assert few == []


def cautions_of(plan: Plan, tag: str) -> Iterator[tuple[Move, tuple[str, ...]]]:
    """The moves of a plan that carry a tag, each with its cautions."""
    for move in plan.moves.values():
        if tag in KNOWLEDGE.exercises[move.id].tags:
            yield move, move.cautions


@pytest.mark.parametrize(
    ("tag", "told", "words"),
    [
        ("resistance", {"weeks_postpartum": 10, "age": 33}, "After a birth stop"),
        ("resistance", {"weeks_postpartum": 52, "age": 33}, "After a birth stop"),
        ("resistance", {"pregnant": True, "age": 31}, "once your midwife or doctor agrees"),
        ("resistance", {"age": 17}, "let an adult who knows it show you"),
        ("resistance", {"conditions": ["inflammatory_arthritis"]}, "In a flare"),
        ("resistance", {"conditions": ["epilepsy"]}, "near somebody who knows what to do"),
        ("under_way", {"conditions": ["epilepsy"]}, "keep away from traffic"),
        ("floor", {"age": 65}, "get down to the floor and up again"),
        ("anchored", {}, "the anchor holds"),
        ("kneeling", {}, "Pad the knees"),
        ("knee_bend", {}, "Go only as deep as the knees like"),
        ("anchored", GEAR["a chair"], "with the brakes on"),
        ("reach", GEAR["a chair"], "wear a belt"),
    ],
)
def test_what_protects_stands_beside_the_move(tag: str, told: dict[str, Any], words: str) -> None:
    """Whoever told of a body that asks for it reads what protects it, beside each such move."""
    plan = DIRECT.recommend({**BUSY, **HEALTHY, **GEAR["a band"], **told})
    found = list(cautions_of(plan, tag))
    assert found
    assert [move.id for move, texts in found if not any(words in each for each in texts)] == []


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"weeks_postpartum": 53, "age": 33}, "After a birth stop"),
        ({"age": 18}, "let an adult who knows it show you"),
        ({"age": 64}, "get down to the floor"),
        ({"mobility_limited": False, "wheelchair": False}, "with the brakes on"),
        ({}, "with the brakes on"),
        ({}, "In a flare"),
    ],
)
def test_what_is_for_others_is_not_said(told: dict[str, Any], words: str) -> None:
    """Nobody reads beside a move what is meant for a body that they have not told of."""
    plan = DIRECT.recommend({**BUSY, **HEALTHY, **GEAR["a band"], **told})
    assert [move.id for move in plan.moves.values() if any(words in c for c in move.cautions)] == []


BIRTHS = {"weeks_postpartum", "breastfeeding", "pregnant", "menopause"}
STAGES = {
    each.text.text: BIRTHS & {*names_in(each.when.tree)}
    for each in KNOWLEDGE.cautions.values()
    if each.when is not None and {*names_in(each.when.tree)} <= BIRTHS | {"age", "sex"}
}
"""The cautions that are for a stage of life alone, each with the facts that tell of it."""
AGES = [13, 14, 16, 17, 18, 30, 49, 50, 60, 84]


@pytest.mark.parametrize("sex", ["female", "male"])
@pytest.mark.parametrize("age", AGES)
def test_no_caution_is_about_what_age_or_sex_makes_senseless(age: int, sex: str) -> None:
    """A caution about what nobody of this age and sex is even asked stands beside no move."""
    told = {**BUSY, "age": age, "sex": sex}
    told.pop("pregnant", None)
    known: dict[str, Value] = {"age": float(age), "sex": sex}
    senseless = {
        name
        for each in KNOWLEDGE.policy.not_asked
        if each.when is not None and evaluate(each.when.tree, known) is True
        for name in each.facts
        if name not in told
    }
    about = {text for text, names in STAGES.items() if senseless & names}
    shown = {text for move in DIRECT.recommend(told).moves.values() for text in move.cautions}
    assert shown
    assert not about & shown


@pytest.mark.parametrize(("age", "is_said"), [(17, False), (18, True), (49, True), (50, False)])
def test_a_birth_that_was_not_told_is_spoken_of_where_there_often_is_one(
    age: int, is_said: bool
) -> None:
    """Words on the months after a birth are for women of 18 to 49, as long as none was told of."""
    told = {**BUSY, "age": age, "sex": "female", "equipment": ["dumbbell", "band"]}
    texts = [c for m in DIRECT.recommend(told).moves.values() for c in m.cautions]
    assert any("In the months after a birth" in each for each in texts) is is_said


@pytest.mark.parametrize("body", ["heart_disease", "eating_disorder", "vertebral_fracture"])
def test_until_seen_nobody_loads_a_muscle_in_whatever_body(
    body: str, everybody: list[Person]
) -> None:
    """Before a visit that comes first, those who sit are asked for no more than those who walk."""
    waiting = [each for each in everybody if each.name.startswith(body)]
    assert {each.plan.gate for each in waiting} == {"refer_first"}
    for person in waiting:
        assert [m.id for m, _ in cautions_of(person.plan, "resistance")] == []
        doses = [way.dose.text for way in person.plan.all_ways if way.dose and way.exercises]
        assert not [text for text in doses if "150" in text]
