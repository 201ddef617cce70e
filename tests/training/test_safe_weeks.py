"""Weeks ask nobody for more than is safe for them, and say when to stop and whom to see."""

from __future__ import annotations

from typing import Any

import pytest

from backfat_rules import Programme
from tests.training.coached_people import AFTER_SURGERY, flat, note, programme


def test_pressure_in_the_chest_that_goes_with_rest_still_ends_training() -> None:
    """Nobody trains tomorrow after a sign of the heart: a doctor is told first."""
    said = note(programme(), "stop-at-once")
    assert "tell a doctor" in said
    assert "train no more until then" in said
    assert "that day" not in said


@pytest.mark.parametrize(
    ("told", "waits_for_a_second_time"),
    [
        ({}, True),
        ({"systolic_bp": 139, "diastolic_bp": 89}, True),
        ({"systolic_bp": 140, "diastolic_bp": 80}, False),
        ({"systolic_bp": 120, "diastolic_bp": 90}, False),
        ({"conditions": {"hypertension"}}, False),
        ({"conditions": {"heart_disease"}, "age": 60}, False),
    ],
)
def test_dizziness_is_told_at_once_with_heart_or_pressure(
    told: dict[str, Any], waits_for_a_second_time: bool
) -> None:
    """With a heart or a pressure that needs care nobody waits until it comes back."""
    ids = {each.id for each in programme(**told).notes}
    assert ("when-you-feel-dizzy" in ids) is waits_for_a_second_time
    assert ("when-you-feel-dizzy-once" in ids) is not waits_for_a_second_time


@pytest.mark.parametrize("told", [0, 30, 60, 150, 300])
def test_whoever_has_to_ask_first_does_no_more_than_they_told(told: int) -> None:
    """Before anything new is open, minutes are those that were told, easy, and do not grow."""
    weeks = programme(weeks=3, moderate_minutes_per_week=told, **AFTER_SURGERY)
    cardio = [each for each in weeks.sessions if each.kind in ("cardio", "recovery")]
    assert told < 30 or 0 < sum(each.minutes for each in cardio) <= told
    assert all("easy" in item.effort for each in cardio for item in each.items)
    assert all(week.aerobic_minutes == 0 for week in weeks.weeks)
    if told >= 30:
        assert "strength work" in note(weeks, "until-the-go-ahead")


def test_a_slow_end_stands_in_the_session_and_counts() -> None:
    """With raised blood pressure each session says its last easy minutes, and they take time."""
    week = programme(systolic_bp=140, diastolic_bp=80)
    for session in week.sessions:
        trains = session.kind in ("strength", "cardio")
        assert bool(session.cool_down_minutes) is trains
        assert bool(session.cool_down) is trains
    assert flat(week).count("5 min to cool down") == len({*week.sessions} - {*_easy(week)})
    assert "cool down" in week.to_html()
    assert not any(each.cool_down for each in programme(systolic_bp=139, diastolic_bp=89).sessions)


def _easy(week: Programme) -> list[Any]:
    return [each for each in week.sessions if each.kind not in ("strength", "cardio")]


def test_an_ache_is_measured_by_what_is_usual() -> None:
    """Somebody whose pain is usually at four is not told that three is the most."""
    assert "1 more than you are used to" in note(programme(), "when-it-hurts")


def test_without_a_week_it_says_whom_to_see_and_the_way_back() -> None:
    """With an eating disorder no week is given, but a way on; in an emergency nothing but help."""
    week = programme(conditions={"eating_disorder"})
    assert week.weeks == ()
    said = flat(week)
    for id in ("whom-to-see", "meanwhile-without-a-week", "way-back-to-a-week"):
        assert note(week, id).split(".")[0] in said
        assert note(week, id).split(".")[0] in week.to_html()
    assert programme(symptoms={"chest_pain"}).notes == ()


def test_a_week_names_what_closes_the_moves_that_it_leaves_out() -> None:
    """Low mood takes no lift from anybody: what is left out is for the return to training."""
    told: dict[str, Any] = {"experience": "intermediate", "strength_sessions_per_week": 2}
    back = programme(phq2=4, weeks_trained_of_last_8=1, equipment={"kettlebell"}, **told)
    assert "Sumo deadlift" in back.gate_line
    assert "return to strength training" in back.gate_line
    assert "low mood" not in back.gate_line


@pytest.mark.parametrize(
    ("told", "left_out"),
    [
        ({"pregnant": True, "sex": "female", "age": 31}, "push_up"),
        (
            {"age": 67, "equipment": {"pull_up_bar", "band"}, "experience": "novice"},
            "assisted_pull_up",
        ),
        ({"pain_sites": {"wrist"}, "equipment": {"battle_rope"}}, "battle_rope"),
    ],
)
def test_moves_give_way_where_a_body_asks_for_it(told: dict[str, Any], left_out: str) -> None:
    """The belly in a pregnancy, a loop to step into in late age, a grip with a sore wrist."""
    fit: dict[str, Any] = {"experience": "intermediate", "strength_sessions_per_week": 2}
    fit |= {"weeks_trained_of_last_8": 8, "moderate_minutes_per_week": 150}
    week = programme(**{**fit, **told})
    assert week.sessions
    assert left_out not in week.moves
