"""People that the tests of plans are about."""

from __future__ import annotations

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from backfat_rules import Advisor, Plan, Profile
from backfat_rules.knowledge import load_knowledge
from backfat_rules.profile import Fact
from tests.strategies import answers

KNOWLEDGE = load_knowledge()
DIRECT = Advisor(KNOWLEDGE, engine="direct")
EXPERTA = Advisor(KNOWLEDGE, engine="experta")
FULL = settings.get_profile(settings.get_current_profile_name()).max_examples
MANY = min(20 * FULL, 2000)

BUSY: dict[str, Any] = {
    "age": 41,
    "sex": "female",
    "height_cm": 168,
    "weight_kg": 81,
    "waist_cm": 92,
    "goals": ["fat_loss", "posture", "tone"],
    "target_regions": ["upper", "mid"],
    "motivation": "medium",
    "believes_spot_reduction": True,
    "sleep_hours": 5.5,
    "sleep_quality": 2,
    "sleep_regular": False,
    "work_schedule": "day",
    "stress_level": 8,
    "takes_work_breaks": False,
    "work_hours_per_day": 9,
    "desk_job": True,
    "sitting_hours_per_day": 10,
    "sitting_bout_minutes": 90,
    "steps_per_day": 3200,
    "commute_mode": "car",
    "moderate_minutes_per_week": 30,
    "vigorous_minutes_per_week": 0,
    "posture": ["rounded_shoulders", "forward_head"],
    "equipment": ["band", "dumbbell"],
    "strength_sessions_per_week": 0,
    "sugary_drinks_per_day": 2,
    "alcohol_units_per_week": 9,
    "protein_g_per_day": 45,
    "fibre_g_per_day": 12,
    "fruit_vegetable_portions_per_day": 1,
    "whole_grain_servings_per_day": 0,
    "refined_grain_servings_per_day": 4,
    "processed_servings_per_day": 5,
    "high_calorie_snacks_per_day": 3,
    "anti_inflammatory_servings_per_week": 0,
    "late_night_eating_per_week": 5,
    "water_l_per_day": 0.8,
    "conditions": [],
    "medications": [],
    "symptoms": [],
    "pain_sites": ["neck"],
    "pregnant": False,
    "suicidal_thoughts": False,
}
"""A person with many answers and much to improve."""


def _rarely(fact: Fact) -> st.SearchStrategy[Any]:
    """Answers to a question about health that mostly, but not always, are harmless."""
    if fact.type.kind == "set":
        return st.just(frozenset[str]()) | st.frozensets(st.sampled_from(fact.words), max_size=1)
    return st.just(False) | answers(fact) if fact.type.kind == "truth" else answers(fact)


def people(*without: str) -> st.SearchStrategy[dict[str, Any]]:
    """Answers of people most of whom get a plan; random ones mostly report an emergency."""
    optional = {
        name: _rarely(fact) if fact.area == "health" else answers(fact)
        for name, fact in KNOWLEDGE.facts.items()
        if name not in {*without, "suicidal_thoughts"}
    }
    return st.fixed_dictionaries({}, optional=optional)


def plan_of(told: dict[str, Any]) -> Plan:
    """The plan for some answers."""
    return DIRECT.recommend(Profile(**told))
