"""What a person can tell for health screening."""

from __future__ import annotations

from typing import Literal

from backfat_rules.profile.area import FactArea
from backfat_rules.profile.fields import Words, number, several, yes_no

Condition = Literal[
    "heart_disease",
    "heart_failure",
    "stroke",
    "arrhythmia",
    "hypertension",
    "diabetes_insulin",
    "diabetes_other",
    "retinopathy",
    "neuropathy",
    "kidney_disease",
    "osteoporosis",
    "vertebral_fracture",
    "eating_disorder",
    "hernia",
    "recent_surgery",
    "asthma_copd",
    "hiv",
    "cancer_history",
    "hormonal_condition",
    "fluid_restriction",
    "bariatric_surgery",
    "joint_instability",
    "osteoarthritis",
    "inflammatory_arthritis",
    "scoliosis",
    "epilepsy",
    "lymphoedema",
    "other_condition",
]
Medication = Literal[
    "insulin",
    "sulfonylurea",
    "oral_steroid_long_term",
    "antiretroviral",
    "beta_blocker",
    "diuretic",
    "lithium",
    "weight_loss_drug",
    "pacemaker",
]
Symptom = Literal[
    "chest_pain",
    "fainting",
    "sudden_breathlessness",
    "one_sided_weakness",
    "saddle_numbness",
    "bladder_or_bowel_change",
    "leg_weakness",
    "fever",
    "night_pain",
    "neck_hump_growing",
    "purple_stretch_marks",
    "easy_bruising",
    "round_face",
    "proximal_weakness",
    "growing_lump",
    "pelvic_heaviness_or_leaking",
    "abdominal_doming",
    "missed_periods_3_months",
    "stress_fracture",
    "unexplained_rapid_gain",
    "dizziness",
    "falls",
]
PainSite = Literal["neck", "shoulder", "upper_back", "lower_back", "wrist", "hip", "knee"]

KILOPASCAL = 7.50062  # in mmHg


class HealthFacts(FactArea, frozen=True):
    """What has to be known before training or eating differently is safe."""

    conditions: Words[Condition] | None = several(changeable=False)
    conditions_controlled: bool | None = yes_no(changeable=False)
    medications: Words[Medication] | None = several(changeable=False)
    symptoms: Words[Symptom] | None = several(changeable=False)
    pain_sites: Words[PainSite] | None = several(changeable=False)
    pain_intensity: int | None = number(unit="0-10", low=0, high=10, changeable=False)
    pain_weeks: float | None = number(
        unit="weeks", low=0, high=1000, slips={"days": 1 / 7}, changeable=False
    )
    recent_trauma: bool | None = yes_no(changeable=False)
    systolic_bp: int | None = number(
        unit="mmHg", low=60, high=260, slips={"cmHg": 10, "kPa": KILOPASCAL}, changeable=False
    )
    diastolic_bp: int | None = number(
        unit="mmHg", low=30, high=160, slips={"cmHg": 10, "kPa": KILOPASCAL}, changeable=False
    )
    pregnant: bool | None = yes_no(changeable=False)
    weeks_postpartum: int | None = number(unit="weeks", low=0, high=104, changeable=False)
    breastfeeding: bool | None = yes_no(changeable=False)
    menopause: bool | None = yes_no(changeable=False)
    weight_worry: int | None = number(unit="0-10", low=0, high=10, changeable=False)
    mobility_limited: bool | None = yes_no(changeable=False)
    wheelchair: bool | None = yes_no(changeable=False)
    low_impact_needed: bool | None = yes_no(changeable=False)
    acutely_ill: bool | None = yes_no(changeable=False)
    medical_clearance: bool | None = yes_no(
        changeable=False,  # no advice ends by losing the go-ahead
    )
