"""Advice and praise have to fit whoever reads them: laws that hold over many entries at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from backfat_rules import Advisor, Plan, Profile
from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.lines import Line, as_one
from backfat_rules.knowledge.rules import Screening
from backfat_rules.planning import Reasoner
from backfat_rules.planning.questions import not_asked

KNOWLEDGE = load_knowledge()
DIRECT = Advisor(KNOWLEDGE, engine="direct")
SCREENING = KNOWLEDGE.screening.values()
UNFED = [each for each in SCREENING if "fasted_training" in each.blocks.tags]
ONE_OF_MANY = re.compile(
    r"\b1 (?:[a-z-]+ ){0,2}(?:sessions|servings|portions|drinks|snacks|weeks|years|times|units)\b"
)
CLAIM = re.compile(
    r"[Bb]ecause (?:of your|you)|[Ww]ith your|[Aa]t your age|showed you|your (?:family |own )?"
    r"(?:background|condition|illness|medicine|diabetes|pregnancy|kidneys|surgery)|[Yy]ou told"
)
ONES: list[dict[str, Any]] = [
    {
        "sugary_drinks_per_day": 1,
        "protein_servings_per_day": 1,
        "fruit_vegetable_portions_per_day": 1,
        "whole_grain_servings_per_day": 1,
        "anti_inflammatory_servings_per_week": 1,
        "alcohol_units_per_week": 1,
        "age": 17,
        "late_heavy_meals_per_week": 1,
    },
    {
        "strength_sessions_per_week": 1,
        "back_sessions_per_week": 1,
        "cardio_sessions_per_week": 1,
        "hiit_sessions_per_week": 1,
        "full_body_sessions_per_week": 1,
        "weeks_trained_of_last_8": 1,
        "experience": "beginner",
        "isolation_only": True,
    },
    {"full_body_sessions_per_week": 3, "strength_sessions_per_week": 1, "sleep_hours": 8},
    {"back_sessions_per_week": 2, "strength_sessions_per_week": 1, "sleep_hours": 8},
    {"hiit_sessions_per_week": 2, "cardio_sessions_per_week": 1, "sleep_hours": 8},
    {"weeks_trained_of_last_8": 0, "strength_sessions_per_week": 1, "sleep_hours": 8},
    {"pregnant": True, "weeks_postpartum": 1, "sleep_hours": 8, "stress_level": 2},
    {
        "vigorous_minutes_per_week": 300,
        "minutes_per_session": 30,
        "strength_sessions_per_week": 1,
        "cardio_sessions_per_week": 1,
    },
]


def planned(**told: Any) -> Plan:
    """The plan for some answers."""
    return DIRECT.recommend(Profile(**told))


def said(plan: Plan) -> frozenset[str]:
    """The ids of all advice and messages."""
    return plan.advised | {each.id for each in plan.messages}


def test_nobody_who_must_see_a_doctor_first_is_told_to_train_on() -> None:
    """Every rule that keeps training back silences the praise for training."""
    for rule in SCREENING:
        if rule.gate == "refer_first":
            assert "training_goes_on" in rule.blocks.tags, rule.id


def test_all_praise_for_training_can_be_silenced() -> None:
    """Each message that tells somebody to go on training carries the tag that blocks take out."""
    praise = [each for each in KNOWLEDGE.messages.values() if each.id.endswith("-on-track")]
    assert len(praise) >= 9
    assert all("training_goes_on" in each.tags for each in praise)


@pytest.mark.parametrize("rule", UNFED, ids=lambda rule: rule.id)
def test_whoever_must_not_train_unfed_is_told_to_eat(rule: Screening) -> None:
    """Where training unfed is blocked, the advice to eat first is given and no leave to skip it."""
    for facts in rule.cases.fires:
        ids = said(planned(**{**facts, "trains_fasted": True}))
        assert {"always-eat-before-training", "eat-before-training-if-you-like"} & ids
        assert "short-easy-sessions-unfed" not in ids


def test_an_open_question_does_not_hide_the_advice_to_eat() -> None:
    """Somebody who answered nothing about health still reads to eat before training."""
    ids = said(planned(trains_fasted=True, sleep_hours=8, stress_level=2))
    assert "eat-before-training-if-you-like" in ids
    assert "short-easy-sessions-unfed" not in ids


@pytest.mark.parametrize("told", ONES)
def test_one_is_not_spoken_of_in_the_plural(told: dict[str, Any]) -> None:
    """No text says "1 sessions" or "1 weeks"."""
    text = json.dumps(planned(**told).model_dump(mode="json"))
    assert ONE_OF_MANY.findall(text) == []


def test_meals_and_drinks_stay_apart_after_stomach_surgery() -> None:
    """The advice on drinks that is given after such surgery ties no drink to a meal."""
    plan = planned(conditions={"bariatric_surgery"}, water_l_per_day=1)
    assert any("neither with the meal" in step for step in plan["small-meals-and-sips"].steps)
    assert "drink-enough" not in plan


def test_the_young_get_one_number_for_sleep() -> None:
    """The message for everybody below 18 names no hours; the dose by age does."""
    message = as_one(KNOWLEDGE.screening["under-18"].message)
    assert not re.search(r"\d", message.replace("{age}", ""))
    dose = planned(age=10, sleep_hours=8)["sleep-longer"].dose
    assert dose is not None
    assert "9 h" in dose.text


def test_nobody_below_18_reads_of_eating_less() -> None:
    """Strict diets are answered with eating enough, and with nothing about less."""
    assert "less" not in as_one(KNOWLEDGE.screening["strict-diets"].message)


def conditional_lines() -> Iterator[tuple[str, str]]:
    """The id of an entry and each of its sentences that is for some people only."""
    entries: list[tuple[str, str | tuple[Line, ...]]] = [
        *((each.id, each.message) for each in SCREENING),
        *((each.id, each.text) for each in KNOWLEDGE.messages.values()),
    ]
    for each in KNOWLEDGE.recommendations.values():
        entries += [(each.id, part) for part in (each.action, each.steps, each.cautions)]
    for id, lines in entries:
        if not isinstance(lines, str):
            yield from ((id, str(line.text)) for line in lines if line.when is not None)


def test_a_sentence_for_some_people_claims_nothing_of_the_reader() -> None:
    """It is shown too where nobody told whether it fits, so it says no "your background"."""
    assert [found for found in conditional_lines() if CLAIM.search(found[1])] == []


SENSELESS: dict[str, tuple[dict[str, Any], set[str]]] = {
    "a child of 12": (
        {"age": 12},
        {
            "weight_talk",
            "weight_worry",
            "crash_dieting",
            "appearance_concern",
            "supplements",
            "alcohol_units_per_week",
            "desk_job",
        }
        | {"weeks_postpartum", "breastfeeding", "menopause", "sleepy_when_driving"},
    ),
    "a teenager of 13": ({"age": 13}, {"desk_job", "menopause", "sleepy_when_driving"}),
    "a man": ({"sex": "male", "age": 30}, {"pregnant", "weeks_postpartum", "breastfeeding"}),
    "a woman of 50": (
        {"sex": "female", "age": 50},
        {"weeks_postpartum", "breastfeeding"},
    ),
    "a woman of 65": (
        {"sex": "female", "age": 65},
        {"pregnant", "weeks_postpartum", "breastfeeding", "menopause"},
    ),
}
SENSIBLE: dict[str, tuple[dict[str, Any], set[str]]] = {
    "a teenager of 13": ({"age": 13}, {"weight_worry", "crash_dieting", "supplements"}),
    "a woman of 49": ({"sex": "female", "age": 49}, {"weeks_postpartum", "breastfeeding"}),
    "a woman of 50 after a birth": (
        {"sex": "female", "age": 50, "weeks_postpartum": 30},
        {"breastfeeding"},
    ),
    "a woman of 64": ({"sex": "female", "age": 64}, {"menopause"}),
}


@pytest.mark.parametrize(("who", "facts"), SENSELESS.values(), ids=SENSELESS)
def test_nobody_is_asked_what_their_age_or_sex_makes_senseless(
    who: dict[str, Any], facts: set[str]
) -> None:
    """Neither questions of a plan nor screens of an interview ask such things."""
    puzzling = not_asked(Reasoner(KNOWLEDGE).telling(who))
    assert facts <= puzzling
    assert facts.isdisjoint(each.fact for each in planned(**who).questions)


@pytest.mark.parametrize(("who", "facts"), SENSIBLE.values(), ids=SENSIBLE)
def test_on_the_other_side_of_the_limit_they_are_asked(
    who: dict[str, Any], facts: set[str]
) -> None:
    """What could be so is still asked for."""
    assert facts.isdisjoint(not_asked(Reasoner(KNOWLEDGE).telling(who)))


@pytest.mark.parametrize(("age", "asked"), [(15, False), (16, True)])
def test_nobody_too_young_to_drive_is_asked_about_driving(age: int, asked: bool) -> None:
    """Neither the open questions nor the advice on sleep speak of a wheel before 16."""
    plan = planned(age=age, sleep_hours=6, conditions=[], symptoms=[], medications=[])
    text = json.dumps(plan.model_dump(mode="json", include={"recommendations"}))
    assert ("Do not drive" in text) is asked
    puzzling = not_asked(Reasoner(KNOWLEDGE).telling({"age": age}))
    assert ("sleepy_when_driving" not in puzzling) is asked
