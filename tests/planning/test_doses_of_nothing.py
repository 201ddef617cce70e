"""A dose asks for a change that somebody can make, or says the plain amount."""

from __future__ import annotations

from typing import Any

import pytest

from backfat_rules import Plan
from tests.planning.dose_limits import check_doses
from tests.planning.people import plan_of

NEARLY_THERE: dict[str, dict[str, Any]] = {
    "sleep-longer": {"age": 40, "sleep_hours": 6.97},
    "rest-back-48-hours": {"hours_between_back_sessions": 47.9, "back_sessions_per_week": 2},
    "stand-and-walk-at-work": {
        "desk_job": True,
        "work_hours_per_day": 0,
        "sitting_hours_per_day": 9,
    },
    "reach-weekly-activity": {
        "moderate_minutes_per_week": 149,
        "vigorous_minutes_per_week": 0,
        "cardio_sessions_per_week": 1,
    },
}
"""People whose number would be shown as 0, or nearly so, by the advice that they get."""
SMALL = {
    "age": 30,
    "sex": "female",
    "height_cm": 150,
    "conditions": set(),
    "strength_sessions_per_week": 0,
    "moderate_minutes_per_week": 60,
    "vigorous_minutes_per_week": 0,
    "goals": {"tone"},
    "dietary_pattern": "omnivore",
}


def dose(plan: Plan, id: str) -> str:
    """The dose of a recommendation of a plan."""
    found = plan[id].dose
    assert found is not None
    return found.text


@pytest.mark.parametrize("id", NEARLY_THERE)
def test_nobody_is_asked_for_nothing(id: str) -> None:
    """Where the change would be shown as 0, the plain amount is said."""
    plan = plan_of({**NEARLY_THERE[id], "symptoms": set(), "pain_sites": set()})
    assert not dose(plan, id).startswith("0 ")
    for nothing in (" 0 h", " 0 in ", " 0 min", " 0 kcal"):
        assert nothing not in dose(plan, id)
    check_doses(plan)


@pytest.mark.parametrize("weight", [25, 32, 36, 40])
@pytest.mark.parametrize("eaten", [10, 20, 25, 30, 32])
def test_a_small_body_is_not_told_to_eat_less_protein(weight: float, eaten: float) -> None:
    """Whoever is told to eat more protein reads more than they eat."""
    plan = plan_of({**SMALL, "weight_kg": weight, "protein_g_per_day": eaten})
    if "protein-target" in plan:
        check_doses(plan)


def test_a_need_near_the_floor_brings_no_deficit() -> None:
    """Less than 100 kcal is no step: a small need is said instead, and a dietitian named."""
    small: dict[str, Any] = {
        **SMALL,
        "age": 80,
        "weight_kg": 54,
        "waist_cm": 85,
        "steps_per_day": 3000,
        "moderate_minutes_per_week": 0,
        "goals": {"fat_loss"},
        "weight_worry": 0,
        "medications": set(),
        "symptoms": set(),
        "pain_sites": set(),
    }
    plan = plan_of(small)
    assert "slight-deficit" not in plan
    assert "small-energy-need" in {each.id for each in plan.messages}
