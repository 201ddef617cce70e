"""Facts on their way in: what the knowledge does not know is refused, with what to do."""

from __future__ import annotations

from typing import Any

import pytest

from backfat_rules import Profile, ProfileError
from backfat_rules.errors import FieldProblem
from backfat_rules.planning.told import checked_facts
from tests.planning.people import KNOWLEDGE


class ShiftWorker(Profile):
    """Somebody with a fact that only an app knows."""

    shifts_per_week: int | None = None


def problems(answers: Any) -> tuple[FieldProblem, ...]:
    """What is wrong with some answers."""
    with pytest.raises(ProfileError) as refused:
        checked_facts(answers, KNOWLEDGE)
    return refused.value.problems


def test_facts_stand_in_the_order_of_the_profile() -> None:
    """However they are told; what is None was not."""
    told: dict[str, Any] = {"sleep_hours": 6, "age": 30, "stress_level": None}
    told["equipment"] = ["band"]
    facts = checked_facts(told, KNOWLEDGE)
    assert facts == {"age": 30, "sleep_hours": 6, "equipment": frozenset({"band"})}
    assert facts == checked_facts(Profile(**told), KNOWLEDGE)
    assert [each for each in KNOWLEDGE.facts if each in facts] == list(facts)


def test_a_fact_of_an_app_needs_its_knowledge() -> None:
    """Whoever adds a fact is told how to load knowledge that knows it."""
    (problem,) = problems(ShiftWorker(sleep_hours=6, shifts_per_week=3))
    assert problem.field == "shifts_per_week"
    assert problem.message == "the knowledge base does not know this fact."
    assert problem.remedy == "Load it with load_knowledge(..., profile=YourProfile)."


def test_exercises_are_those_of_the_catalogue() -> None:
    """A misspelt one is named with the one that was probably meant; the others are left alone."""
    told = {"current_exercises": ["plank", "zzzz", "Band Roww"], "sleep_hours": 6}
    first, second = problems(told)
    assert (first.field, first.message) == (
        "current_exercises",
        "'Band Roww' is none of the exercises.",
    )
    assert first.remedy == "Did you mean band_row?"
    assert second.message == "'zzzz' is none of the exercises."
    assert second.remedy == "Give ids or titles of the knowledge's exercises, and leave out others."


@pytest.mark.parametrize("answers", [[], 7, "sleep_hours"])
def test_what_is_no_set_of_answers_is_refused(answers: Any) -> None:
    """Anything but a mapping or a profile is refused as a whole."""
    assert problems(answers)
