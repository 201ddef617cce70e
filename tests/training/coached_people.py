"""Invented people whom a coach might meet, and how their weeks are read."""

from __future__ import annotations

from typing import Any

from backfat_rules import Programme, recommend
from tests.training.invented_people import HEALTHY

DESK: dict[str, Any] = {
    **HEALTHY,
    "height_cm": 170,
    "weight_kg": 66,
    "desk_job": True,
    "strength_sessions_per_week": 0,
    "moderate_minutes_per_week": 60,
    "vigorous_minutes_per_week": 0,
    "weeks_trained_of_last_8": 2,
    "equipment": {"band", "dumbbell"},
}
FOUR_DAYS_IN_A_GYM: dict[str, Any] = {
    "location": "gym",
    "equipment": {"dumbbell", "barbell", "bench", "cable", "lat_pulldown"},
    "training_days": {"mon", "tue", "thu", "sat"},
    "minutes_per_session": 60,
    "experience": "intermediate",
    "strength_sessions_per_week": 3,
    "weeks_trained_of_last_8": 8,
}
LIFTER: dict[str, Any] = {**DESK, **FOUR_DAYS_IN_A_GYM, "moderate_minutes_per_week": 150}
AFTER_SURGERY: dict[str, Any] = {"conditions": {"bariatric_surgery"}, "medical_clearance": False}


def programme(told: dict[str, Any] | None = None, weeks: int = 1, **more: Any) -> Programme:
    """The weeks of an invented person at a desk, but for what is told."""
    return recommend({**(told or DESK), **more}, engine="direct").programme(weeks=weeks)


def flat(week: Programme) -> str:
    """The page on one line."""
    return " ".join(week.text().split())


def exercises(week: Programme) -> list[list[str]]:
    """The moves of each session of strength."""
    sessions = (each for each in week.sessions if each.kind == "strength")
    return [[item.exercise for item in each.items] for each in sessions]


def note(week: Programme, id: str) -> str:
    """What a note below the week says."""
    return next(each.text for each in week.notes if each.id == id)
