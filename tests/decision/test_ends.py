"""What ends advice: on a small base, each rule of it by itself."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from backfat_rules.decision import Person
from backfat_rules.inference import Program, make_engine
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import (
    ComputedValue,
    Finding,
    RecommendationRule,
    Screening,
    Tag,
)
from backfat_rules.language import Value, parse, render
from tests.decision.small_bases import SHIPPED

FINDINGS: dict[str, list[tuple[str, str | None]]] = {
    "short": [("sleep_hours < 7", "ramp(sleep_hours, 7, 4)")],
    "sitting": [
        ("desk_job and sitting_hours_per_day >= 8", "ramp(sitting_hours_per_day, 8, 14)"),
        ("sitting_hours_per_day >= 11", "ramp(sitting_hours_per_day, 8, 14)"),
    ],
    "tired": [("short", None), ("stress_level > 6", None)],
    "able": [("steps_per_day >= 5000", None)],
    "cardio_only": [
        (
            "cardio_sessions_per_week >= 3 and strength_sessions_per_week < 1",
            "ramp(strength_sessions_per_week, 1, 0)",
        )
    ],
    "too_much": [("cardio_sessions_per_week > 9", "ramp(cardio_sessions_per_week, 9, 14)")],
    "sweet": [
        ("sugary_drinks_per_day > 0 and steps_per_day < 3000", "ramp(sugary_drinks_per_day, 0, 4)")
    ],
    "mild": [("bmi > 25", "ramp(bmi, 25, 35)")],
    "trained": [("steps_per_day >= 9000", "ramp(steps_per_day, 9000, 15000)")],
    "used_to_it": [("trained", None)],
}
"""By id, the condition and the severity of each rule."""

WELCOME = {"trained"}

ADVICE = {
    "sleep-longer": "short",
    "rest": "tired",
    "sit-less": "sitting",
    "walk-more": "able and sitting",
    "walk-slowly": "not able and stress_level > 6",
    "lift": "cardio_only",
    "ease": "too_much",
    "plank": '"plank" not in current_exercises and sitting_hours_per_day > 4',
    "swim": '"swimming" not in current_exercises',
    "grow-up": "age < 18",
    "sprint": "hiit_sessions_per_week < 1",
    "drop-sprints": "hiit_sessions_per_week > 2",
    "stay-short": "not short",
    "settle": "stress_level > 6 or stress_level > 3 and desk_job",
    "lose": "mild",
    "drink-less": "sugary_drinks_per_day > 0",
    "drink-or-walk": "sugary_drinks_per_day > 0 and steps_per_day < 3000",
    "move-or-drink": "sweet",
    "go-on": "used_to_it",
    "go-on-calmly": "trained and stress_level > 6",
    "begin": "not trained and stress_level > 6",
}


def _base() -> KnowledgeBase:
    findings = {}
    for id, rules in FINDINGS.items():
        listed: list[dict[str, Any]] = [
            {"id": f"{id}-{at}".replace("_", "-"), "when": when, "reason": "So it is."}
            | ({"severity": severity} if severity else {})
            for at, (when, severity) in enumerate(rules)
        ]
        data = {"id": id, "title": id, "rules": listed, "cases": {}, "welcome": id in WELCOME}
        findings[id] = Finding.model_validate(data)
    texts: dict[str, Any] = {"topic": "sleep", "area": "lifestyle", "action": "Do it.", "cases": {}}
    advice = {
        id: RecommendationRule.model_validate(
            texts | {"id": id, "title": id, "when": when, "impact": 0.5, "verdict": "supported"}
        )
        for id, when in ADVICE.items()
    }
    closing = {"id": "heart", "title": "heart", "gate": "modify", "cases": {}}
    blocks = {"items": ["plank"], "tags": ["vigorous"]}
    said = {"message": "Mind this.", "reason": "It is not safe.", "blocks": blocks}
    rule = Screening.model_validate(closing | said | {"when": "takes_work_breaks"})
    bmi = SHIPPED.values["bmi"]
    assert isinstance(bmi, ComputedValue)
    base = dataclasses.replace(
        SHIPPED,
        recommendations=advice,
        messages={},
        findings=findings,
        values={"bmi": bmi},
        screening={"heart": rule},
        foods={},
        tags={id: Tag.model_validate({"id": id, "means": id}) for id in SHIPPED.tags},
    )
    return dataclasses.replace(base, strata=Program.of(base).stratum)


BASE = _base()
ENGINE = make_engine("direct", Program.of(BASE))


def end_of(id: str, told: dict[str, Value]) -> tuple[str, tuple[str, ...]] | None:
    """What ends advice, written out, and the facts that it speaks of."""
    person = Person(ENGINE.derive({"takes_work_breaks": False} | told), BASE)
    assert id in person.derivation.fired
    end = person.end_of(id)
    return None if end is None else (render(end.condition), end.facts)


NO_MOVES = frozenset[str]()


@pytest.mark.parametrize(
    ("id", "told", "condition"),
    [
        # a finding stands for its rules
        ("sleep-longer", {"sleep_hours": 6}, "not (sleep_hours < 7)"),
        # what is so already, or not known, is no part of it
        ("rest", {"sleep_hours": 6}, "not (sleep_hours < 7)"),
        ("rest", {"sleep_hours": 6, "stress_level": 3}, "not (sleep_hours < 7)"),
        (
            "rest",
            {"sleep_hours": 6, "stress_level": 8},
            "(not (sleep_hours < 7)) and (not (stress_level > 6))",
        ),
        # what has a severity is mended, and what stands beside it is not lifted
        (
            "sit-less",
            {"desk_job": True, "sitting_hours_per_day": 9},
            "not (sitting_hours_per_day >= 8)",
        ),
        # of two limits on a number the one that counts
        (
            "sit-less",
            {"desk_job": True, "sitting_hours_per_day": 12},
            "not (sitting_hours_per_day >= 8)",
        ),
        (
            "sit-less",
            {"desk_job": False, "sitting_hours_per_day": 12},
            "not (sitting_hours_per_day >= 11)",
        ),
        # nobody gets less able in order to be spared advice
        (
            "walk-more",
            {"steps_per_day": 6000, "desk_job": True, "sitting_hours_per_day": 9},
            "not (sitting_hours_per_day >= 8)",
        ),
        (
            "walk-slowly",
            {"steps_per_day": 3000, "stress_level": 8},
            "(steps_per_day >= 5000) or (not (stress_level > 6))",
        ),
        # less of what is good in itself is an end only where too much of it is the problem
        (
            "lift",
            {"cardio_sessions_per_week": 4, "strength_sessions_per_week": 0},
            "not (strength_sessions_per_week < 1)",
        ),
        ("ease", {"cardio_sessions_per_week": 12}, "not (cardio_sessions_per_week > 9)"),
        # an exercise that may be taken up
        (
            "plank",
            {"current_exercises": NO_MOVES, "sitting_hours_per_day": 6},
            '("plank" in current_exercises) or (not (sitting_hours_per_day > 4))',
        ),
        ("swim", {"current_exercises": NO_MOVES}, '"swimming" in current_exercises'),
        ("sprint", {"hiit_sessions_per_week": 0}, "not (hiit_sessions_per_week < 1)"),
        ("drop-sprints", {"hiit_sessions_per_week": 4}, "not (hiit_sessions_per_week > 2)"),
        # every alternative has to end, and circumstances are not given up
        ("settle", {"stress_level": 5, "desk_job": True}, "not (stress_level > 3)"),
        # to stop something altogether is the last resort
        ("drink-less", {"sugary_drinks_per_day": 2}, "not (sugary_drinks_per_day > 0)"),
        (
            "drink-or-walk",
            {"sugary_drinks_per_day": 2, "steps_per_day": 2000},
            "not (steps_per_day < 3000)",
        ),
        (
            "move-or-drink",
            {"sugary_drinks_per_day": 2, "steps_per_day": 2000},
            "not (steps_per_day < 3000)",
        ),
        # what is welcome is not lost, but it may be gained
        ("go-on-calmly", {"steps_per_day": 9500, "stress_level": 8}, "not (stress_level > 6)"),
        (
            "begin",
            {"steps_per_day": 4000, "stress_level": 8},
            "steps_per_day >= 9000 or not (stress_level > 6)",
        ),
        ("lose", {"weight_kg": 90, "height_cm": 170}, "not (bmi > 25)"),
    ],
)
def test_what_has_to_become_so(id: str, told: dict[str, Value], condition: str) -> None:
    """The end asks for what is still missing, and for no more than that."""
    found = end_of(id, told)
    assert found is not None
    assert parse(found[0]) == parse(condition)


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("grow-up", {"age": 15}),  # nobody changes their age
        ("stay-short", {"sleep_hours": 8}),  # to get a problem is no end
        ("go-on", {"steps_per_day": 9500}),  # nor is to lose something good
    ],
)
def test_what_nothing_ends(id: str, told: dict[str, Value]) -> None:
    """There is no end by what cannot change, nor by a step backwards."""
    assert end_of(id, told) is None


def test_what_is_closed_is_not_taken_up() -> None:
    """A block takes the exercise out of an end, and more of what it forbids; less of it stays."""
    closed: dict[str, Value] = {"takes_work_breaks": True}
    still = end_of("plank", closed | {"current_exercises": NO_MOVES, "sitting_hours_per_day": 6})
    assert still is not None
    assert parse(still[0]) == parse("not sitting_hours_per_day > 4")
    assert end_of("swim", closed | {"current_exercises": NO_MOVES}) is not None
    assert end_of("sprint", closed | {"hiit_sessions_per_week": 0}) is None
    assert end_of("drop-sprints", closed | {"hiit_sessions_per_week": 4}) is not None


def test_the_facts_of_an_end_are_those_that_people_tell() -> None:
    """A value in an end counts by the facts below it, each once."""
    lose = end_of("lose", {"weight_kg": 90, "height_cm": 170})
    assert lose is not None
    assert set(lose[1]) == {"weight_kg", "height_cm"}
    assert len(lose[1]) == 2
