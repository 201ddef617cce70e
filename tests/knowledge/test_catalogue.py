"""The catalogue serves everybody who can tell what they have, what they train and how long."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product
from typing import get_args

import pytest

from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.knowledge.dose_context import LEVELS, Level
from backfat_rules.knowledge.lines import lines_of
from backfat_rules.profile.training import BackRegion, Equipment

KNOWLEDGE = load_knowledge()
REGIONS: tuple[BackRegion, ...] = get_args(BackRegion)
TARGETED = KNOWLEDGE.contexts["targeted"]
BACK = [
    each
    for each in KNOWLEDGE.exercises.values()
    if each.pattern != "mode" and not {*REGIONS}.isdisjoint(each.regions)
]
GYM = {"barbell", "bench", "cable", "lat_pulldown", "dumbbell"}
HOME = ({"band"}, {"dumbbell"}, {"kettlebell", "dumbbell"}, GYM)


def possible(gear: Collection[str], region: str, level: Level) -> list[Exercise]:
    """The back exercises for somebody with some gear, a region to train, and a level."""
    return [
        each
        for each in BACK
        if region in each.regions
        and any({*needed} <= {*gear} for needed in each.equipment)
        and each.dose_for([TARGETED], level) is not None
    ]


def test_the_back_has_a_library_of_its_own() -> None:
    """At least 45 exercises train the back, at least 15 of them with nothing at hand."""
    assert len(BACK) >= 45
    assert len([each for each in BACK if () in each.equipment]) >= 15


@pytest.mark.parametrize(
    ("gear", "region", "level"), [*product(("", *get_args(Equipment)), REGIONS, LEVELS)]
)
def test_everybody_has_a_choice(gear: str, region: str, level: Level) -> None:
    """With any one thing, or none, at any level, there are two moves for each part of the back."""
    assert len(possible({gear} - {""}, region, level)) >= 2


@pytest.mark.parametrize(("gear", "region", "level"), [*product(HOME, REGIONS, LEVELS)])
def test_whoever_has_gear_can_use_it(gear: Collection[str], region: str, level: Level) -> None:
    """Bands, weights and a gym each bring two moves of their own for each part of the back."""
    own = [
        each
        for each in possible(gear, region, level)
        if any(needed and {*needed} <= {*gear} for needed in each.equipment)
    ]
    assert len(own) >= 2, [each.id for each in own]


@pytest.mark.parametrize("exercise", BACK, ids=lambda each: each.id)
def test_a_back_exercise_is_told_in_full(exercise: Exercise) -> None:
    """Steps, a cue, faults, muscles, and somebody who is offered it."""
    assert len(exercise.steps) >= 3
    assert exercise.cues
    assert exercise.faults
    assert exercise.primary


def test_everything_in_the_catalogue_is_offered_by_some_advice() -> None:
    """What nothing offers nobody would ever see."""
    rules = KNOWLEDGE.recommendations.values()
    stand_ins = {
        id
        for each in KNOWLEDGE.exercises.values()
        for ids in each.alternatives.values()
        for id in ids
    }
    offered = {id for each in rules for id in each.exercises}
    members = {id for each in KNOWLEDGE.exercises.values() for id in each.members}
    assert KNOWLEDGE.exercises.keys() <= offered | stand_ins | members
    shown = {food for each in rules for food in each.foods}
    named = {food for each in rules for _, line in lines_of(each) for food in line.foods}
    assert KNOWLEDGE.foods.keys() <= shown | named


def test_no_move_goes_by_the_same_name_elsewhere_twice() -> None:
    """An id of another catalogue leads to one exercise here."""
    named = [
        (catalogue, id)
        for each in KNOWLEDGE.exercises.values()
        for catalogue, id in each.elsewhere.items()
    ]
    assert len(named) == len({*named}) >= 35


def test_weak_bones_keep_work_for_the_lower_back() -> None:
    """Low lifts lengthen the spine and do not fold it: thin bones need them, the low ones."""
    rule = KNOWLEDGE.screening["fragile-bones"]
    for id in ("prone_chest_lift", "standing_bird_dog", "bird_dog", "reverse_snow_angel"):
        assert not rule.blocks.hold(id, KNOWLEDGE.exercises[id].tags)
    for id in ("deadlift_conventional", "superman_hold", "thoracic_extension_roller"):
        assert rule.blocks.hold(id, KNOWLEDGE.exercises[id].tags)


def test_a_spine_that_is_held_still_is_told_so() -> None:
    """No text asks to roll the spine down in a move whose point is that it keeps its shape."""
    for each in KNOWLEDGE.exercises.values():
        if each.pattern == "hinge":
            assert "vertebra" not in " ".join(step.text for step in each.steps)
