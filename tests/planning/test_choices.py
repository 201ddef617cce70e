"""Exercises to choose from: allowed, possible, and replaced by what fits the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from backfat_rules import ProfileError, load_knowledge, recommend
from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.planning import Reasoner

KNOWLEDGE = load_knowledge()
LIFTER = {
    "strength_sessions_per_week": 2,
    "isolation_only": True,
    "experience": "intermediate",
    "equipment": {"barbell", "dumbbell", "bench", "cable", "band"},
    "conditions": set(),
    "symptoms": set(),
    "medications": set(),
}

NO_PUSH_UP = """
screening:
  - id: no-push-up
    title: a reason against push-ups alone
    when: low_impact_needed
    gate: modify
    message: No push-ups for you.
    reason: It is a test.
    blocks: {items: [push_up]}
    references: [R43]
    cases:
      fires: [{low_impact_needed: true}]
      silent: [{low_impact_needed: false}]
      unknown: [{}]
"""


def test_a_blocked_exercise_is_replaced_by_the_kind_that_fits_the_block() -> None:
    """With a sore lower back the substitute is one for sore lower backs."""
    plan = recommend({**LIFTER, "pain_sites": {"lower_back"}, "pain_intensity": 3})
    exercises = load_knowledge().exercises
    replaced = [
        choice
        for each in plan.all_ways
        for choice in each.exercises
        if choice.instead_of is not None
        and any(w.id == choice.instead_of and w.because == "low-back-pain" for w in plan.withheld)
    ]

    offered = {choice.id for each in plan.all_ways for choice in each.exercises}

    assert replaced
    for choice in replaced:
        assert choice.instead_of is not None
        fitting = {*exercises[choice.instead_of].alternatives.get("low_back", ())}
        assert choice.id in fitting or fitting <= offered


def test_only_what_can_be_done_with_the_equipment_is_offered() -> None:
    """Somebody with nothing at home gets body-weight exercises, and never an empty list."""
    plan = recommend({**LIFTER, "equipment": set()})
    exercises = load_knowledge().exercises
    offered = [choice for each in plan.all_ways for choice in each.exercises]

    assert offered
    assert all(() in exercises[choice.id].equipment for choice in offered)


def test_a_disliked_exercise_is_not_offered_nor_inside_a_circuit() -> None:
    """What somebody would not do is left out, also where it is a member of something larger."""
    knowledge = load_knowledge()
    plan = recommend({**LIFTER, "disliked_exercises": {"squat", "face_pull"}})
    offered = {choice.id for each in plan.all_ways for choice in each.exercises}

    assert offered
    for id in offered:
        assert {"squat", "face_pull"}.isdisjoint({id, *knowledge.exercises[id].members})


def test_a_programme_is_blocked_with_its_members(tmp_path: Path) -> None:
    """A circuit is withheld with one exercise in it, though nothing blocks the circuit itself."""
    (tmp_path / "no-push-up.yaml").write_text(NO_PUSH_UP, encoding="utf-8")
    knowledge = load_knowledge(tmp_path)
    reasoner = Reasoner(knowledge, "direct")

    for sick in (False, True):
        person = reasoner.telling({"low_impact_needed": sick, "conditions": frozenset()})
        offered = {each.id for each in person.choices.exercises(("circuit_protocol",))}
        assert ("circuit_protocol" in person.choices.closed) is sick
        assert ("circuit_protocol" in offered) is not sick


@pytest.mark.parametrize("fact", ["disliked_exercises", "current_exercises"])
def test_a_misspelt_exercise_is_refused(fact: str) -> None:
    """A word that is no exercise would be taken for an answer and change nothing."""
    with pytest.raises(ProfileError) as caught:
        recommend({**LIFTER, fact: {"push-upp", "zzz"}})
    assert [f"{each.field}: {each.message} {each.remedy}" for each in caught.value.problems] == [
        f"{fact}: 'push-upp' is none of the exercises. Did you mean push_up?",
        f"{fact}: 'zzz' is none of the exercises. "
        "Give ids or titles of the knowledge's exercises, and leave out others.",
    ]
    with pytest.raises(ProfileError, match="Did you mean push_up"):
        recommend(LIFTER).what_if(**{fact: ["push-upp"]})


@pytest.mark.parametrize("exercise", KNOWLEDGE.exercises.values(), ids=lambda each: each.id)
def test_a_stand_in_is_no_harder(exercise: Exercise) -> None:
    """What takes the place of a blocked exercise never asks for more effort or load than it did."""
    ids = {id for each in exercise.alternatives.values() for id in each}
    harder = {"vigorous", "max_effort", "heavy_load", "ballistic"} - {*exercise.tags}
    assert [id for id in sorted(ids) if harder & {*KNOWLEDGE.exercises[id].tags}] == []
