"""When advice is over: doing what it says ends the advice, and it is said wherever it can be."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfat_rules import Profile, recommend
from backfat_rules.decision import Person
from backfat_rules.exact import TRUE, LeastChange, Problems, find, least_changes
from backfat_rules.explain.movable import aimed_at
from backfat_rules.language import Expression, Facts, Value, evaluate, names_in
from backfat_rules.planning import Reasoner
from backfat_rules.planning.done_when import done_when
from backfat_rules.planning.telling import Telling
from tests.planning.people import BUSY, KNOWLEDGE, people
from tests.strategies import profiles

FULL = settings.get_profile(settings.get_current_profile_name()).max_examples
SOME = settings(max_examples=max(FULL // 4, 5))
DIRECT = Reasoner(KNOWLEDGE, "direct")
FACTS = KNOWLEDGE.facts
PROBLEMS = KNOWLEDGE.once(Problems.of)
WELCOME = frozenset(id for id, each in KNOWLEDGE.findings.items() if each.welcome)
ADULT: dict[str, Any] = {"age": 30, "conditions": [], "medications": [], "symptoms": []}


def person_of(facts: Facts) -> Telling:
    """What the plan for some facts is made from."""
    return DIRECT.telling(facts)


def done_condition(id: str, person: Person) -> Expression | None:
    """What has to become so for a recommendation to go away."""
    end = person.end_of(id)
    return None if end is None else end.condition


def advised(person: Person) -> list[str]:
    """The recommendations that are called for, whether screening withholds them or not."""
    return sorted(person.derivation.fired & KNOWLEDGE.recommendations.keys())


everybody = st.one_of(profiles(), people().map(lambda told: Profile(**told)))


@SOME
@given(everybody)
def test_doing_it_ends_the_advice(profile: Profile) -> None:
    """The smallest changes that make the condition true leave the recommendation silent.

    Only a weight can be out of reach: no answer is low enough for somebody below a metre.
    """
    person = person_of(profile.known())
    known = person.derivation.facts
    for id in advised(person):
        condition = done_condition(id, person)
        if condition is None:
            continue
        assert evaluate(condition, person.derivation.known) is not True
        found = least_changes(PROBLEMS, known, condition, True, limit=2)
        assert found or "bmi" in names_in(condition)
        for change in found:
            assert all(FACTS[each.fact].changeable for each in change.changes)
            assert id not in DIRECT.derive(change.applied(known)).fired


@SOME
@given(everybody)
def test_any_way_of_doing_it_ends_the_advice(profile: Profile) -> None:
    """So does a far step: any values of what it is about that make the condition true.

    A limit that is computed, as from body weight, only says how far to go: who weighs more in order
    to need less has not done it.
    """
    person = person_of(profile.known())
    known = person.derivation.facts
    for id in advised(person):
        condition = done_condition(id, person)
        if condition is None:
            continue
        problem = PROBLEMS[condition]
        about = aimed_at(condition, KNOWLEDGE)
        moved = {name for name in about if FACTS[name].changeable}
        fixed = {name: value for name, value in known.items() if name not in moved}
        answer = find(problem, fixed, TRUE, free=moved & known.keys())
        assert answer.completion is not None or "bmi" in names_in(condition)
        after = {**known, **(answer.completion or {})}
        assert (id in DIRECT.derive(after).fired) is (answer.completion is None)


@SOME
@given(everybody)
def test_going_further_never_undoes_an_end(profile: Profile) -> None:
    """Whoever does more than was asked, up to the last value that can be told, is done too."""
    person = person_of(profile.known())
    known = person.derivation.facts
    for id in advised(person):
        condition = done_condition(id, person)
        if condition is None:
            continue
        for change in least_changes(PROBLEMS, known, condition, True, limit=1):
            after = change.applied(known)
            assert id not in DIRECT.derive(further(change, after)).fired


def further(change: LeastChange, after: Facts) -> Facts:
    """Each number that was moved, at the last value on the side to which it was moved.

    But for body weight, of which neither more nor less is always better.
    """
    ends: dict[str, Value] = {}
    for each in change.changes:
        fact = FACTS[each.fact]
        if fact.type.kind == "number" and each.fact != "weight_kg" and each.before is not None:
            up = each.after > each.before  # type: ignore[operator]  # numbers, by their kind
            ends[each.fact] = fact.high if up else fact.low
    return {**after, **ends}


@SOME
@given(everybody)
def test_only_what_nothing_can_end_has_no_end(profile: Profile) -> None:
    """Without a condition no change ends it, but what is blocked, or a step backwards."""
    person = person_of(profile.known())
    known = person.derivation.facts
    for id in advised(person):
        if done_condition(id, person) is not None:
            continue
        for change in least_changes(PROBLEMS, known, id, False):
            taken_up = {
                word
                for each in change.changes
                if isinstance(each.after, frozenset)
                for word in each.after
            }
            blocked = [
                word
                for word in taken_up & KNOWLEDGE.exercises.keys()
                if person.screened.closes(word)
            ]
            kept = {*person.not_raised, *KNOWLEDGE.policy.not_lowered}
            wrong_way = [each.fact for each in change.changes if each.fact in kept]
            after = DIRECT.derive(change.applied(known))
            problems = after.severity.keys() - person.derivation.severity.keys()
            lost = [
                each
                for each in WELCOME
                if person.derivation.findings.get(each) and not after.findings.get(each)
            ]
            assert blocked or wrong_way or problems or lost


@given(everybody)
def test_whatever_can_be_said_is_said(profile: Profile) -> None:
    """Advice with an end has it in words, unless a block hides a number that it hangs on."""
    plan = recommend(profile, engine="direct")
    person = person_of(profile.known())
    hidden = person.derivation.known.keys() - person.shown
    for each in plan.all_ways:
        condition = done_condition(each.id, person)
        if condition is None:
            authored = KNOWLEDGE.recommendations[each.id].done_when
            assert each.done_when is None or authored is not None
        elif each.done_when is None:
            assert hidden & set(PROBLEMS[condition].facts)
        if each.done_when is not None:
            assert each.done_when.startswith("When ")
            assert each.done_when.endswith(".")
            assert "_" not in each.done_when


@pytest.mark.parametrize(
    ("told", "id", "text"),
    [
        ({"sleep_hours": 5.5}, "sleep-longer", "When sleep is at least 7 h."),
        (
            {
                **ADULT,
                "weight_kg": 61,
                "height_cm": 165,
                "strength_sessions_per_week": 3,
                "protein_g_per_day": 40,
            },
            "protein-target",
            "When the helpings named here have been in your days for two weeks.",
        ),
        (
            {"strength_sessions_per_week": 2, "back_regions_trained": ["mid"]},
            "cover-all-back-regions",
            "When the number of trained back regions is at least 3.",
        ),
        (  # and not: or you do not work at a desk, for circumstances are not given up
            {"desk_job": True, "sitting_hours_per_day": 9},
            "stand-and-walk-at-work",
            "When sitting is below 8 h.",
        ),
        (  # and not: or cardio sessions are below 1 per week, while there is something to take up
            # Active enough, as otherwise start-strength-training stands in its place.
            {
                "cardio_sessions_per_week": 3,
                "strength_sessions_per_week": 0,
                "moderate_minutes_per_week": 200,
                "conditions": [],
            },
            "balance-cardio-with-strength",
            "When strength sessions are at least 1 per week.",
        ),
    ],
)
def test_an_end_in_words(told: dict[str, Any], id: str, text: str) -> None:
    """The end is said in the person's own numbers, rounded so that reaching them is enough."""
    assert recommend(told)[id].done_when == text


