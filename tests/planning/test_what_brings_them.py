"""What brings somebody leads, also where little else is told, and is praised by no name."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from backfat_rules import Plan
from backfat_rules.wording import Reader
from tests.planning.people import KNOWLEDGE, people, plan_of

WORDS = KNOWLEDGE.facts["complaint"].words
GOOD: dict[str, Any] = {
    "age": 45,
    "sex": "male",
    "sleep_hours": 8,
    "sleep_quality": 4,
    "stress_level": 2,
    "posture": [],
    "ergonomic_workstation": True,
    "screen_below_eye_level": False,
    "added_sugar_g_per_day": 10,
    "sugary_drinks_per_day": 0,
    "weeks_trained_of_last_8": 8,
    "alcohol_units_per_week": 0,
    "conditions": [],
    "medications": [],
    "symptoms": [],
    "pain_sites": [],
}
READER = Reader(KNOWLEDGE)
PRAISED_LINE = "What you do about "


@pytest.mark.parametrize("word", WORDS)
def test_a_complaint_alone_has_a_first_step(word: str) -> None:
    """Whoever tells age, sex and a complaint begins with something that acts on it."""
    plan = plan_of({"age": 34, "sex": "female", "complaint": [word]})
    first = plan[plan.first_steps[0].recommendation]
    assert KNOWLEDGE.recommendations[first.id].served[word] >= 0.8
    assert first.reasons
    assert first.title in str(plan)


@pytest.mark.parametrize("word", ["neck", "upper_back", "lower_back"])
def test_a_sore_back_alone_is_told_when_to_see_somebody(word: str) -> None:
    """The page names a warning sign and a time, also where no pain was told."""
    page = str(plan_of({"age": 34, "sex": "female", "complaint": [word]}))
    assert any(sign in page for sign in ("weakness in an arm", "weak leg", "chest pressure"))
    assert "no better after" in " ".join(page.split())


@pytest.mark.parametrize("word", WORDS)
@given(told=people())
def test_no_page_praises_what_somebody_complains_of(word: str, told: dict[str, Any]) -> None:
    """Whoever came for sleep reads no praise for sleep, however good the answers are."""
    for each in (GOOD, told):
        plan = plan_of({**each, "complaint": [word]})
        about = {
            READER.topic(rule.topic)
            for rule in KNOWLEDGE.recommendations.values()
            if rule.served.get(word) == 1
        }
        assert about.isdisjoint(_praised(plan))


def _praised(plan: Plan) -> set[str]:
    """The topics that the page calls right as they are."""
    page = " ".join(str(plan).split())
    if PRAISED_LINE not in page:
        return set()
    named = page.split(PRAISED_LINE)[1].split(" is right as it is")[0]
    return {*named.replace(" and ", ", ").split(", ")}
