"""A page speaks to the numbers that were told, the most important first, and without the form."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from tests.planning.people import people, plan_of

SCREENED: dict[str, Any] = {"conditions": [], "medications": [], "symptoms": []}
HIP = {**SCREENED, "age": 22, "pain_sites": ["hip"], "pain_weeks": 2}
BACK = {**SCREENED, "age": 52, "pain_sites": ["lower_back"], "pain_weeks": 6}
THIN = {
    **SCREENED,
    "age": 62,
    "sex": "male",
    "height_cm": 180,
    "weight_kg": 62,
    "waist_cm": 85,
    "pain_sites": [],
}


def page_of(told: dict[str, Any]) -> str:
    """What a person reads first, in one line."""
    return " ".join(str(plan_of(told)).split())


@pytest.mark.parametrize(("pain", "fine"), [(5, True), (6, False)])
def test_a_limit_speaks_to_whoever_told_more(pain: int, fine: bool) -> None:
    """Nobody with pain of 6 reads that up to 5 is fine; they read what to do with more."""
    page = page_of({**HIP, "pain_intensity": pain})
    assert ("Pain of up to 5 out of 10 while you move is fine" in page) == fine
    assert ("more than 5 out of 10 is too much" in page) != fine


@pytest.mark.parametrize(("weeks", "says"), [(3.9, False), (4, True), (5.9, True), (6, False)])
def test_nobody_waits_for_six_weeks_who_is_nearly_there(weeks: float, says: bool) -> None:
    """From four weeks on the page says to book a visit, and names the weeks."""
    page = page_of({**HIP, "pain_weeks": weeks})
    assert (f"Your pain has lasted {weeks:g} weeks. If it is not clearly easing" in page) == says
    assert ("no better six weeks after it began" in page) == (weeks < 4)


def test_urgencies_of_lasting_pain_rise_in_one_order() -> None:
    """A weak leg is for emergency care alone; fever for the coming days; else a visit is booked."""
    page = page_of(BACK)
    assert "book a visit for the coming weeks" in page
    assert "See a doctor in the coming days with fever" in page
    assert page.count("weak leg") == 1
    assert "Go to emergency care now with a weak leg" in page
    assert "examined now" not in page
    assert "Go sooner" not in page


@pytest.mark.parametrize(("balance", "says"), [(-249, False), (-250, True), (-400, True)])
def test_food_below_need_is_said_by_its_number(balance: int, says: bool) -> None:
    """Who eats less than they use at a weight that needs no deficit is told, and has a step."""
    plan, page = (
        plan_of({**THIN, "calorie_balance_kcal": balance}),
        page_of({**THIN, "calorie_balance_kcal": balance}),
    )
    assert ("Eat up to what you use. You told of about" in page) == says
    assert ("eat-up-to-your-need" in [each.recommendation for each in plan.first_steps]) == says
    assert ("For your health you need not eat less" in page) != says


def test_waist_and_pressure_stand_first() -> None:
    """What is about the heart stands above the advice, not among questions at the end."""
    told = {**THIN, "waist_cm": 100, "systolic_bp": 134, "diastolic_bp": 86, "sleep_hours": 6}
    page = page_of(told)
    first = page.split("First steps")[0]
    assert "Your blood pressure of 134 over 86" in first
    assert "Have blood pressure and blood sugar checked" in first
    assert "What does my waist say?" not in page


@given(people())
def test_no_page_speaks_of_a_list_that_it_does_not_show(told: dict[str, Any]) -> None:
    """A question on a page names examples: there is no list beside it."""
    assert "Which of these" not in str(plan_of(told))
