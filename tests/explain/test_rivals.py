"""Advice that must not be combined, in the outlook: only what stays in the plan is certain."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from backfat_rules import Profile
from backfat_rules.decision import rulebook_of
from tests.explain.test_outlook import SOME, completions, planned
from tests.planning.people import KNOWLEDGE, people

RIVALS = sorted(id for id, each in rulebook_of(KNOWLEDGE).candidates.items() if each.rivals)
TOLD: dict[str, Any] = {
    "suicidal_thoughts": False,
    "trains_fasted": True,
    "symptoms": ["falls"],
    "pain_sites": [],
    "systolic_bp": 134,
    "diastolic_bp": 66,
    "weight_worry": 9,
}


def test_what_stands_back_is_not_certain() -> None:
    """What a plan withholds because of other advice is not said to be certain."""
    plan = planned(Profile(**TOLD).known())
    withheld = {each.id for each in plan.withheld if each.because in KNOWLEDGE.recommendations}
    assert withheld.isdisjoint(plan.outlook.certain)


@SOME
@given(people(), st.data())
def test_rivals_keep_to_the_outlook(told: dict[str, Any], data: st.DataObject) -> None:
    """However all the rest is answered, what was certain is in the plan, what was ruled out not."""
    outlook = planned(Profile(**told).known()).outlook
    complete = Profile(**data.draw(completions(told))).known()
    found = planned(complete).advised
    assert set(outlook.certain) <= found
    assert found.isdisjoint(outlook.ruled_out)


def test_no_rival_is_certain_for_nobody() -> None:
    """Before the first answer every rival can still be given, and need not be."""
    assert {*planned({}).outlook.possible}.issuperset(RIVALS)
