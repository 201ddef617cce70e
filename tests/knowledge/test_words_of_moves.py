"""What is to be minded with a move is a sentence; wheels and brakes are for wheelchair users."""

from __future__ import annotations

import re

import pytest

from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.catalogue import Exercise

KNOWLEDGE = load_knowledge()
FOR_WHEELCHAIRS = {"wheelchair_pushing"}
CHAIR_PARTS = re.compile(r"\b(brakes?|wheels?)\b", re.IGNORECASE)


@pytest.mark.parametrize("exercise", KNOWLEDGE.exercises.values(), ids=lambda each: each.id)
def test_what_is_to_be_minded_is_a_sentence(exercise: Exercise) -> None:
    """A reader is told what to do and when to stop, never handed a fragment."""
    for line in exercise.avoid:
        said = line.text.text
        assert re.fullmatch(r"[A-Z].*\.", said), said


@pytest.mark.parametrize("exercise", KNOWLEDGE.exercises.values(), ids=lambda each: each.id)
def test_brakes_and_wheels_are_for_wheelchairs(exercise: Exercise) -> None:
    """Somebody on a kitchen chair reads no step about brakes or wheels."""
    if exercise.id not in FOR_WHEELCHAIRS:
        assert not CHAIR_PARTS.search(" ".join(step.render() for step in exercise.steps))
