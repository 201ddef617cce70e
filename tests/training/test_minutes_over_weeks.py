"""Brisk minutes over several weeks: they grow, and the easier week has fewest."""

from __future__ import annotations

from backfat_rules import recommend
from tests.training.invented_people import HEALTHY

FOUR_DAYS = {
    "location": "gym",
    "equipment": {"dumbbell", "barbell", "bench", "cable", "lat_pulldown"},
    "training_days": {"mon", "tue", "thu", "sat"},
    "minutes_per_session": 60,
    "experience": "intermediate",
    "strength_sessions_per_week": 3,
    "weeks_trained_of_last_8": 8,
    "moderate_minutes_per_week": 60,
    "vigorous_minutes_per_week": 0,
}


def test_minutes_grow_and_the_easier_week_has_fewest() -> None:
    """From week to week there are as many brisk minutes or more; the fewest in an easier one."""
    weeks = recommend({**HEALTHY, **FOUR_DAYS}, engine="direct").programme(weeks=8).weeks
    usual = [each.aerobic_minutes for each in weeks if not each.easier]
    assert usual == sorted(usual)
    assert max(each.aerobic_minutes for each in weeks if each.easier) < usual[0]
