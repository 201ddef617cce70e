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
]


class TrainingFacts(FactArea):
    """What is trained, how often and how, and what is at hand for it."""

    experience: Experience | None = choice(
        "training experience", "How experienced are you with strength training?", changeable=False
    )
    strength_sessions_per_week: int | None = number(
        "strength sessions",
        "per week",
        0,
        21,
        "How many strength sessions do you do per week?",
        step=1,
    )
    back_sessions_per_week: int | None = number(
        "back sessions",
        "per week",
        0,
        21,
        "In how many sessions per week do you train your back?",
        step=1,
    )
    full_body_sessions_per_week: int | None = number(
        "full-body sessions",
        "per week",
        0,
        21,
        "How many full-body sessions do you do per week?",
        step=1,
    )
    cardio_sessions_per_week: int | None = number(
        "cardio sessions", "per week", 0, 21, "How many cardio sessions do you do per week?", step=1
    )
    hiit_sessions_per_week: int | None = number(
        "interval sessions",
        "per week",
        0,
        21,
        "How many sessions of hard intervals (HIIT) do you do per week?",
        step=1,
    )
    hours_between_back_sessions: float | None = number(
        "rest between back sessions",
        "h",
        0,
        336,
        "How many hours lie between two of your back sessions?",
        slips={"min": 1 / 60},
        step=12,
    )
    back_regions_trained: Words[BackRegion] | None = several(
        "trained back regions", "Which parts of your back do you train?"
    )
    isolation_only: bool | None = yes_no(
        "train single muscles only",
        "Do you only do exercises for single muscles, and none for several at once?",
    )
    load_style: Literal["heavy", "high_rep", "mixed"] | None = choice(
        "style of loading",
        "Do you lift heavy with few repetitions, lighter with many, or a mix of both?",
    )
    progresses_load: bool | None = yes_no(
        "raise the load step by step", "Do you raise weight or repetitions step by step over time?"
    )
    form_confidence: int | None = number(
        "confidence in your form",
        "1-5",
        1,
        5,
        "How sure are you of your exercise form, from 1 (unsure) to 5 (sure)?",
        step=1,
    )
    weeks_trained_of_last_8: int | None = number(
        "training in the last eight weeks",
        "weeks",
        0,
        8,
        "In how many of the last 8 weeks did you train?",
        step=1,
    )
    trains_fasted: bool | None = yes_no(
        "train on an empty stomach", "Do you usually train on an empty stomach?"
    )
    current_exercises: Words[str] | None = several(
        "current exercises",
        "Which exercises do you do now? Give their ids from the exercise catalogue.",
        ids_of="exercises",
    )
    disliked_exercises: Words[str] | None = several(
        "disliked exercises",
        "Which exercises would you rather not do? Give their ids from the exercise catalogue.",
        ids_of="exercises",
    )
    equipment: Words[Equipment] | None = several(
        "equipment",
        "Which equipment can you use? Leave the list empty if you train with body weight only.",
    )
    location: Literal["gym", "home", "both"] | None = choice(
        "place of training", "Do you train at a gym, at home or both?", changeable=False
    )
    minutes_per_session: int | None = number(
        "time per session",
        "min",
        5,
        240,
        "How many minutes do you have for one session?",
        changeable=False,
    )
    training_days: Words[Weekday] | None = several(
        "training days", "On which days of the week can you train?", changeable=False
    )
