"""What somebody with a coach's knowledge looks for in the weeks of invented people."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from backfat_rules import Programme, load_knowledge, recommend
from tests.training.invented_people import HEALTHY

DESK: dict[str, Any] = {
    **HEALTHY,
    "height_cm": 170,
    "weight_kg": 66,
    "desk_job": True,
    "strength_sessions_per_week": 0,
    "moderate_minutes_per_week": 60,
    "vigorous_minutes_per_week": 0,
    "weeks_trained_of_last_8": 2,
    "equipment": {"band", "dumbbell"},
}
LIFTER: dict[str, Any] = {
    **DESK,
    "location": "gym",
    "equipment": {"dumbbell", "barbell", "bench", "cable", "lat_pulldown"},
    "training_days": {"mon", "tue", "thu", "sat"},
    "minutes_per_session": 60,
    "experience": "intermediate",
    "strength_sessions_per_week": 3,
    "weeks_trained_of_last_8": 8,
    "moderate_minutes_per_week": 150,
}
AFTER_SURGERY: dict[str, Any] = {"conditions": {"bariatric_surgery"}, "medical_clearance": False}


def programme(told: dict[str, Any] | None = None, weeks: int = 1, **more: Any) -> Programme:
    """The weeks of an invented person at a desk, but for what is told."""
    return recommend({**(told or DESK), **more}, engine="direct").programme(weeks=weeks)


def flat(week: Programme) -> str:
    """The page on one line."""
    return " ".join(week.text().split())


def exercises(week: Programme) -> list[list[str]]:
    """The moves of each session of strength."""
    sessions = (each for each in week.sessions if each.kind == "strength")
    return [[item.exercise for item in each.items] for each in sessions]


def note(week: Programme, id: str) -> str:
    """What a note below the week says."""
    return next(each.text for each in week.notes if each.id == id)


# ---- what is safe --------------------------------------------------------------------------------


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
    assert "1 more than usual" in note(programme(), "when-it-hurts")


def test_without_a_week_it_says_whom_to_see_and_the_way_back() -> None:
    """With an eating disorder no week is given, but a way on; in an emergency nothing but help."""
    week = programme(conditions={"eating_disorder"})
    assert week.weeks == ()
    said = flat(week)
    for id in ("whom-to-see", "meanwhile-without-a-week", "way-back-to-a-week"):
        assert note(week, id).split(".")[0] in said
        assert note(week, id).split(".")[0] in week.to_html()
    assert programme(symptoms={"chest_pain"}).notes == ()


# ---- how much ------------------------------------------------------------------------------------


def test_brisk_minutes_are_filled_up_on_days_without_training() -> None:
    """Who does a hundred and fifty minutes gets a week with as many, and one day stays free."""
    week = programme(LIFTER)
    assert week.weeks[0].aerobic_minutes >= 150
    assert week.weeks[0].missed == ()
    for day in week.days:
        assert {"strength", "intervals", "cardio"}.isdisjoint(
            {each.kind for each in day.sessions}
        ) or day.weekday in LIFTER["training_days"]
    assert any(not day.sessions for day in week.days)


@pytest.mark.parametrize(
    "told",
    [
        {"minutes_per_session": 15, "training_days": {"tue", "fri"}, "equipment": set()},
        {"minutes_per_session": 20, "training_days": {"sun"}, "equipment": set()},
    ],
    ids=["15 min twice", "one day"],
)
def test_with_little_time_walks_are_brisk_and_count(told: dict[str, Any]) -> None:
    """Who has little time for training is not sent on walks that do not count."""
    week = programme(**told)
    assert week.weeks[0].aerobic_minutes >= 60
    assert not any(each.rule == "active-recovery-session" for each in week.sessions)


def test_where_less_is_planned_than_told_the_others_are_kept() -> None:
    """A week that has no room for all that somebody does says that it counts."""
    week = programme(
        moderate_minutes_per_week=300, minutes_per_session=20, training_days={"tue", "fri"}
    )
    assert week.weeks[0].aerobic_minutes < 300
    assert "Keep the others" in note(week, "what-you-do-counts")
    assert "what-you-do-counts" not in {each.id for each in programme(LIFTER).notes}


def test_a_gap_that_may_not_be_filled_is_none() -> None:
    """Whoever is to stay with what they have does not read that sets are missing."""
    told: dict[str, Any] = {
        "age": 52,
        "conditions": {"heart_disease"},
        "medical_clearance": True,
        "moderate_minutes_per_week": 180,
        "weeks_trained_of_last_8": 8,
        "strength_sessions_per_week": 2,
        "experience": "intermediate",
    }
    week = programme(**told)
    assert any(each.kind == "strength" for each in week.sessions)
    assert week.weeks[0].missed == ()
    assert "enough-sets" in week.held_back
    assert "This week has not" not in flat(week)


# ---- which moves, in which order -----------------------------------------------------------------


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


# ---- what it says --------------------------------------------------------------------------------


def test_weeks_say_what_comes_after_an_easier_one() -> None:
    """The easier week names days where sets differ, and the next says what it goes back to."""
    weeks = programme(LIFTER, weeks=8).weeks
    easier, after = " ".join(weeks[3].changes), " ".join(weeks[4].changes)
    assert weeks[3].easier
    assert "stays as it is" in easier
    assert " or " not in easier
    assert "intervals" not in easier
    assert "Back to the sets and minutes of week 3" in after
    assert "the week before" not in after
    assert "more weight" in note(programme(LIFTER), "how-it-grows")


def test_hard_intervals_are_spoken_of_where_they_are_reached() -> None:
    """The week from which they may be tried is named only in a programme that goes so far."""
    assert "intervals" not in {each.id for each in programme().notes}
    assert "intervals" not in {each.id for each in programme(weeks=6).notes}
    assert "From week 7" in note(programme(weeks=7), "intervals")


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ({"medications": {"lithium"}}, "You can start."),
        ({"pain_sites": {"hip"}, "pain_intensity": 3, "pain_weeks": 8}, "You can start."),
        ({"work_schedule": "night"}, "You can start; mind what is said below"),
        ({"pain_sites": {"wrist"}, "pain_intensity": 3, "pain_weeks": 8}, "Left out here: "),
    ],
    ids=["lithium", "hip", "night", "wrist"],
)
def test_the_line_above_claims_no_change_that_is_not_there(told: dict[str, Any], line: str) -> None:
    """What is left out for safety is named, and not said of a week in which nothing is."""
    said = programme(**told).gate_line
    assert line in said
    assert ("left out or changed" in said) is ("Left out here" in said)


def test_what_gives_way_is_named() -> None:
    """Where one wish can be held only in the place of other things, these are named."""
    week = programme(LIFTER, minutes_per_session=30, training_days={"mon", "thu"})
    told = [each for conflict in week.conflicts for each in conflict.without]
    assert told
    for each in told:
        assert "something else" not in each.text
        assert not each.gives or each.costs == ()


def test_nobody_who_does_not_lift_is_told_how_to_breathe_while_lifting() -> None:
    """Notes on lifting stand below weeks with lifting, and what can wait is named in a word."""
    waiting = programme(conditions={"heart_disease"}, age=60)
    assert "breathe-while-lifting" not in {each.id for each in waiting.notes}
    assert "strength and enough brisk minutes can wait" in flat(waiting)
    lifting = programme(systolic_bp=140, diastolic_bp=80)
    assert "breathe-while-lifting" in {each.id for each in lifting.notes}
