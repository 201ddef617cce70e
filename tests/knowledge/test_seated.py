"""People who train sitting get real moves, and none that asks for legs, standing or the floor."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from backfat_rules import Advisor, Plan
from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.catalogue import Exercise

KNOWLEDGE = load_knowledge()
ADVISOR = Advisor(engine="direct")

LOWER_BODY = {"legs", "standing", "floor"}
SEATED = re.compile(r"\b(sit|sits|sitting|seat|seated|chair|wheels?|swim)\b", re.IGNORECASE)


def needs(exercise: Exercise) -> set[str]:
    """What of the lower body an exercise asks for."""
    return LOWER_BODY & {*exercise.tags}


def in_a_wheelchair(equipment: set[str]) -> Plan:
    """The plan of somebody untrained in a wheelchair."""
    health: dict[str, object] = {"conditions": [], "medications": [], "symptoms": []}
    habits = {"strength_sessions_per_week": 0, "back_sessions_per_week": 0, "stress_level": 7}
    moving = {"moderate_minutes_per_week": 20, "vigorous_minutes_per_week": 0, "steps_per_day": 0}
    told = {"age": 45, "wheelchair": True, "pain_sites": [], "posture": ["rounded_shoulders"]}
    return ADVISOR.recommend({**health, **habits, **moving, **told, "equipment": equipment})


def offered(plan: Plan) -> set[str]:
    """Every exercise that a plan offers."""
    return {each.id for advice in plan.recommendations for each in advice.exercises}


@pytest.mark.parametrize("exercise", KNOWLEDGE.exercises.values(), ids=lambda each: each.id)
def test_an_exercise_says_what_it_needs(exercise: Exercise) -> None:
    """What carries no tag of the lower body tells how it is done sitting, or in the water."""
    assert needs(exercise) or SEATED.search(" ".join(step.render() for step in exercise.steps))


@pytest.mark.parametrize(
    "equipment",
    [
        set(),
        {"band"},
        {"dumbbell"},
        {"band", "dumbbell"},
        {"arm_crank", "pool"},
        {"cable", "bench"},
    ],
    ids=lambda each: "+".join(sorted(each)) or "none",
)
def test_a_plan_in_a_wheelchair_uses_arms_and_trunk(equipment: set[str]) -> None:
    """With any equipment there are a pull, a press, a move for the trunk and one for the breath."""
    moves = [KNOWLEDGE.exercises[id] for id in offered(in_a_wheelchair(equipment))]
    assert {each.id: needs(each) for each in moves if needs(each)} == {}
    patterns = {each.pattern for each in moves}
    assert patterns >= {"horizontal_pull", "push", "core", "conditioning"}


def test_the_seated_list_is_long_enough_to_choose_from() -> None:
    """Band, dumbbell and no equipment each have moves of their own in the seat."""
    seated = [each for each in KNOWLEDGE.exercises.values() if each.id.startswith("seated_")]
    assert len(seated) >= 10
    for equipment in ((), ("band",), ("dumbbell",)):
        assert sum(equipment in each.equipment for each in seated) >= 3


def test_minutes_take_the_place_of_steps() -> None:
    """Stamina in a seat is counted in minutes of arm work, and skin and shoulders are cared for."""
    plan = in_a_wheelchair({"band"})
    assert {"wheel-for-stamina", "shift-your-weight", "care-for-your-shoulders"} <= {
        each.id for each in plan.recommendations
    }
    assert "min" in str(plan["wheel-for-stamina"].dose)


ON_FOOT = re.compile(
    r"\b(walks?|walking|stairs?|stand up|standing|on foot|your feet|march\w*|floor|steps a day)\b"
)
SAID_OF_IT = re.compile(
    "Nothing here asks for steps, stairs, standing or the floor|Walking or standing is hard for you"
)
"""That these are not asked for, and why."""


def asked_of(plan: Plan) -> Iterator[str]:
    """What a plan asks for, moves included, and the answers and reasons that it gives."""
    for way in plan.all_ways:
        yield from (way.title, way.action, *way.steps, *way.cautions)
        yield from (way.dose.text if way.dose else "", way.done_when or "")
    for advice in plan.recommendations:
        yield from (reason.text for reason in advice.reasons)
    for move in plan.moves.values():
        yield from (*move.steps, *move.faults, *move.cautions)
    yield from (each.text for each in plan.messages if each.kind == "screening")


@pytest.mark.parametrize("equipment", [set(), {"band", "dumbbell"}], ids=["none", "some"])
def test_nothing_in_a_wheelchair_speaks_of_feet(equipment: set[str]) -> None:
    """Whoever uses a wheelchair reads of no walk, stairs or floor, but that none is needed."""
    said = [SAID_OF_IT.sub("", text) for text in asked_of(in_a_wheelchair(equipment))]
    assert [text for text in said if ON_FOOT.search(text)] == []
