"""What a person can tell about sitting, movement and posture."""

from __future__ import annotations

from typing import Literal

from backfat_rules.profile.area import FactArea
from backfat_rules.profile.fields import Words, choice, number, several, yes_no

CommuteMode = Literal["walk", "bike", "transit", "car", "none"]
Posture = Literal["slouched", "rounded_shoulders", "forward_head", "thoracic_kyphosis"]


class MovementFacts(FactArea):
    """Sitting, everyday movement, posture and the place of work."""

    desk_job: bool | None = yes_no(
        "work at a desk", "Do you work mostly at a desk?", changeable=False
    )
    sitting_hours_per_day: float | None = number(
        "sitting",
        "h",
        0,
        24,
        "How many hours do you sit on a usual day?",
        slips={"min": 1 / 60},
        step=0.5,
    )
    sitting_bout_minutes: int | None = number(
        "sitting without a break",
        "min",
        0,
        720,
        "How many minutes do you usually sit before you stand up?",
        step=5,
    )
    steps_per_day: int | None = number(
        "steps", "steps a day", 0, 100_000, "How many steps do you take on a usual day?", step=500
    )
    commute_mode: CommuteMode | None = choice(
        "way to work", "How do you mostly get to work: on foot, by bike, transit, car, or no trip?"
    )
    moderate_minutes_per_week: int | None = number(
        "moderate activity",
        "min per week",
        0,
        5000,
        "How many minutes a week are you moderately active, such as brisk walking?",
        step=10,
    )
    vigorous_minutes_per_week: int | None = number(
        "vigorous activity",
        "min per week",
        0,
        3000,
        "How many minutes a week are you vigorously active, such as running?",
        step=5,
    )
    rest_day_activity_minutes: int | None = number(
        "movement on rest days",
        "min",
        0,
        600,
        "How many minutes do you move lightly on a day without training?",
        step=5,
    )
    posture: Words[Posture] | None = several(
        "posture",
        "Which of these do you notice in your posture? Leave the list empty if it is good.",
    )
    ergonomic_workstation: bool | None = yes_no(
        "have a workplace that is set up to fit you",
        "Are your chair, desk and screen set up to fit you?",
    )
    screen_below_eye_level: bool | None = yes_no(
        "look down at your screen", "Is your screen below the level of your eyes?"
    )
