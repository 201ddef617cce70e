"""Brisk minutes over several weeks: they grow, and the easier week has fewest."""

from __future__ import annotations

from itertools import pairwise

from backfat_rules import recommend
from tests.training.coached_people import FOUR_DAYS_IN_A_GYM
from tests.training.invented_people import HEALTHY

FOUR_DAYS = {**FOUR_DAYS_IN_A_GYM, "moderate_minutes_per_week": 60, "vigorous_minutes_per_week": 0}


def test_minutes_grow_and_the_easier_week_has_fewest() -> None:
    """From week to week there are as many brisk minutes or more; the fewest in an easier one."""
    weeks = recommend({**HEALTHY, **FOUR_DAYS}, engine="direct").programme(weeks=8).weeks
    usual = [each.aerobic_minutes for each in weeks if not each.easier]
    assert usual == sorted(usual)
    assert max(each.aerobic_minutes for each in weeks if each.easier) < usual[0]


def test_once_the_time_is_full_minutes_and_repetitions_stay() -> None:
    """Half an hour a session fills up within weeks; what has been reached is not taken back."""
    told = {**HEALTHY, "experience": "none", "equipment": {"band"}, "minutes_per_session": 30}
    weeks = recommend(told, engine="direct").programme(weeks=8).weeks
    usual = [each for each in weeks if not each.easier]
    minutes = [each.aerobic_minutes for each in usual]
    assert minutes == sorted(minutes)
    assert minutes[-1] > minutes[0]
    reached = [
        [item.reps or 0 for each in week.sessions for item in each.items] for week in usual[:3]
    ]
    for before, after in pairwise(reached):
        assert all(now >= then for then, now in zip(before, after, strict=True))
