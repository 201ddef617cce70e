"""What a person can tell about training."""

from __future__ import annotations

from typing import Literal

from backfat_rules.profile.area import FactArea
from backfat_rules.profile.fields import Words, choice, number, several, yes_no

Experience = Literal["none", "beginner", "novice", "intermediate", "advanced"]
BackRegion = Literal["upper", "mid", "lower"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Equipment = Literal[
    "dumbbell",
    "barbell",
    "bench",
    "band",
    "cable",
    "lat_pulldown",
    "kettlebell",
    "rowing_machine",
    "battle_rope",
    "exercise_ball",
    "pull_up_bar",
    "bicycle",
    "pool",
    "arm_crank",
]


class TrainingFacts(FactArea, frozen=True):
    """What is trained, how often and how, and what is at hand for it."""

    experience: Experience | None = choice(changeable=False)
    strength_sessions_per_week: int | None = number(unit="per week", low=0, high=21, step=1)
    back_sessions_per_week: int | None = number(unit="per week", low=0, high=21, step=1)
    full_body_sessions_per_week: int | None = number(unit="per week", low=0, high=21, step=1)
    cardio_sessions_per_week: int | None = number(unit="per week", low=0, high=21, step=1)
    hiit_sessions_per_week: int | None = number(unit="per week", low=0, high=21, step=1)
    hours_between_back_sessions: float | None = number(
        unit="h", low=0, high=336, slips={"min": 1 / 60}, step=12
    )
    back_regions_trained: Words[BackRegion] | None = several()
    isolation_only: bool | None = yes_no()
    load_style: Literal["heavy", "high_rep", "mixed"] | None = choice()
    progresses_load: bool | None = yes_no()
    form_confidence: int | None = number(unit="1-5", low=1, high=5, step=1)
    weeks_trained_of_last_8: int | None = number(unit="weeks", low=0, high=8, step=1)
    trains_fasted: bool | None = yes_no()
    current_exercises: Words[str] | None = several(ids_of="exercises")
    disliked_exercises: Words[str] | None = several(ids_of="exercises")
    equipment: Words[Equipment] | None = several()
    location: Literal["gym", "home", "both"] | None = choice(changeable=False)
    minutes_per_session: int | None = number(unit="min", low=5, high=240, changeable=False)
    training_days: Words[Weekday] | None = several(changeable=False)