HEART: dict[str, Any] = {
    **ADULT,
    "age": 60,
    "conditions": ["heart_disease"],
    "pain_sites": [],
    "medical_clearance": True,
    "conditions_controlled": True,
    "moderate_minutes_per_week": 120,
    "vigorous_minutes_per_week": 0,
    "weeks_trained_of_last_8": 8,
    "strength_sessions_per_week": 1,
    "steps_per_day": 9000,
}


@pytest.mark.parametrize(
    ("told", "id"),
    [
        (HEART, "moderate-minutes-as-cleared"),
        (HEART, "light-strength-as-cleared"),
        (HEART | {"moderate_minutes_per_week": 400}, "keep-agreed-training"),
        (
            {**ADULT, "weight_kg": 60, "height_cm": 180, "goals": ["muscle_gain"], "sex": "male"},
            "small-surplus",
        ),
        ({**ADULT, "wants_trainer": True, "experience": "advanced"}, "session-with-a-coach"),
    ],
)
def test_nobody_is_done_by_doing_less(told: dict[str, Any], id: str) -> None:
    """Advice to whoever trains, has room to gain or wants help never ends by losing that."""
    person = person_of(Profile(**told).known())
    assert id in advised(person)
    condition = done_condition(id, person)
    if condition is not None:
        named = names_in(condition)
        assert {"wants_trainer", "bmi"}.isdisjoint(named)
        for change in least_changes(PROBLEMS, person.derivation.facts, condition, True, limit=1):
            assert all(each.after > each.before for each in change.changes)  # type: ignore[operator]


