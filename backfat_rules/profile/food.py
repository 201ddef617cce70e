"""What a person can tell about food and drink."""

from __future__ import annotations

from typing import Literal

from backfat_rules.profile.area import FactArea
from backfat_rules.profile.fields import Words, choice, number, several, yes_no

DietaryPattern = Literal["omnivore", "pescatarian", "vegetarian", "vegan"]
FoodExclusion = Literal[
    "fish", "shellfish", "eggs", "nuts", "soy", "gluten", "dairy", "legumes", "caffeine"
]
Supplement = Literal[
    "fat_burner", "green_tea_extract", "laxative", "diuretic", "protein_powder", "creatine"
]

KILOJOULE = 1 / 4.184  # in kcal


class FoodFacts(FactArea):
    """Amounts, habits, choices and limits in food and drink."""

    calories_per_day: float | None = number(
        "daily energy intake",
        "kcal",
        0,
        10_000,
        "About how many kilocalories do you eat and drink a day?",
        slips={"kJ": KILOJOULE, "cal": 0.001},
        step=100,
    )
    calorie_balance_kcal: float | None = number(
        "daily energy balance",
        "kcal",
        -3000,
        3000,
        "How many kilocalories a day do you eat above your need (or, as a minus, below it)?",
        slips={"kJ": KILOJOULE, "cal": 0.001},
        step=50,
    )
    protein_g_per_day: float | None = number(
        "daily protein",
        "g",
        0,
        500,
        "About how many grams of protein do you eat a day?",
        slips={"mg": 0.001},
        step=5,
    )
    protein_servings_per_day: float | None = number(
        "protein servings",
        "per day",
        0,
        20,
        "How many servings of protein foods do you eat per day?",
        step=0.5,
    )
    fibre_g_per_day: float | None = number(
        "daily fibre",
        "g",
        0,
        150,
        "About how many grams of fibre do you eat a day?",
        slips={"mg": 0.001},
        step=2,
    )
    fruit_vegetable_portions_per_day: float | None = number(
        "portions of fruit and vegetables",
        "per day",
        0,
        30,
        "How many portions of fruit and vegetables do you eat per day?",
        step=0.5,
    )
    whole_grain_servings_per_day: float | None = number(
        "whole grain servings",
        "per day",
        0,
        20,
        "How many servings of whole grains per day?",
        step=0.5,
    )
    refined_grain_servings_per_day: float | None = number(
        "refined grain servings",
        "per day",
        0,
        20,
        "How many servings of white bread, white rice or other refined grains per day?",
        step=0.5,
    )
    processed_servings_per_day: float | None = number(
        "servings of highly processed food",
        "per day",
        0,
        30,
        "How many servings of highly processed food do you eat per day?",
        step=0.5,
    )
    added_sugar_g_per_day: float | None = number(
        "daily added sugar",
        "g",
        0,
        500,
        "About how many grams of added sugar do you eat and drink a day?",
        slips={"mg": 0.001},
        step=5,
    )
    sugary_drinks_per_day: float | None = number(
        "sugary drinks", "per day", 0, 20, "How many sugary drinks do you have per day?", step=0.5
    )
    high_calorie_snacks_per_day: float | None = number(
        "high-calorie snacks",
        "per day",
        0,
        20,
        "How many high-calorie snacks do you have per day?",
        step=0.5,
    )
    anti_inflammatory_servings_per_week: float | None = number(
        "servings of oily fish, olive oil and nuts",
        "per week",
        0,
        70,
        "How many servings of oily fish, olive oil and nuts do you eat per week?",
        step=1,
    )
    late_night_eating_per_week: int | None = number(
        "eating late at night",
        "per week",
        0,
        21,
        "How often per week do you eat late at night?",
        step=1,
    )
    overeats: bool | None = yes_no(
        "often eat past being full", "Do you often eat more than you need to feel full?"
    )
    skips_meals: bool | None = yes_no("often skip meals", "Do you often skip meals?")
    crash_dieting: bool | None = yes_no(
        "follow very strict short diets", "Do you follow very strict diets to lose weight fast?"
    )
    alcohol_units_per_week: float | None = number(
        "alcohol",
        "units per week",
        0,
        200,
        "How many units of alcohol do you drink per week?",
        step=1,
    )
    dietary_pattern: DietaryPattern | None = choice(
        "way of eating", "Do you eat everything, fish but no meat, vegetarian or vegan?"
    )
    food_exclusions: Words[FoodExclusion] | None = several(
        "foods to leave out", "Which of these do you avoid or not tolerate?", changeable=False
    )
    water_l_per_day: float | None = number(
        "daily water",
        "L",
        0,
        15,
        "How many litres of water do you drink a day?",
        slips={"mL": 0.001},
        step=0.25,
        asked_in={
            "us": 'How many fluid ounces of water ("64 fl oz") do you drink a day?',
            "uk": 'How many pints of water ("3.5 pints") do you drink a day?',
        },
    )
    water_before_meals: bool | None = yes_no(
        "drink water before meals", "Do you drink a glass of water before meals?"
    )
    urine_colour: int | None = number(
        "urine colour", "1-8", 1, 8, "What colour is your urine, from 1 (pale) to 8 (dark)?", step=1
    )
    supplements: Words[Supplement] | None = several(
        "supplements", "Which of these supplements do you take?"
    )
