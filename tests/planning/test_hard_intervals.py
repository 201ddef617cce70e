"""Nobody whom screening keeps from hard effort is told that some hard intervals may stay."""

from __future__ import annotations

from typing import Any

import pytest

from backfat_rules import Advisor, Profile, ProfileError
from backfat_rules.knowledge.rules import Screening
from tests.planning.people import KNOWLEDGE

ADVISOR = Advisor(KNOWLEDGE, engine="direct")
LEFT_OUT = ("pause-hard-intervals", "ease-training-until-seen", "build-base-before-intervals")
"""The advice that each leaves out every hard session, alone or with other training."""
HARD = {"vigorous", "max_effort", "hard_training"}
STRICT = [
    (rule, case)
    for rule in KNOWLEDGE.screening.values()
    if HARD & {*rule.blocks.tags} and rule.gate not in ("clarify", "urgent", "emergency")
    for case in rule.cases.fires
]
"""Answers that contradict each other are only asked again, so they are left out here."""


@pytest.mark.parametrize(
    ("rule", "facts"), STRICT, ids=[f"{rule.id}-{at}" for at, (rule, _) in enumerate(STRICT)]
)
def test_no_hard_interval_is_kept(rule: Screening, facts: dict[str, Any]) -> None:
    """Whoever is kept from hard effort is told to pause, to ease all training or build a base."""
    told = {"sleep_hours": 8, "steps_per_day": 9000, "hiit_sessions_per_week": 4, **facts}
    try:
        plan = ADVISOR.recommend(Profile(**told))
    except ProfileError:
        pytest.skip("the case holds more than a profile may")
    assert "limit-hard-intervals" not in plan
    if plan.gate in ("urgent", "emergency"):
        return
    assert any(id in plan for id in LEFT_OUT)
