"""Whoever is offered a move reads how to do it, as much of it as is right for them, and no more."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules import Plan, load_knowledge, recommend
from backfat_rules.knowledge.dose_context import LEVELS, Level, reaches
from backfat_rules.planning.move_telling import move_for_all
from backfat_rules.wording import Reader
from tests.planning.people import people

KNOWLEDGE = load_knowledge()
WELL: dict[str, Any] = {
    "age": 30,
    "sex": "male",
    "conditions": [],
    "medications": [],
    "symptoms": [],
    "pain_sites": [],
    "recent_trauma": False,
    "acutely_ill": False,
    "weeks_trained_of_last_8": 8,
}
LIFTER = WELL | {
    "experience": "intermediate",
    "isolation_only": True,
    "equipment": ["barbell"],
    "strength_sessions_per_week": 3,
    "form_confidence": 4,
}
BEGINNER = WELL | {
    "experience": "beginner",
    "strength_sessions_per_week": 0,
    "back_sessions_per_week": 0,
    "equipment": ["band", "dumbbell"],
}


def offered(plan: Plan) -> set[str]:
    """The exercises that the recommendations of a plan offer."""
    return {choice.id for each in plan.all_ways for choice in each.exercises}


def test_a_deadlift_is_never_offered_without_words_for_the_spine() -> None:
    """Somebody who lifts reads how to deadlift, and what protects the spine."""
    move = recommend(LIFTER).moves["deadlift_conventional"]
    assert move.steps
    assert any("spine long and neutral" in each for each in move.cautions)


@given(people())
def test_every_move_of_a_plan_is_told_once(facts: dict[str, Any]) -> None:
    """What is offered, and what a circuit is made of, is in ``plan.moves``; nothing else is."""
    plan = recommend(facts, engine="direct")
    inside = {id for each in offered(plan) for id in KNOWLEDGE.exercises[each].members}
    assert plan.moves.keys() == offered(plan) | inside
    assert all((move.steps and move.muscles) or move.made_of for move in plan.moves.values())


def test_only_cautions_that_may_concern_the_person_are_told() -> None:
    """Who told of no condition and no pain reads nothing about thin bones, hernias or births."""
    plan = recommend(LIFTER)
    texts = " ".join(text for move in plan.moves.values() for text in move.cautions)
    assert not [word for word in ("thin bones", "hernia", "birth", "hurts") if word in texts]
    unsure = {name: value for name, value in LIFTER.items() if name != "conditions"}
    asked = recommend(unsure | {"strength_sessions_per_week": 0})
    assert any("hernia" in text for move in asked.moves.values() for text in move.cautions)


def test_a_narrowed_plan_keeps_the_moves_that_it_offers() -> None:
    """A plan of one recommendation tells how to do its moves, and no others."""
    plan = recommend(BEGINNER).narrowed(top=1)
    assert plan.moves.keys() == offered(plan)


def test_a_plan_and_its_moves_come_back_from_json() -> None:
    """Apps store moves with the plan."""
    plan = recommend(BEGINNER)
    again = Plan.model_validate_json(plan.model_dump_json())
    assert again == plan
    assert again.moves["band_row"].cue == plan.moves["band_row"].cue


@pytest.mark.parametrize("sessions", [0, 1])
def test_a_beginner_is_told_the_doses_of_a_beginner(sessions: int) -> None:
    """One or two sets beside "one or two sets", and no plank of a minute."""
    facts = BEGINNER | {"strength_sessions_per_week": sessions, "current_exercises": ["squat"]}
    decision = recommend(facts).decision
    doses = [each.dose for advice in decision.advice for each in advice.exercises]
    given_doses = [dose for dose in doses if dose is not None]
    assert len(given_doses) == len(doses)
    assert {dose.level for dose in given_doses} == {"beginner"}
    assert max(dose.amounts["sets"][1] for dose in given_doses if "sets" in dose.amounts) <= 2
    assert (
        max(d.amounts["hold_seconds"][1] for d in given_doses if "hold_seconds" in d.amounts) < 30
    )


@given(people(), st.sampled_from(LEVELS))
def test_nobody_is_offered_more_than_the_advice_or_their_level(
    facts: dict[str, Any], level: Level
) -> None:
    """No move asks for more than the advice that offers it, nor for a higher level."""
    experience = {"beginner": "beginner", "novice": "novice", "intermediate": "advanced"}[level]
    decision = recommend(facts | {"experience": experience}, engine="direct").decision
    for advice in decision.advice:
        rule = KNOWLEDGE.recommendations[advice.id].dose
        for each in advice.exercises:
            assert each.dose is not None
            assert reaches(level, each.dose.level)
            assert reaches(level, KNOWLEDGE.exercises[each.id].level)
            most = rule.most_for(level).sets if rule else None
            if "sets" in each.dose.amounts:
                assert most is not None
                assert each.dose.amounts["sets"][1] <= most


@given(people())
def test_a_stand_in_moves_alike_and_is_no_harder(facts: dict[str, Any]) -> None:
    """Nobody is given a row under a bar for a row with a band."""
    for advice in recommend(facts, engine="direct").decision.advice:
        for each in advice.exercises:
            if each.instead_of is not None:
                here, there = (KNOWLEDGE.exercises[id] for id in (each.id, each.instead_of))
                assert reaches(there.level, here.level)
                assert KNOWLEDGE.policy.may_stand_in(there.pattern, here.pattern)


def test_a_mother_after_ten_weeks_gets_no_harder_row_without_a_band() -> None:
    """Ten weeks after a birth, with a bar and no band, the stand-in for the band row is gentle."""
    facts = WELL | {
        "sex": "female",
        "pregnant": False,
        "breastfeeding": True,
        "weeks_postpartum": 10,
        "equipment": ["pull_up_bar", "barbell"],
        "strength_sessions_per_week": 0,
        "experience": "beginner",
    }
    plan = recommend(facts)
    stand_ins = {c.id for each in plan for c in each.exercises if c.instead_of == "band_row"}
    assert stand_ins <= {"doorway_row", "scapular_squeeze"}
    assert "inverted_row" not in offered(plan)


def test_easier_moves_are_open_to_the_person() -> None:
    """What is named as easier is nothing that screening closes or that there is no gear for."""
    plan = recommend(LIFTER)
    for move in plan.moves.values():
        for id in move.easier:
            assert plan.exercise(id).withheld is None
        assert move.harder.keys() <= plan.moves.keys()


def test_an_exercise_that_was_merged_is_known_by_its_former_id() -> None:
    """A stored answer that names it is still taken, and says what it has become."""
    told = recommend({"current_exercises": ["fasted_cardio_protocol"]}).facts
    assert told["current_exercises"] == ("steady_state_cardio",)


@given(people())
def test_a_move_says_a_caution_once(told: dict[str, Any]) -> None:
    """No sentence to mind stands twice under one move."""
    for move in recommend(told, engine="direct").moves.values():
        assert len(move.cautions) == len({*move.cautions})


def test_an_exercise_for_everybody_says_a_caution_once() -> None:
    """Who looks an exercise up, without a plan, reads each sentence to mind once."""
    reader = Reader(KNOWLEDGE)
    for id in KNOWLEDGE.exercises:
        cautions = move_for_all(id, reader).cautions
        assert len(cautions) == len({*cautions})
