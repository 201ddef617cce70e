"""What a person can tell about sitting, movement and posture."""

from __future__ import annotations

from typing import Literal

from backfat_rules.profile.area import FactArea
from backfat_rules.profile.fields import Words, choice, number, several, yes_no

CommuteMode = Literal["walk", "bike", "transit", "car", "none"]
Posture = Literal["slouched", "rounded_shoulders", "forward_head", "thoracic_kyphosis"]


class MovementFacts(FactArea, frozen=True):
    """Sitting, everyday movement, posture and the place of work."""

    desk_job: bool | None = yes_no(changeable=False)
    sitting_hours_per_day: float | None = number(
        unit="h", low=0, high=24, slips={"min": 1 / 60}, step=0.5
    )
    sitting_bout_minutes: int | None = number(unit="min", low=0, high=720, step=5)
    steps_per_day: int | None = number(unit="steps a day", low=0, high=100_000, step=500)
    commute_mode: CommuteMode | None = choice()
    moderate_minutes_per_week: int | None = number(unit="min per week", low=0, high=5000, step=10)
    vigorous_minutes_per_week: int | None = number(unit="min per week", low=0, high=3000, step=5)
    rest_day_activity_minutes: int | None = number(unit="min", low=0, high=600, step=5)
    posture: Words[Posture] | None = several()
    ergonomic_workstation: bool | None = yes_no()
    screen_below_eye_level: bool | None = yes_no()
