"""What protects somebody with a condition stands beside the moves that they are offered."""

from __future__ import annotations

from typing import Any

import pytest

from backfat_rules.knowledge.scenario import Scenario
from backfat_rules.language import evaluate
from backfat_rules.planning import Reasoner
from backfat_rules.planning.plan_content import Move
from backfat_rules.planning.told import checked_facts
from tests.planning.people import BUSY, DIRECT, KNOWLEDGE

TOLD: dict[str, Any] = {
    "pregnant": False,
    "systolic_bp": 120,
    "diastolic_bp": 75,
    "medical_clearance": True,
    "conditions_controlled": True,
    "weeks_trained_of_last_8": 8,
    "moderate_minutes_per_week": 100,
    "equipment": ["band"],
}
STRAIN: dict[str, dict[str, Any]] = {
    "high blood pressure": {"conditions": ["hypertension"]},
    "a pressure at the limit": {"systolic_bp": 140},
    "a lower pressure at the limit": {"diastolic_bp": 90},
    "a heart condition": {"conditions": ["heart_disease"]},
    "an eye disease": {"conditions": ["retinopathy"]},
    "a hernia": {"conditions": ["hernia"]},
    "a child on the way": {"pregnant": True, "age": 31},
}
BREATH = "Breathe out on the effort"
BONES = "With thin bones"
BIRTH = "In the months after a birth"


def moves(**told: Any) -> dict[str, Move]:
    """The moves of somebody with much to change who told this of their body."""
    return dict(DIRECT.recommend({**BUSY, **TOLD, **told}).moves)


def against_a_resistance(**told: Any) -> list[Move]:
    """What they are offered that works against a resistance, on foot and in a seat."""
    seat = {"mobility_limited": True, "wheelchair": True}
    shown = [*moves(**told).values(), *moves(**told, **seat).values()]
    return [each for each in shown if "resistance" in KNOWLEDGE.exercises[each.id].tags]


def says(move: Move, words: str) -> bool:
    """Whether one of its cautions holds these words."""
    return any(words in each for each in move.cautions)


@pytest.mark.parametrize("who", STRAIN)
def test_whoever_must_not_strain_reads_how_to_breathe(who: str) -> None:
    """Beside each move against a resistance stand the words on breathing, for whom they matter."""
    shown = against_a_resistance(**STRAIN[who])
    assert shown
    assert [each.id for each in shown if not says(each, BREATH)] == []


@pytest.mark.parametrize("age", [45, 64, 80])
def test_thin_bones_that_were_told_are_spoken_of(age: int) -> None:
    """With osteoporosis every move against a resistance says which loads to leave out."""
    shown = against_a_resistance(conditions=["osteoporosis"], age=age)
    assert shown
    assert [each.id for each in shown if not says(each, BONES)] == []


def test_loose_joints_read_where_to_stop() -> None:
    """With unstable joints every move against a resistance says to stop short of its end."""
    shown = against_a_resistance(conditions=["joint_instability"])
    assert shown
    assert [each.id for each in shown if not says(each, "With loose joints")] == []


def test_hard_moves_for_the_trunk_say_when_to_stop_in_pregnancy() -> None:
    """With a child on the way a plank or a carry speaks of this stage, and not of a later one."""
    shown = moves(pregnant=True, age=31, equipment=["dumbbell"])
    hard = [m for m in shown.values() if "core_pressure" in KNOWLEDGE.exercises[m.id].tags]
    assert hard
    assert [each.id for each in hard if not says(each, "In pregnancy stop")] == []


SIGNS = [
    "bleeding",
    "leaking fluid",
    "contractions",
    "dizziness",
    "chest pain",
    "calf",
    "moves less",
]


@pytest.mark.parametrize(
    ("condition", "words"), [("lymphoedema", "With lymphoedema"), ("cancer_history", "With cancer")]
)
def test_a_swollen_limb_and_cancer_are_minded_beside_moves(condition: str, words: str) -> None:
    """With lymphoedema or cancer each move against a resistance says what to mind with it."""
    shown = against_a_resistance(conditions=[condition])
    assert shown
    assert [each.id for each in shown if not says(each, words)] == []


def test_the_signs_to_stop_in_pregnancy_are_alarms() -> None:
    """Whoever trains with a child on the way reads each sign to stop at, also on a short page."""
    plan = DIRECT.recommend({**BUSY, **TOLD, "pregnant": True, "age": 31})
    alarms = " ".join(text for each in plan.messages for text in each.alarms)
    assert [sign for sign in SIGNS if sign not in alarms] == []


