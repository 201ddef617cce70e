"""What a person can tell about sleep."""

from __future__ import annotations

from typing import Literal

from backfat_rules.profile.area import FactArea
from backfat_rules.profile.fields import choice, number, yes_no


class SleepFacts(FactArea, frozen=True):
    """Length, quality and surroundings of sleep."""

    sleep_hours: float | None = number(unit="h", low=0, high=24, slips={"min": 1 / 60}, step=0.5)
    sleep_quality: int | None = number(unit="1-5", low=1, high=5, step=1)
    sleep_regular: bool | None = yes_no()
    screen_free_minutes_before_bed: int | None = number(unit="min", low=0, high=240, step=15)
    bedroom_restful: bool | None = yes_no()
    late_heavy_meals_per_week: int | None = number(unit="per week", low=0, high=21, step=1)
    work_schedule: Literal["day", "rotating", "night"] | None = choice(changeable=False)
    snores_with_pauses: bool | None = yes_no(changeable=False)
    sleepy_when_driving: bool | None = yes_no(changeable=False)
