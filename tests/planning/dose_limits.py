"""The limits that every computed amount keeps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backfat_rules import Plan
from backfat_rules.planning import Reasoner
from tests.planning.people import KNOWLEDGE

DIRECT = Reasoner(KNOWLEDGE, "direct")
LEAST_PROTEIN = 35
MORE_THAN_NOW = {
    "next_step_goal": "steps_per_day",
    "next_water_l": "water_l_per_day",
    "protein_target": "protein_g_per_day",
    "fibre_target": "fibre_g_per_day",
}
"""Amounts of a dose that ask for more, each with the fact that says how much there is now."""
LESS_THAN_NOW = {"sugar_limit": "added_sugar_g_per_day"}
"""The same for those that ask for less."""


def check_doses(plan: Plan) -> None:
    """Every computed amount is within the limits that the evidence states."""
    known: dict[str, Any] = dict(DIRECT.derive(DIRECT.facts_of(plan)).known)
    shown: dict[str, float] = {each.id: each.value for each in plan.values}
    for each in plan.all_ways:
        if each.dose is not None:
            shown |= each.dose.numbers
    kidneys = "kidney_disease" in (known.get("conditions") or ())
    limits: dict[str, tuple[float, float]] = {
        "sleep_target": (7, 14),
        "water_target": (1.6, 3.0),
        "step_goal": (0, max(7000, known.get("steps_per_day", 0))),
        "fibre_target": (25, 38),
        "activity_factor": (1.4, 2.4),
        "strength_days_to_add": (0, 2),
    }
    if "next_step_goal" in shown and "walk-more-steps" in plan:
        target = 6000 if known.get("age", 0) >= 60 else 7000
        limits["next_step_goal"] = (known["steps_per_day"], target)
    if "next_water_l" in shown and "drink-enough" in plan:
        limits["next_water_l"] = (0, 3.0)
    if "protein_target" in shown:
        weight = known["protein_reference_weight"]
        most = 0.8 * weight if kidneys else max(LEAST_PROTEIN, 1.6 * weight)
        limits["protein_target"] = (0.8 * weight, most)
    if "energy_deficit" in shown:
        most = 0.25 * known["energy_need"] if "energy_need" in known else 0
        limits["energy_deficit"] = (0, min(750, most))
    if "energy_target" in shown:
        least = max(known["energy_floor"], 0.75 * known["energy_need"])
        limits["energy_target"] = (least, known["energy_need"])
    if "sugar_limit" in shown:
        limits["sugar_limit"] = (25, 36)
    if "sugar_ideal" in shown:
        limits["sugar_ideal"] = (0, min(known["sugar_limit"], 0.1 * known["energy_need"] / 4))
    for each in plan.all_ways:
        if each.dose is not None:
            check_change(each.dose.numbers, known)
    for name, (low, high) in limits.items():
        if name in shown:
            assert low * 0.999999 <= shown[name] <= high * 1.000001, name


def check_change(numbers: Mapping[str, float], known: Mapping[str, Any]) -> None:
    """No dose asks for a change of nothing, nor for one to the wrong side of what is so now."""
    for name, number in numbers.items():
        value = KNOWLEDGE.values.get(name)
        assert value is None or not value.is_shown_as_nothing(number), name
    for way, names in ((1, MORE_THAN_NOW), (-1, LESS_THAN_NOW)):
        for name, fact in names.items():
            if name in numbers and fact in known:
                assert way * (numbers[name] - known[fact]) > 0, name