NO_BIRTH: dict[str, dict[str, Any]] = {
    "a man": {"sex": "male", "pregnant": None},
    "from 50 on": {"age": 50},
    "after the menopause": {"menopause": True, "age": 52},
    "a child still on the way": {"pregnant": True, "age": 31},
    "a birth long ago": {"weeks_postpartum": 26},
}


@pytest.mark.parametrize("who", NO_BIRTH)
def test_no_birth_is_spoken_of_where_there_was_none(who: str) -> None:
    """Nobody who cannot have had a birth of late reads what to mind in the months after one."""
    shown = moves(**NO_BIRTH[who])
    assert shown
    assert [each.id for each in shown.values() if says(each, BIRTH)] == []


def test_a_birth_that_was_told_is_spoken_of() -> None:
    """Until half a year after a birth that was told the words on the pelvic floor are there."""
    assert any(says(each, BIRTH) for each in moves(weeks_postpartum=25, age=33).values())


WORDS = {
    "epilepsy": (["in company", "height", "sleep enough before hard work"], ["five minutes"]),
    "lymphoedema": (["very light", "sleeve or stocking", "two days"], ["hot, red", "Stop"]),
    "cancer_history": (["bones", "port", "stoma", "numb feet"], ["fever"]),
    "asthma_copd": (["within reach", "warm up", "cold"], ["sit upright", "emergency number"]),
}


@pytest.mark.parametrize("condition", WORDS)
def test_a_condition_brings_what_to_mind_and_when_to_stop(condition: str) -> None:
    """What to mind in training stands in the plan, and when to stop and get help is an alarm."""
    said, alarms = WORDS[condition]
    plan = DIRECT.recommend({**BUSY, **TOLD, "conditions": [condition]})
    text = " ".join(each.text for each in plan.messages)
    loud = " ".join(words for each in plan.messages for words in each.alarms)
    assert [each for each in said if each not in text] == []
    assert [each for each in alarms if each not in loud] == []


@pytest.mark.parametrize(
    ("condition", "words"), [("epilepsy", "With epilepsy"), ("asthma_copd", "With asthma")]
)
def test_a_hike_says_what_a_condition_asks_for(condition: str, words: str) -> None:
    """Whoever goes on a hike with epilepsy or asthma reads what to take care of beside it."""
    told = {"conditions": [condition], "motivation": "high", "goals": ["endurance"]}
    shown = moves(**told, moderate_minutes_per_week=160)
    hard = [m for m in shown.values() if "vigorous" in KNOWLEDGE.exercises[m.id].tags]
    assert hard
    assert [each.id for each in hard if not says(each, words)] == []


def test_a_hold_within_reach_is_asked_for_where_there_is_one() -> None:
    """Balance moves say to keep something steady within reach; on a hike nobody reads that."""
    shown = moves(age=84, moderate_minutes_per_week=160, goals=["endurance"], motivation="high")
    assert says(shown["balance_tai_chi"], "steady within reach")
    assert not says(shown["hiking"], "steady within reach")


SOME_PEOPLE = [*KNOWLEDGE.scenarios.values()][::6]


@pytest.mark.parametrize("person", SOME_PEOPLE, ids=lambda person: person.id)
def test_a_caution_is_told_to_whom_it_is_meant_and_to_nobody_else(person: Scenario) -> None:
    """Beside each move stand the cautions of its tags that hold for this person, and no others."""
    plan = DIRECT.recommend(person.facts)
    known = Reasoner(KNOWLEDGE).derive(checked_facts(person.facts, KNOWLEDGE)).known
    meant = {
        each: True if each.when is None else evaluate(each.when.tree, known)
        for each in KNOWLEDGE.cautions.values()
    }
    for move in plan.moves.values():
        tags = {*KNOWLEDGE.exercises[move.id].tags}
        asked = {each: told for each, told in meant.items() if not tags.isdisjoint(each.tags)}
        wanted = {each.text.text for each, told in asked.items() if told is True}
        unwanted = {each.text.text for each, told in asked.items() if told is False}
        open_ones = {each.text.text for each, told in asked.items() if told is not False}
        assert wanted <= {*move.cautions}, move.id
        assert not (unwanted - open_ones) & {*move.cautions}, move.id
