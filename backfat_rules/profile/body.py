"""What a person can tell about the body and about goals."""

from __future__ import annotations

from typing import Literal

from backfat_rules.profile.area import FactArea
from backfat_rules.profile.fields import Words, choice, number, several, yes_no

Ancestry = Literal["asian", "black", "middle_eastern", "white", "mixed", "other"]
Complaint = Literal[
    "neck", "upper_back", "lower_back", "shape", "fitness", "sleep", "stress", "energy", "eating"
]
Goal = Literal["fat_loss", "tone", "posture", "strength", "endurance", "confidence"]
TargetRegion = Literal["upper", "mid", "lower", "overall"]
WeightTalk = Literal["welcome", "declined"]


class BodyFacts(FactArea, frozen=True):
    """Measures of the body, what the person wants, and what they expect."""

    complaint: Words[Complaint] | None = several(changeable=False)
    age: int | None = number(unit="years", low=5, high=110, changeable=False)
    sex: Literal["female", "male"] | None = choice(changeable=False)
    height_cm: float | None = number(
        unit="cm", low=90, high=250, slips={"m": 100, "in": 2.54, "ft": 30.48}, changeable=False
    )
    weight_kg: float | None = number(
        unit="kg", low=25, high=350, slips={"lb": 0.45359237, "st": 6.35029318, "g": 0.001}, step=1
    )
    waist_cm: float | None = number(
        unit="cm", low=40, high=200, slips={"m": 100, "in": 2.54}, step=1, around=True
    )
    ancestry: Ancestry | None = choice(changeable=False)
    weight_talk: WeightTalk | None = choice(changeable=False)
    lost_weight_unplanned: bool | None = yes_no(changeable=False)
    unintentional_loss_kg_6_months: float | None = number(
        unit="kg", low=0, high=100, slips={"lb": 0.45359237, "g": 0.001}, changeable=False
    )
    family_tendency: bool | None = yes_no(changeable=False)
    goals: Words[Goal] | None = several(changeable=False)
    target_regions: Words[TargetRegion] | None = several(changeable=False)
    believes_spot_reduction: bool | None = yes_no()
    expects_quick_results: bool | None = yes_no()
    motivation: Literal["low", "medium", "high"] | None = choice()
    appearance_concern: bool | None = yes_no(
        changeable=False,  # nobody stops worrying because a plan says so
    )
    progress_recorded: bool | None = yes_no()
    wants_trainer: bool | None = yes_no()
