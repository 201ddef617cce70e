"""The laws of safety, over any facts at all: what no combination of answers may bring about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from backfat_rules import Plan, Profile
from backfat_rules.decision import Person
from backfat_rules.knowledge.catalogue import Exercise, Food
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.links import tags_of
from backfat_rules.knowledge.rules import MessageRule, RecommendationRule
from backfat_rules.language import Value
from backfat_rules.planning import Reasoner
from backfat_rules.planning.plan_content import Choice
from tests.planning.dose_limits import check_doses
from tests.planning.people import BUSY, FULL, KNOWLEDGE, people
from tests.strategies import answers, profiles

DIRECT = Reasoner(KNOWLEDGE, "direct")
FACTS = KNOWLEDGE.facts
SETTLED = ("medical_clearance", "conditions_controlled")
"""Facts about health to which yes is the harmless answer."""

NO: dict[str, Any] = {
    name: name in SETTLED if fact.type.kind == "truth" else frozenset[str]()
    for name, fact in FACTS.items()
    if fact.area == "health" and fact.type.kind in ("truth", "set")
}
"""The harmless answer to each question about health that has one."""

RED_FLAGS = [
    (name, flag)
    for name, fact in FACTS.items()
    if name in NO or name in ("snores_with_pauses", "sleepy_when_driving", "supplements")
    for flag in (fact.words if fact.type.kind == "set" else [True])
    if name not in (*SETTLED, "suicidal_thoughts")
]
WELL: dict[str, Any] = {
    "pregnant": True,
    "suicidal_thoughts": False,
    "ancestry": "white",
    "snores_with_pauses": False,
    "sleepy_when_driving": False,
    "stress_level": 3,
    "pss10": 5,
    "phq2": 0,
    "systolic_bp": 120,
    "diastolic_bp": 75,
    "pain_intensity": 0,
    "pain_weeks": 0,
    "unintentional_loss_kg_6_months": 0,
    "weeks_postpartum": 100,
    "weight_worry": 0,
    "supplements": [],
    "crash_dieting": False,
    "calories_per_day": 2500,
    "calorie_balance_kcal": 0,
    "urine_colour": 2,
    "experience": "novice",
    "weeks_trained_of_last_8": 8,
}
"""A pregnancy in which every other question of screening is answered, and harmlessly."""

KNOWLEDGE_IDS = {getattr(each, "id", "") for each in KNOWLEDGE}
HARD = {"vigorous", "max_effort", "heavy_load", "hard_training", "ballistic", "impact"}
"""Tags of what is intense."""

NUMBERS = {"deficit", "calorie_number"}
WITHOUT_PLAN = {"urgent", "emergency"}
CALORIES = re.compile(r"\d[\d.,]*( to [\d.,]+)? ?(kcal|calories)|\bcalorie deficit", re.IGNORECASE)

Path = tuple[str, ...]


def planned(told: Mapping[str, Any]) -> Plan:
    """The plan for some answers."""
    return DIRECT.plan(Profile(**told).known(), Plan)


def person_of(told: Mapping[str, Any]) -> Person:
    """What the plan is made from."""
    return DIRECT.telling(Profile(**told).known())


def texts(part: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text and every key in a part of a plan's JSON, with the way to it."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield path, key
            yield from texts(value, (*path, key))
    elif isinstance(part, list):
        for each in part:
            yield from texts(each, path)
    elif isinstance(part, str):
        yield path, part


def advice(plan: Plan) -> list[tuple[Path, str]]:
    """The texts that tell somebody what to do: not the echo of facts, nor what is withheld.

    Screening, cautions, ``instead_of`` and what an answer ``releases`` are what names the blocked;
    sources name what the guides and studies were about.
    """
    json = plan.model_dump(mode="json", exclude={"facts", "withheld"})
    json["messages"] = [each for each in json["messages"] if each["kind"] != "screening"]
    return [
        (path, text)
        for path, text in texts(json)
        if not {"sources", "cautions", "instead_of", "facts", "releases"} & {*path}
    ]


def intensity(plan: Plan) -> set[str]:
    """The hard tags of all that is offered."""
    ids = [each.id for each in plan.all_ways]
    ids += [choice.id for each in plan.all_ways for choice in each.exercises]
    return HARD & {tag for id in ids for tag in tags_of(KNOWLEDGE[id])}


def check_blocks(told: Mapping[str, Any]) -> None:
    """Nothing that is blocked is named where a plan tells what to do, under any path."""
    screened = person_of(told).screened
    entries: tuple[RecommendationRule | MessageRule | Exercise | Food, ...] = (
        *KNOWLEDGE.recommendations.values(),
        *KNOWLEDGE.exercises.values(),
        *KNOWLEDGE.foods.values(),
        *KNOWLEDGE.messages.values(),
    )
    said = advice(planned(told))
    whole = {text.lower() for _, text in said}
    ends = " ".join(text for path, text in said if {"done_when", "why", "do"} & {*path}).lower()
    for entry in entries:
        if screened.closes(entry.id):
            assert entry.id not in whole
            title = getattr(entry, "title", "").lower()
            assert not title or (title not in whole and not _names(ends, title))


def _names(text: str, title: str) -> bool:
    return title in text and re.search(rf"(?<![\w-]){re.escape(title)}(?![\w-])", text) is not None


@given(st.one_of(people(), profiles().map(lambda each: dict(each.known()))))
def test_nothing_blocked_is_named(told: dict[str, Any]) -> None:
    """No path of the JSON names blocked advice, exercises, foods, messages or numbers."""
    check_blocks(told)


@pytest.mark.parametrize(
    "told",
    [
        # Formerly: "When your answer on current exercises includes plank or ... mountain climber."
        {**BUSY, "current_exercises": ["band_row"], "conditions": ["hernia"]},
        # Formerly a question: "Your answer decides whether this is for you: eat a little less ..."
        {name: answer for name, answer in {**BUSY, **NO, **WELL}.items() if name != "goals"},
    ],
    ids=["an end that is blocked", "a question about what is blocked"],
)
def test_nothing_blocked_was_overlooked(told: dict[str, Any]) -> None:
    """Neither the end of advice nor a question brings back what is blocked."""
    check_blocks(told)


def check_flag(told: dict[str, Any], name: str, flag: Any) -> None:
    """What a red flag never does, beside the same answers without it."""
    calm = {**NO, **told}
    calm[name] = frozenset(calm.get(name, ())) - {flag} if flag is not True else False
    alarmed = {**calm, name: calm[name] | {flag} if flag is not True else True}
    before, after = planned(calm), planned(alarmed)
    assert GATES[after.gate].rank >= GATES[before.gate].rank
    if after.gate in WITHOUT_PLAN:
        assert not after.recommendations
        return
    assert intensity(after) <= intensity(before)

    withheld = {each.id for each in after.withheld}
    stood_back = {each.id: each.because for each in before.withheld}
    called_for = person_of(calm).derivation.fired
    offered = [c for each in before.all_ways for c in each.exercises]
    known, replaced = {c.id for c in offered}, {c.instead_of for c in offered if c.instead_of}
    for each in after.all_ways:
        if each.id in before:
            new = [c for c in each.exercises if c.id not in known]
            gone = {c.id for c in exercises_of(before, each.id)} & withheld
            moved_up = [c for c in new if c.instead_of is None]
            assert len(moved_up) <= len(gone)
            assert all(c.instead_of in withheld | replaced for c in new if c not in moved_up)
        elif each.id in called_for:  # it stood back behind advice that the flag takes out
            assert stood_back[each.id] in withheld
        else:  # the flag itself calls for it, as pregnancy does for pelvic floor training
            tags = {tag for c in each.exercises for tag in KNOWLEDGE.exercises[c.id].tags}
            assert not HARD & {*KNOWLEDGE.recommendations[each.id].tags, *tags}


def exercises_of(plan: Plan, id: str) -> tuple[Choice, ...]:
    """What a way offers to choose from."""
    return next(each.exercises for each in plan.all_ways if each.id == id)


@settings(max_examples=2 * FULL)
@given(people(), st.sampled_from(RED_FLAGS))
def test_a_red_flag_never_loosens_anything(told: dict[str, Any], flag: tuple[str, Any]) -> None:
    """It opens no gate, raises no intensity, and brings exercises only in place of blocked ones.

    They are stand-ins, or the next ones of the same list.
    Advice that the flag itself calls for, or that stood back behind what the flag takes out, may
    come; it is never hard.
    """
    check_flag(told, *flag)


@pytest.mark.parametrize("flag", RED_FLAGS, ids=lambda flag: f"{flag[0]}-{flag[1]}")
def test_no_red_flag_loosens_the_plan_of_an_athlete(flag: tuple[str, Any]) -> None:
    """Each flag by itself, for somebody whose plan has all that is hard."""
    trained = {
        "age": 30,
        "sex": "male",
        "experience": "advanced",
        "strength_sessions_per_week": 3,
        "weeks_trained_of_last_8": 8,
        "moderate_minutes_per_week": 200,
        "vigorous_minutes_per_week": 40,
        "cardio_sessions_per_week": 2,
        "hiit_sessions_per_week": 0,
        "minutes_per_session": 25,
        "progresses_load": False,
        "back_regions_trained": ["mid"],
        "back_sessions_per_week": 1,
        "current_exercises": [],
        "sleep_hours": 8,
        "stress_level": 6,
        "weight_kg": 80,
        "height_cm": 180,
        "goals": ["strength", "fat_loss"],
    }
    assert intensity(planned({**NO, **trained}))
    check_flag(trained, *flag)


@given(people(), st.sampled_from(sorted(NO)))
def test_silence_is_never_looser_than_no(told: dict[str, Any], name: str) -> None:
    """All that is given while a question about health is open is also given after a "no"."""
    silent = {fact: answer for fact, answer in told.items() if fact != name}
    before, after = planned(silent), planned({**silent, name: NO[name]})
    assume(not WITHOUT_PLAN & {before.gate, after.gate})
    offered = {
        (each.id, choice.id) for each in after.all_ways for choice in (*each.exercises, *each.foods)
    }
    stood_back = {each.id: each.because for each in after.withheld}
    for each in before.all_ways:
        if each.id not in after:  # only behind advice that the "no" has brought
            assert stood_back[each.id] in after
            continue
        for choice in (*each.exercises, *each.foods):
            assert choice.instead_of or (each.id, choice.id) in offered
    assert {each.id for each in before.values} <= {each.id for each in after.values}
    assert intensity(before) <= intensity(after)


VULNERABLE: dict[str, dict[str, Any]] = {
    "minor": {"age": 15},
    "child": {"age": 9},
    "pregnant": {"pregnant": True},
    "underweight": {"weight_kg": 48.0, "height_cm": 172.0},
    "eating disorder": {"conditions": {"eating_disorder"}},
}


def check_numbers(told: dict[str, Any]) -> None:
    """No calories and no deficit, in text or as data."""
    plan = planned(told)
    shown = [each.id for each in plan.all_ways]
    shown += [each.id for each in plan.values]
    shown += [each.id for each in plan.messages if each.kind != "screening"]
    entries = [(id, getattr(KNOWLEDGE[id], "tags", ())) for id in shown if id in KNOWLEDGE_IDS]
    assert not [each for each, tags in entries if NUMBERS & {*tags}]
    json = plan.model_dump(mode="json", exclude={"facts"})
    assert not [text for _, text in texts(json) if CALORIES.search(text)]
    hidden = KNOWLEDGE.policy.hidden_numbers["calorie_number"]
    decisive = {name for each in plan.recommendations for r in each.reasons for name in r.facts}
    assert decisive.isdisjoint(hidden)


@pytest.mark.parametrize("who", VULNERABLE)
@settings(max_examples=FULL // 2)
@given(told=people())
def test_no_calories_for_the_vulnerable(who: str, told: dict[str, Any]) -> None:
    """Minors, the pregnant, the underweight and who had an eating disorder see no such number."""
    check_numbers({**told, **VULNERABLE[who]})


@pytest.mark.parametrize("who", VULNERABLE)
@pytest.mark.parametrize(
    "told",
    [
        {"breastfeeding": True},  # formerly "Eat at least 1,800 kcal"
        {"crash_dieting": True, "calorie_balance_kcal": -900},  # formerly "at least -750 kcal"
        {"calories_per_day": 700, "calorie_balance_kcal": 800},
        {**BUSY, "calories_per_day": 3500, "water_before_meals": True},
    ],
    ids=["breastfeeding", "strict diet", "very little food", "busy"],
)
def test_no_calories_from_any_side(who: str, told: dict[str, Any]) -> None:
    """Neither a message of another rule nor the end of advice names calories to them."""
    check_numbers({**told, **VULNERABLE[who]})


def _extreme(name: str, most: bool) -> Any:
    fact = FACTS[name]
    match fact.type.kind:
        case "truth":
            return most
        case "number":
            limit = (fact.high if most else fact.low) or 0
            return int(limit) if fact.whole else float(limit)
        case "choice":
            return fact.words[-1 if most else 0]
    return frozenset(fact.words if most else ())


@given(st.fixed_dictionaries({}, optional={name: st.booleans() for name in FACTS}), people())
def test_extremes_have_a_plan(ends: dict[str, bool], others: dict[str, Any]) -> None:
    """Every mixture of lowest, highest and other answers gives a plan that is sound JSON."""
    extreme = {name: _extreme(name, most) for name, most in ends.items() if name not in NO}
    plan = planned({**others, **extreme})
    assert Plan.model_validate_json(plan.model_dump_json()) == plan
    check_doses(plan)


@pytest.mark.parametrize("most", [False, True])
@pytest.mark.parametrize("healthy", [False, True])
def test_all_at_one_end(most: bool, healthy: bool) -> None:
    """Everything at its lowest, and everything at its highest, with and without red flags."""
    told = {name: _extreme(name, most) for name in FACTS}
    plan = planned({**told, **NO, "suicidal_thoughts": False} if healthy else told)
    assert plan.gate in GATES
    check_doses(plan)


ADULTS = st.fixed_dictionaries(
    {
        "age": st.integers(18, 110),
        "sex": st.sampled_from(["male", "female"]),
        "weight_kg": answers(FACTS["weight_kg"]),
        "height_cm": answers(FACTS["height_cm"]),
        "waist_cm": answers(FACTS["waist_cm"]),
        "moderate_minutes_per_week": answers(FACTS["moderate_minutes_per_week"]),
        "vigorous_minutes_per_week": answers(FACTS["vigorous_minutes_per_week"]),
        "strength_sessions_per_week": st.integers(0, 7),
        "goals": st.frozensets(st.sampled_from(FACTS["goals"].words)),
        "conditions": st.sampled_from([frozenset[str](), frozenset({"kidney_disease"})]),
        "ancestry": st.sampled_from(FACTS["ancestry"].words),
        "steps_per_day": answers(FACTS["steps_per_day"]),
        "water_l_per_day": st.floats(0, 3),
        "protein_g_per_day": st.floats(0, 100),
        "sleep_hours": st.floats(5, 10),
    }
)


@settings(max_examples=2 * FULL)
@given(ADULTS)
def test_amounts_keep_within_their_limits(told: dict[str, Value]) -> None:
    """No energy below the floor, no gap above a quarter, protein and water within their ranges."""
    check_doses(planned({**NO, "suicidal_thoughts": False, "weight_worry": 0, **told}))


def test_amounts_are_shown_at_all() -> None:
    """The limits are not met for lack of amounts: somebody who may see them does."""
    told = {
        **NO,
        "weight_worry": 0,
        "unintentional_loss_kg_6_months": 0,
        "age": 40,
        "sex": "male",
        "weight_kg": 95,
        "height_cm": 178,
        "waist_cm": 102,
        "ancestry": "white",
        "goals": {"fat_loss"},
        "moderate_minutes_per_week": 140,
        "vigorous_minutes_per_week": 0,
        "strength_sessions_per_week": 3,
        "steps_per_day": 6000,
    }
    shown = {each.id for each in planned(told).values}
    assert shown >= {"energy_target", "energy_deficit", "protein_target", "water_target"}
