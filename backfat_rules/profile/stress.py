"""What a person can tell about stress, work and mood."""

from __future__ import annotations

from backfat_rules.profile.area import FactArea
from backfat_rules.profile.fields import number, yes_no


class StressFacts(FactArea, frozen=True):
    """Felt stress, the load of work, relaxation and mood."""

    stress_level: int | None = number(unit="0-10", low=0, high=10, step=1)
    pss10: int | None = number(unit="0-40", low=0, high=40, step=1)
    work_hours_per_day: float | None = number(
        unit="h", low=0, high=24, slips={"min": 1 / 60}, changeable=False
    )
    takes_work_breaks: bool | None = yes_no()
    relaxation_minutes_per_day: int | None = number(unit="min", low=0, high=600, step=5)
    phq2: int | None = number(unit="0-6", low=0, high=6, step=1)
    suicidal_thoughts: bool | None = yes_no(changeable=False)
