"""Which moves stand in a week, in which order and with what, as a coach would choose them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from backfat_rules import load_knowledge, recommend
from tests.training.coached_people import DESK, LIFTER, exercises, note, programme


def test_large_moves_come_in_a_coach_s_order_and_the_trunk_ends() -> None:
    """Legs, hips, a row, a press, a pulldown, and last the trunk: no two pulls in a row."""
    known = load_knowledge().exercises
    for session in exercises(programme()):
        patterns = [known[each].pattern for each in session]
        assert patterns[0] == "squat"
        pulls = ("horizontal_pull", "vertical_pull")
        large = patterns[:5]
        assert not any(a in pulls and b in pulls for a, b in pairwise(large))
        assert patterns[-1] == "core"


@pytest.mark.parametrize(
    ("told", "first"),
    [
        ({"age": 59}, "squat"),
        ({"age": 60}, "sit_to_stand"),
        ({"weight_kg": 86.6}, "squat"),
        ({"weight_kg": 86.7}, "sit_to_stand"),
        ({"pain_sites": {"hip"}, "pain_intensity": 2}, "sit_to_stand"),
    ],
    ids=["59", "60", "below 30", "at 30", "hip"],
)
def test_whoever_is_young_and_light_squats(told: dict[str, Any], first: str) -> None:
    """Rising from a chair is for those for whom eight to twelve are some work."""
    assert exercises(programme(**told))[0][0] == first


@pytest.mark.parametrize(
    ("told", "is_said"),
    [({"age": 64}, True), ({"age": 65}, False), ({"conditions": {"hypertension"}}, False)],
)
def test_what_is_too_easy_becomes_harder_at_once(told: dict[str, Any], is_said: bool) -> None:
    """Nobody healthy does eight where thirty are possible; nobody who has to mind is told to."""
    assert ("when-it-is-too-easy" in {each.id for each in programme(**told).notes}) is is_said


def test_in_a_wheelchair_no_list_of_moves_on_the_feet_is_read() -> None:
    """That walking is not in the week of somebody who wheels is no news."""
    line = programme(wheelchair=True, mobility_limited=True).gate_line
    assert "changed" in line
    assert "Walking" not in line


def test_three_days_in_a_gym_are_not_three_times_the_same() -> None:
    """A lifter presses at two angles, stands on one leg on one day, and rows in several ways."""
    known = load_knowledge().exercises
    days = exercises(programme(LIFTER))
    assert len(days) == 3
    by_pattern = {
        pattern: {each for day in days for each in day if known[each].pattern == pattern}
        for pattern in ("push", "lunge", "horizontal_pull", "squat")
    }
    assert {"bench_press", "overhead_press"} <= by_pattern["push"]
    assert by_pattern["lunge"]
    assert by_pattern["squat"] == {"squat"}
    assert "seated_cable_row" in by_pattern["horizontal_pull"]
    at_home = programme({**LIFTER, "location": "home", "equipment": {"dumbbell", "barbell"}})
    easy = {"incline_push_up", "high_bar_row", "wall_slide"}
    assert not easy & {each for day in exercises(at_home) for each in day}


def test_the_larger_lift_has_no_shorter_rest() -> None:
    """A squat rests as long as the bench press, and a trained side plank is held longer."""
    items = {item.exercise: item for each in programme(LIFTER).sessions for item in each.items}
    assert items["squat"].rest_seconds >= items["bench_press"].rest_seconds
    assert (items["side_plank"].seconds or 0) >= 20


def test_balance_comes_before_what_tires_the_legs() -> None:
    """On a day with both, balance is practised first."""
    week = programme(age=84, equipment={"band"}, moderate_minutes_per_week=60)
    both = [day for day in week.days if {"strength", "mobility"} <= {s.kind for s in day.sessions}]
    assert both
    assert all(day.sessions[0].part == "balance-part" for day in both)


@pytest.mark.parametrize(("age", "is_said"), [(74, False), (75, True)])
def test_the_old_are_told_of_bed_and_chair(age: int, is_said: bool) -> None:
    """From 75 on a bed does for the floor, and hands may help on a chair against the wall."""
    said = " ".join(each.text for each in programme(age=age).cautions)
    assert ("firm bed" in said) is is_said
    assert ("against a wall" in said) is is_said


def test_a_band_is_named_with_how_it_is_fixed_and_has_no_weight() -> None:
    """Who has a band and no machine reads where it goes, and never of its weight."""
    week = programme(equipment={"band"}, weeks=8)
    items = [item for each in week.sessions for item in each.items]
    down = next(item for item in items if item.exercise == "lat_pulldown_close")
    assert down.gear == ("band",)
    assert "over a door" in down.dose
    said = [note(week, "how-it-grows"), *(line for each in week.weeks for line in each.changes)]
    said += [text for item in items for text in (item.dose, item.effort)]
    assert not any("weight" in each for each in said)
    assert any("a stronger band" in each for each in said)
    gym = next(item for each in programme(LIFTER).sessions for item in each.items)
    assert "one dumbbell at the chest" in gym.dose
    assert "a light one where 12 to 15" in note(week, "which-band")
    assert "which-band" not in {each.id for each in programme(equipment=set()).notes}


def test_a_week_after_another_stays_on_its_days_without_a_solver() -> None:
    """A free day more, or other gear, does not move sessions that lie well where they are."""
    before = programme(training_days={"mon", "wed", "fri", "sat"}, strength_sessions_per_week=2)
    plan = recommend(
        {
            **DESK,
            "strength_sessions_per_week": 2,
            "training_days": {"sun", "mon", "wed", "fri", "sat"},
        },
        engine="direct",
    )
    for kind in ("strength", "cardio"):
        on = [
            [day.weekday for day in each.days if any(s.kind == kind for s in day.sessions)]
            for each in (before, plan.programme(days=4, after=before))
        ]
        assert on[0] == on[1]
    close = programme(training_days={"mon", "tue"}, strength_sessions_per_week=2)
    apart = recommend({**DESK, "training_days": {"mon", "tue", "thu"}}, engine="direct").programme(
        after=close
    )
    assert [
        day.weekday for day in apart.days if any(s.kind == "strength" for s in day.sessions)
    ] == [
        "mon",
        "thu",
    ]
