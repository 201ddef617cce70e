"""No plan pulls two ways: opposites exclude each other, and praise keeps off what is advised."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from backfat_rules import Plan, Profile
from backfat_rules.decision import rulebook_of
from backfat_rules.planning import Reasoner
from tests.planning.people import KNOWLEDGE, people

DIRECT = Reasoner(KNOWLEDGE, "direct")
RULES = KNOWLEDGE.recommendations
ADDS_TRAINING = (
    "add-strength-day",
    "hard-intervals",
    "add-heavier-sets",
    "full-body-working-dose",
    "progress-in-small-steps",
    "circuit-training",
    "steady-cardio",
    "train-back-twice-a-week",
)
OPPOSITES = {
    "pause-hard-intervals": ("hybrid-session",),
    "limit-hard-intervals": ("hybrid-session",),
    "lighter-week-when-tired": ADDS_TRAINING,
    "rest-back-48-hours": (
        "train-back-twice-a-week",
        "add-strength-day",
        "back-work-at-home",
        "back-work-at-the-gym",
    ),
    "keep-a-free-day": ("steady-cardio", "hard-intervals", "circuit-training", "hybrid-session"),
    "use-one-training-day": (
        "strengthen-upper-back",
        "strengthen-mid-back",
        "strengthen-lower-back",
        "strengthen-for-posture",
        "full-body-plan",
        "balance-cardio-with-strength",
    ),
    "learn-clean-form": ("full-body-working-dose", "progress-in-small-steps"),
    "lighten-the-load": ("full-body-working-dose", "progress-in-small-steps"),
    "regular-before-hard": ("full-body-working-dose", "progress-in-small-steps"),
    "build-base-before-intervals": ("full-body-working-dose", "circuit-training"),
    "stop-crash-dieting": ("slight-deficit", "eat-to-satisfied", "close-kitchen-early"),
}
"""Pairs that contradict each other, by the one that must stay."""


def planned(told: dict[str, Any]) -> Plan:
    """The plan for some answers."""
    return DIRECT.plan(Profile(**told).known(), Plan)


@pytest.mark.parametrize(
    ("kept", "other"), [(kept, other) for kept, others in OPPOSITES.items() for other in others]
)
def test_a_contradiction_ends_with_the_one_that_protects(kept: str, other: str) -> None:
    """Rest, lighter work and eating enough stay, however important the other advice is."""
    candidates = rulebook_of(KNOWLEDGE).candidates
    assert other in candidates[kept].rivals
    assert candidates[kept].protects
    assert not candidates[other].protects


@given(people())
def test_no_plan_holds_opposites(told: dict[str, Any]) -> None:
    """Of all that is advised, nothing asks for more of what other advice asks for less of."""
    given_ids = [each.id for each in planned(told).all_ways]
    less = {axis: id for id in given_ids for axis in {*RULES[id].lowers} - {*RULES[id].raises}}
    for id in given_ids:
        assert not less.keys() & {*RULES[id].raises} - {*RULES[id].lowers}


@given(people())
def test_no_praise_stands_beside_advice_on_the_same(told: dict[str, Any]) -> None:
    """Nobody is told to go on as they are with what the same plan asks them to change."""
    plan = planned(told)
    moved = {a for each in plan.all_ways for a in (*RULES[each.id].raises, *RULES[each.id].lowers)}
    for message in plan.messages:
        if message.kind == "keep_going":
            assert moved.isdisjoint(KNOWLEDGE.messages[message.id].keeps)


@pytest.mark.parametrize(
    ("told", "praise", "advice"),
    [
        ({"stress_level": 3, "pss10": 26}, "stress-keep-going", "calm-minutes-every-day"),
        (
            {
                "age": 25,
                "sex": "male",
                "height_cm": 190,
                "weight_kg": 95,
                "calories_per_day": 4800,
                "calorie_balance_kcal": -200,
                "weight_worry": 2,
                "conditions": [],
                "medications": [],
                "symptoms": [],
                "unintentional_loss_kg_6_months": 0,
                "moderate_minutes_per_week": 30,
                "vigorous_minutes_per_week": 0,
                "steps_per_day": 5000,
                "strength_sessions_per_week": 0,
            },
            "energy-keep-going",
            "energy-balance",
        ),
    ],
)
def test_two_measures_of_one_thing_are_not_praised_and_mended(
    told: dict[str, Any], praise: str, advice: str
) -> None:
    """Where two answers about one thing differ, the advice is given and the praise is not."""
    plan = planned(told)
    assert advice in plan
    assert praise not in {each.id for each in plan.messages}


def test_who_does_cardio_alone_is_shown_how_to_trade_a_slot() -> None:
    """Whoever is active enough and lifts nothing turns a session into strength work."""
    told = {
        "cardio_sessions_per_week": 5,
        "strength_sessions_per_week": 0,
        "moderate_minutes_per_week": 200,
        "vigorous_minutes_per_week": 60,
        "age": 35,
        "goals": ["posture"],
    }
    plan = planned(told)
    assert "balance-cardio-with-strength" in plan
    assert "start-strength-training" not in plan
    assert "add-strength-day" not in plan


def test_whatever_is_training_says_what_it_moves() -> None:
    """No advice that adds training or holds it back is outside of what excludes opposites."""
    silent = {id for id, rule in RULES.items() if not rule.raises and not rule.lowers}
    training = {id for id in silent if {"more_volume", "hard_training"} & {*RULES[id].tags}}
    assert training == set()
