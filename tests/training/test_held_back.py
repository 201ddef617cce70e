"""People whom safety holds back: nothing in their week grows, and nobody is blamed for obeying."""

from __future__ import annotations

from typing import Any

import pytest

from backfat_rules import Programme, load_knowledge, recommend
from tests.training.invented_people import HEALTHY

NOT_TRAINED = {
    "equipment": {"band"},
    "strength_sessions_per_week": 0,
    "moderate_minutes_per_week": 60,
    "vigorous_minutes_per_week": 0,
    "weeks_trained_of_last_8": 2,
    "sitting_hours_per_day": 9,
}
SEEN_FIRST: dict[str, dict[str, Any]] = {
    "heart": {**NOT_TRAINED, "conditions": {"heart_disease"}, "age": 60},
    "heart failure": {**NOT_TRAINED, "conditions": {"heart_failure"}, "age": 66},
}
PRESSURE: dict[str, Any] = {**NOT_TRAINED, "conditions": {"hypertension"}, "age": 52}
GLUCOSE: dict[str, Any] = {**NOT_TRAINED, "conditions": {"diabetes_other"}, "age": 52}


def programme(weeks: int = 1, **told: Any) -> Programme:
    """The weeks of an invented person."""
    return recommend({**HEALTHY, **told}, engine="direct").programme(weeks=weeks)


@pytest.mark.parametrize("told", SEEN_FIRST.values(), ids=SEEN_FIRST)
def test_before_somebody_was_seen_there_is_one_week_that_does_not_grow(
    told: dict[str, Any],
) -> None:
    """Whoever asks for eight weeks and has to be seen first gets one, again and again."""
    weeks = programme(weeks=8, **told)
    assert weeks.gate == "refer_first"
    assert len(weeks.weeks) == 1
    assert "until-the-go-ahead" in {each.id for each in weeks.notes}
    day = next(each for each in weeks.days if each.sessions)
    item = day.sessions[0].items[0]
    after = weeks.log({day.weekday: {item.exercise: True}})
    assert after.sessions == weeks.sessions


@pytest.mark.parametrize("told", SEEN_FIRST.values(), ids=SEEN_FIRST)
def test_nobody_is_blamed_for_keeping_to_what_is_open(told: dict[str, Any]) -> None:
    """What safety keeps out of a week is not missing in it: it is not wanted for now."""
    weeks = programme(**told)
    assert weeks.weeks[0].missed == ()
    goals = load_knowledge().week_goals.values()
    assert set(weeks.held_back) == {each.id for each in goals if not each.not_below}
    page = weeks.text()
    assert "This week has not" not in page
    assert "Brisk minutes" not in page
    assert "not wanted for now" in page.replace("\n", " ")
    assert "not wanted for now" in weeks.to_html()


def test_with_an_eating_disorder_there_is_no_week_to_fulfil() -> None:
    """Nobody with an eating disorder gets sessions and minutes to tick off."""
    weeks = programme(weeks=8, **NOT_TRAINED, conditions={"eating_disorder"})
    assert weeks.weeks == ()
    assert "no training week for now" in weeks.text()


def test_a_healthy_person_has_nothing_held_back() -> None:
    """Goals that only wishes stand in the way of are still named as missed."""
    weeks = programme(minutes_per_session=10, training_days={"sun"}, equipment=set())
    assert weeks.held_back == ()
    assert "strength-twice" in weeks.weeks[0].missed


def test_the_line_above_a_week_fits_what_it_holds() -> None:
    """With diabetes and no training, what one does already goes on and does not grow."""
    weeks = programme(**GLUCOSE)
    assert "waits for now" not in weeks.gate_line
    assert "Go on" in weeks.gate_line
    assert weeks.weeks[0].aerobic_minutes <= 60
    assert "enough-endurance" not in weeks.weeks[0].missed
    later = programme(weeks=3, **GLUCOSE)
    assert [each.aerobic_minutes for each in later.weeks] == [later.weeks[0].aerobic_minutes] * 3


def test_nothing_is_taken_from_the_minutes_that_somebody_has() -> None:
    """Whoever moves more than the target keeps that, as far as there is time."""
    weeks = programme(
        moderate_minutes_per_week=170,
        vigorous_minutes_per_week=0,
        cardio_sessions_per_week=5,
        minutes_per_session=60,
    )
    assert weeks.weeks[0].aerobic_minutes >= 170


@pytest.mark.parametrize(
    "told", [SEEN_FIRST["heart"], PRESSURE, {}], ids=["heart", "blood pressure", "well"]
)
def test_a_sign_of_the_heart_ends_a_session(told: dict[str, Any]) -> None:
    """Pressure in the chest is told first, calls for help, and never leads to another move."""
    notes = programme(**told).notes
    assert notes[0].id == "stop-at-once"
    assert "emergency number" in notes[0].text
    assert "another" not in notes[0].text
    for note in notes:
        assert "another one" not in note.text or "dizz" not in note.text


def test_the_heart_is_let_down_slowly() -> None:
    """With heart disease or raised blood pressure a cool-down and breathing are spoken of."""
    for told in (SEEN_FIRST["heart"], PRESSURE, {"systolic_bp": 140}):
        assert "care-for-the-heart" in {each.id for each in programme(**told).notes}
    assert "care-for-the-heart" not in {
        each.id for each in programme(systolic_bp=139, diastolic_bp=89).notes
    }
