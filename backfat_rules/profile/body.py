"""What a person can tell about the body and about goals."""

from __future__ import annotations

from typing import Literal

from backfat_rules.profile.area import FactArea
from backfat_rules.profile.fields import ABROAD, Words, choice, number, several, yes_no

Ancestry = Literal["asian", "black", "middle_eastern", "white", "mixed", "other"]
Goal = Literal["fat_loss", "tone", "posture", "strength", "endurance", "confidence"]
TargetRegion = Literal["upper", "mid", "lower", "overall"]


class BodyFacts(FactArea):
    """Measures of the body, what the person wants, and what they expect."""

    age: int | None = number("age", "years", 5, 110, "How old are you, in years?", changeable=False)
    sex: Literal["female", "male"] | None = choice(
        "sex",
        "Which sex should formulas for the body use for you: female or male?",
        changeable=False,
    )
    height_cm: float | None = number(
        "height",
        "cm",
        90,
        250,
        "How tall are you, in centimetres?",
        slips={"m": 100, "in": 2.54, "ft": 30.48},
        changeable=False,
        asked_in=dict.fromkeys(
            ABROAD, 'How tall are you, in feet and inches, such as "5 ft 8 in"?'
        ),
    )
    weight_kg: float | None = number(
        "weight",
        "kg",
        25,
        350,
        "How much do you weigh, in kilograms?",
        slips={"lb": 0.45359237, "st": 6.35029318, "g": 0.001},
        step=1,
        asked_in={
            "us": 'How much do you weigh, in pounds, such as "160 lb"?',
            "uk": 'How much do you weigh, in stones and pounds, such as "11 st 6 lb"?',
        },
    )
    waist_cm: float | None = number(
        "waist",
        "cm",
        40,
        200,
        "What is your waist measurement, in centimetres?",
        slips={"m": 100, "in": 2.54},
        step=1,
        around=True,
        asked_in=dict.fromkeys(
            ABROAD, 'What is your waist measurement, in inches, such as "34 in"?'
        ),
    )
    ancestry: Ancestry | None = choice(
        "ancestry",
        "Which ancestry describes you best? For some, lower weights for height already matter.",
        changeable=False,
    )
    unintentional_loss_kg_6_months: float | None = number(
        "unplanned weight loss in six months",
        "kg",
        0,
        100,
        "How many kilograms have you lost without meaning to in the last six months?",
        slips={"lb": 0.45359237, "g": 0.001},
        changeable=False,
        asked_in=dict.fromkeys(
            ABROAD,
            'How many pounds (such as "9 lb") have you lost without meaning to in the last six '
            "months?",
        ),
    )
    family_tendency: bool | None = yes_no(
        "have relatives who store fat in the same places",
        "Do close relatives of yours store fat in the same places as you?",
        changeable=False,
    )
    goals: Words[Goal] | None = several(
        "goals", "What would you like to achieve?", changeable=False
    )
    target_regions: Words[TargetRegion] | None = several(
        "target regions",
        "Which parts of your back would you like to work on?",
        changeable=False,
    )
    believes_spot_reduction: bool | None = yes_no(
        "expect exercises for one place to take fat from that place",
        "Do you expect that exercising one part of the body takes fat from that part?",
    )
    expects_quick_results: bool | None = yes_no(
        "hope for quick results", "Are you hoping to see results within a few days or weeks?"
    )
    motivation: Literal["low", "medium", "high"] | None = choice(
        "motivation", "How motivated do you feel right now: low, medium or high?"
    )
    appearance_concern: bool | None = yes_no(
        "worry about how you look", "Do you often worry about how your body looks?"
    )
    progress_recorded: bool | None = yes_no(
        "keep track of your progress", "Do you keep a log or mark your progress in some other way?"
    )
    wants_trainer: bool | None = yes_no(
        "would like to work with a trainer", "Would you like to work with a trainer?"
    )
