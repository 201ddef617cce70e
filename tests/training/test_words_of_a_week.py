"""What a week says of how it goes on, what was left out and what gives way."""

from __future__ import annotations

from typing import Any

import pytest

from tests.training.coached_people import LIFTER, flat, note, programme


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


def test_minutes_are_said_as_they_are_counted() -> None:
    """A walk of half an hour is said to be of 30 minutes, to the minute."""
    items = [
        item
        for session in programme(moderate_minutes_per_week=60).sessions
        if session.kind == "cardio"
        for item in session.items
    ]
    assert items
    for item in items:
        assert item.dose.startswith(f"{(item.seconds or 0) // 60} min")
