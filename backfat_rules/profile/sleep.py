"""What a person can tell about sleep."""

from __future__ import annotations

from typing import Literal

from backfat_rules.profile.area import FactArea
from backfat_rules.profile.fields import choice, number, yes_no


class SleepFacts(FactArea):
    """Length, quality and surroundings of sleep."""

    sleep_hours: float | None = number(
        "sleep",
        "h",
        0,
        24,
        "How many hours do you sleep in 24 hours?",
        slips={"min": 1 / 60},
        step=0.5,
    )
    sleep_quality: int | None = number(
        "sleep quality", "1-5", 1, 5, "How good is your sleep, from 1 (poor) to 5 (good)?", step=1
    )
    sleep_regular: bool | None = yes_no(
        "go to bed and get up at the same times",
        "Do you go to bed and get up at about the same times every day?",
    )
    screen_free_minutes_before_bed: int | None = number(
        "screen-free time before bed",
        "min",
        0,
        240,
        "How many minutes before bed do you put screens away?",
        step=15,
    )
    bedroom_restful: bool | None = yes_no(
        "sleep in a dark, quiet and cool room", "Is your bedroom dark, quiet and cool?"
    )
    late_heavy_meals_per_week: int | None = number(
        "heavy late meals",
        "per week",
        0,
        21,
        "How often a week do you eat a large meal within three hours of bed?",
        step=1,
    )
    work_schedule: Literal["day", "rotating", "night"] | None = choice(
        "work schedule", "Do you work days, rotating shifts or nights?", changeable=False
    )
    snores_with_pauses: bool | None = yes_no(
        "snore with pauses in breathing",
        "Do you snore, and has somebody noticed pauses in your breathing?",
        changeable=False,
    )
    sleepy_when_driving: bool | None = yes_no(
        "get sleepy at the wheel", "Do you get sleepy while driving?", changeable=False
    )
