"""What a person can tell about stress, work and mood."""

from __future__ import annotations

from backfat_rules.profile.area import FactArea
from backfat_rules.profile.fields import number, yes_no


class StressFacts(FactArea):
    """Felt stress, the load of work, relaxation and mood."""

    stress_level: int | None = number(
        "stress",
        "0-10",
        0,
        10,
        "How stressed do you feel, from 0 (not at all) to 10 (extremely)?",
        step=1,
    )
    pss10: int | None = number(
        "score on the Perceived Stress Scale",
        "0-40",
        0,
        40,
        "If you have filled in the Perceived Stress Scale (PSS-10), what was your total, 0 to 40?",
        step=1,
    )
    work_hours_per_day: float | None = number(
        "work",
        "h",
        0,
        24,
        "How many hours do you work on a working day?",
        slips={"min": 1 / 60},
        changeable=False,
    )
    takes_work_breaks: bool | None = yes_no(
        "take breaks at work", "Do you take breaks while you work?"
    )
    relaxation_minutes_per_day: int | None = number(
        "daily relaxation",
        "min",
        0,
        600,
        "How many minutes a day do you relax on purpose, such as meditation, yoga or breathing?",
        step=5,
    )
    phq2: int | None = number(
        "score of the two mood questions (PHQ-2)",
        "0-6",
        0,
        6,
        "If you have answered the two mood questions of the PHQ-2, what was your total, 0 to 6?",
        step=1,
    )
    suicidal_thoughts: bool | None = yes_no(
        "have had thoughts of ending your life",
        "Have you lately had thoughts of hurting yourself or of ending your life?",
        changeable=False,
    )
