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


class HealthFacts(FactArea):
    """What has to be known before training or eating differently is safe."""

    conditions: Words[Condition] | None = several(
        "health conditions",
        "Which of these health conditions do you have or have you had?",
        changeable=False,
    )
    medications: Words[Medication] | None = several(
        "medicines and devices", "Which of these medicines or devices do you use?", changeable=False
    )
    symptoms: Words[Symptom] | None = several(
        "symptoms", "Which of these symptoms have you noticed lately?", changeable=False
    )
    pain_sites: Words[PainSite] | None = several(
        "sites of pain", "Where do you have pain?", changeable=False
    )
    pain_intensity: int | None = number(
        "pain",
        "0-10",
        0,
        10,
        "How strong is your pain, from 0 (none) to 10 (worst imaginable)?",
        changeable=False,
    )
    pain_weeks: float | None = number(
        "duration of pain",
        "weeks",
        0,
        1000,
        "For how many weeks have you had this pain?",
        slips={"days": 1 / 7},
        changeable=False,
    )
    recent_trauma: bool | None = yes_no(
        "have had a recent fall, blow or accident",
        "Have you recently had a fall, a blow or an accident?",
        changeable=False,
    )
    systolic_bp: int | None = number(
        "systolic blood pressure",
        "mmHg",
        60,
        260,
        "What is the upper number of your blood pressure, in mmHg?",
        slips={"cmHg": 10, "kPa": KILOPASCAL},
        changeable=False,
    )
    diastolic_bp: int | None = number(
        "diastolic blood pressure",
        "mmHg",
        30,
        160,
        "What is the lower number of your blood pressure, in mmHg?",
        slips={"cmHg": 10, "kPa": KILOPASCAL},
        changeable=False,
    )
    pregnant: bool | None = yes_no("are pregnant", "Are you pregnant?", changeable=False)
    weeks_postpartum: int | None = number(
        "time since giving birth",
        "weeks",
        0,
        104,
        "If you gave birth in the last two years, how many weeks ago was it?",
        changeable=False,
    )
    breastfeeding: bool | None = yes_no(
        "are breastfeeding", "Are you breastfeeding?", changeable=False
    )
    weight_worry: int | None = number(
        "worry about weight",
        "0-10",
        0,
        10,
        "How much do you worry about your weight, from 0 (not at all) to 10 (all the time)?",
        changeable=False,
    )
    mobility_limited: bool | None = yes_no(
        "have limited mobility",
        "Is it hard for you to walk, stand or move freely?",
        changeable=False,
    )
    low_impact_needed: bool | None = yes_no(
        "need low-impact exercise",
        "Do you need exercise that is easy on your joints?",
        changeable=False,
    )
    acutely_ill: bool | None = yes_no(
        "are ill at the moment",
        "Are you ill at the moment, for example with an infection?",
        changeable=False,
    )
    medical_clearance: bool | None = yes_no(
        "have been cleared for training by a professional",
        "Has a health professional told you that training is fine for you?",
        changeable=False,  # no advice ends by losing the go-ahead
    )
