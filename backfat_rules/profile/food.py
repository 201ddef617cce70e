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


class FoodFacts(FactArea, frozen=True):
    """Amounts, habits, choices and limits in food and drink."""

    calories_per_day: float | None = number(
        unit="kcal", low=0, high=10_000, slips={"kJ": KILOJOULE, "cal": 0.001}, step=100
    )
    calorie_balance_kcal: float | None = number(
        unit="kcal", low=-3000, high=3000, slips={"kJ": KILOJOULE, "cal": 0.001}, step=50
    )
    protein_g_per_day: float | None = number(unit="g", low=0, high=500, slips={"mg": 0.001}, step=5)
    protein_servings_per_day: float | None = number(unit="per day", low=0, high=20, step=0.5)
    fibre_g_per_day: float | None = number(unit="g", low=0, high=150, slips={"mg": 0.001}, step=2)
    fruit_vegetable_portions_per_day: float | None = number(
        unit="per day", low=0, high=30, step=0.5
    )
    whole_grain_servings_per_day: float | None = number(unit="per day", low=0, high=20, step=0.5)
    refined_grain_servings_per_day: float | None = number(unit="per day", low=0, high=20, step=0.5)
    processed_servings_per_day: float | None = number(unit="per day", low=0, high=30, step=0.5)
    added_sugar_g_per_day: float | None = number(
        unit="g", low=0, high=500, slips={"mg": 0.001}, step=5
    )
    sugary_drinks_per_day: float | None = number(unit="per day", low=0, high=20, step=0.5)
    high_calorie_snacks_per_day: float | None = number(unit="per day", low=0, high=20, step=0.5)
    anti_inflammatory_servings_per_week: float | None = number(
        unit="per week", low=0, high=70, step=1
    )
    late_night_eating_per_week: int | None = number(unit="per week", low=0, high=21, step=1)
    overeats: bool | None = yes_no()
    skips_meals: bool | None = yes_no()
    crash_dieting: bool | None = yes_no()
    alcohol_units_per_week: float | None = number(unit="units per week", low=0, high=200, step=1)
    dietary_pattern: DietaryPattern | None = choice()
    food_exclusions: Words[FoodExclusion] | None = several(changeable=False)
    water_l_per_day: float | None = number(unit="L", low=0, high=15, slips={"mL": 0.001}, step=0.25)
    water_before_meals: bool | None = yes_no()
    urine_colour: int | None = number(unit="1-8", low=1, high=8, step=1)
    supplements: Words[Supplement] | None = several()