def test_what_is_not_known_is_no_part_of_an_end() -> None:
    """Somebody whose target for protein is not known is not asked to reach it."""
    person = person_of({"protein_g_per_day": 2.9})
    condition = done_condition("protein-target", person)
    assert condition is not None
    assert least_changes(PROBLEMS, {"protein_g_per_day": 2.9}, condition, True)


def test_a_blocked_exercise_is_no_end() -> None:
    """Nobody with a hernia is told to take up planks so that advice on core work goes away."""
    told = {**BUSY, "current_exercises": ["band_row"], "strength_sessions_per_week": 2}
    told |= {"stress_level": 3, "sleep_hours": 7.5}
    free = done_condition(
        "core-basics", person_of(Profile(**{**told, "pain_sites": set()}).known())
    )
    careful = recommend({**told, "conditions": ["hernia"]})
    assert free is not None
    assert "plank" in str(free)
    assert "plank" not in str([each.done_when for each in careful.recommendations])


@pytest.mark.parametrize("careful", [{"age": 15}, {"conditions": ["eating_disorder"]}])
def test_a_hidden_number_is_in_no_end(careful: dict[str, Any]) -> None:
    """A minor, or somebody with an eating disorder, reads no calories there either."""
    told = {**ADULT, "crash_dieting": True, "calorie_balance_kcal": -900, "sleep_hours": 8}
    person = person_of(Profile(**{**told, **careful}).known())
    condition = done_condition("stop-crash-dieting", person)
    assert condition is not None
    assert done_when(condition, person) is None


def test_where_one_limit_is_hidden_no_easier_one_is_named() -> None:
    """Beside a target that is hidden, the least amount would read as if it were enough."""
    told = {**ADULT, "weight_kg": 70, "height_cm": 170, "goals": {"fat_loss"}, "pregnant": True}
    person = person_of(Profile(**told, protein_g_per_day=40).known())
    condition = done_condition("protein-target", person)
    assert condition is not None
    assert done_when(condition, person) is None


@pytest.mark.parametrize(
    ("told", "id", "text"),
    [
        (
            dict(KNOWLEDGE.scenarios["obese-and-otherwise-healthy"].facts),
            "slight-deficit",
            "When you weigh about 93 kg, a twentieth less than now.",
        ),
        ({"appearance_concern": True}, "goals-your-body-can-do", "When a goal of what your body"),
    ],
)
def test_an_end_that_is_far_away_has_a_first_one(told: dict[str, Any], id: str, text: str) -> None:
    """An author says what to aim for first, and nobody is told to stop worrying."""
    ended = recommend({**told, "sleep_hours": 6})[id].done_when
    assert ended is not None
    assert ended.startswith(text)
