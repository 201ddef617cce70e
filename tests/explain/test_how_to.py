"""How to do one exercise, asked of a plan: in it or not, open or closed."""

from __future__ import annotations

import json

import pytest

from backfat_rules import BackfatRulesError, Plan, recommend
from tests.planning.test_moves import LIFTER, WELL


def test_a_move_of_the_plan_is_told_as_it_stands_there() -> None:
    """With the dose and the cautions of the plan."""
    plan = recommend(LIFTER)
    answer = plan.exercise("deadlift_conventional")
    assert (answer.in_plan, answer.withheld) == (True, None)
    assert answer.move == plan.moves["deadlift_conventional"]
    assert "Keep the spine long" in str(answer)
    assert "Keep the spine long" in answer.to_html()


def test_an_exercise_outside_the_plan_is_told_too() -> None:
    """Without a dose, and it says that it is not in the plan."""
    answer = recommend(LIFTER).exercise("chin_tuck")
    assert answer.move is not None
    assert (answer.in_plan, answer.move.dose) == (False, None)
    assert str(answer).startswith("Chin tuck (glide the head back) is not in the plan.")


def test_a_closed_exercise_is_not_told() -> None:
    """A sore lower back reads why no deadlift, and no steps."""
    answer = recommend(LIFTER | {"pain_sites": ["lower_back"]}).exercise("deadlift_conventional")
    assert answer.move is None
    assert answer.withheld is not None
    assert answer.withheld.because == "low-back-pain"
    assert "Drive the floor away" not in str(answer)


def test_whoever_has_to_be_seen_first_reads_no_further_exercises() -> None:
    """Under a gate that waits for an OK what is not in the plan is withheld."""
    answer = recommend(WELL | {"pain_sites": ["knee"], "pain_intensity": 8}).exercise("band_row")
    assert answer.move is None
    assert answer.withheld is not None


def test_a_wrong_id_gets_the_nearest() -> None:
    """A slip in an id, and an id of something else, are told apart."""
    plan = recommend(LIFTER)
    with pytest.raises(BackfatRulesError, match="Did you mean band_row"):
        plan.exercise("band_rwo")
    with pytest.raises(BackfatRulesError, match="among the recommendations"):
        plan.exercise("sleep-longer")


def test_a_former_id_and_a_choice_find_the_exercise() -> None:
    """Apps ask with what they stored, or with what the plan holds."""
    plan = recommend(LIFTER)
    assert plan.exercise("fasted_cardio_protocol").id == "steady_state_cardio"
    choice = next(each for advice in plan for each in advice.exercises)
    assert plan.exercise(choice).id == choice.id


def test_a_stored_plan_tells_it_as_well() -> None:
    """A plan out of JSON answers like the one that was stored."""
    plan = recommend(LIFTER)
    again = Plan.model_validate_json(plan.model_dump_json())
    assert again.exercise("squat") == plan.exercise("squat")
    json.loads(plan.exercise("squat").model_dump_json())
