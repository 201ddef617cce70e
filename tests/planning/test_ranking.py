"""Plans in general: everybody gets one, whatever the engine; ranked, and with a place to begin."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings

from backfat_rules import Plan, Profile, Recommendation
from backfat_rules.decision import Person, rulebook_of
from backfat_rules.inference import Program, make_engine
from tests.planning.people import DIRECT, EXPERTA, KNOWLEDGE, MANY, people, plan_of
from tests.strategies import profiles

RULES = rulebook_of(KNOWLEDGE).candidates
NEARLY = {"age": 40, "sugary_drinks_per_day": 3, "fibre_g_per_day": 10}


def person_of(told: dict[str, Any]) -> Person:
    """A person with some answers, decided by the shipped rules."""
    derivation = make_engine("direct", Program.of(KNOWLEDGE)).derive(Profile(**told).known())
    return Person(derivation, KNOWLEDGE)


@settings(max_examples=MANY)
@given(profiles())
def test_both_engines_give_equal_plans(profile: Profile) -> None:
    """Whatever somebody answers, there is a plan, and it does not depend on the engine."""
    assert EXPERTA.recommend(profile) == DIRECT.recommend(profile)


@given(people())
def test_plans_survive_json(told: dict[str, Any]) -> None:
    """A plan that an app stored as JSON comes back equal, whoever it is for."""
    plan = plan_of(told)
    assert Plan.model_validate_json(plan.model_dump_json()) == plan


@given(people())
def test_the_ranking_leaves_no_ties(told: dict[str, Any]) -> None:
    """Recommendations stand by priority, and by id where priorities are equal."""
    ranked = [(-each.priority, each.id) for each in plan_of(told).recommendations]
    assert ranked == sorted(set(ranked))


@given(people())
def test_a_priority_is_the_sum_of_its_parts(told: dict[str, Any]) -> None:
    """The number that ranks can be computed again from the parts that the plan shows."""
    weights = KNOWLEDGE.policy.weights
    for each in plan_of(told).all_ways:
        parts = each.priority_parts
        shares = [
            weights.impact * parts.impact,
            weights.severity * parts.severity,
            weights.evidence * parts.evidence,
            weights.goals * parts.goals,
        ]
        whole = sum(shares)
        assert (parts.complaint is None) == (not told.get("complaint"))
        if parts.complaint is not None:
            whole += weights.complaint * (parts.complaint - whole)
        assert each.priority == round(100 * whole, 1)
        assert 0 <= each.priority <= 100


@given(people())
def test_first_steps_are_few_and_follow_priority(told: dict[str, Any]) -> None:
    """At most three changes to begin with; nothing that matters clearly more is passed over.

    But for what serves a purpose that is withheld, for what is nearly met, and for whoever can
    hardly begin.
    """
    assume(told.get("motivation") != "low")
    plan = plan_of(told)
    steps, advised = plan.first_steps, plan.recommendations

    screened = person_of(told).screened
    served = [
        each
        for each in advised
        if not any(map(screened.closes_tag, KNOWLEDGE.recommendations[each.id].purpose))
    ]
    far = [each for each in served if not _nearly_met(each)]
    served = far or served[:1]
    assert len(steps) == min(3, len(served))
    chosen = [each for each in served if each.id in {step.recommendation for step in steps}]
    assert [each.id for each in chosen] == [step.recommendation for step in steps]
    passed = [each.priority for each in served if each not in chosen]
    for each in chosen if passed else ():
        assert each.priority >= max(passed) - KNOWLEDGE.policy.spread_within


def _nearly_met(advice: Recommendation) -> bool:
    """Whether it is near its target, and neither protects nor tends to something wrong."""
    near = advice.priority_parts.severity < KNOWLEDGE.policy.nearly_met
    rule = RULES[advice.id]
    return near and not rule.protects and not rule.rule.treats


@pytest.mark.parametrize(("minutes", "first"), [(51, False), (48, True), (0, True)])
def test_what_is_nearly_met_is_no_first_step(minutes: int, first: bool) -> None:
    """Nine minutes to the hour without screens wait behind what lacks more."""
    plan = plan_of({**NEARLY, "screen_free_minutes_before_bed": minutes})
    steps = [step.recommendation for step in plan.first_steps]
    assert "screens-off-before-bed" in plan.advised
    assert ("screens-off-before-bed" in steps) == first


def test_what_is_nearly_met_alone_is_where_one_begins() -> None:
    """Where nothing else is to be done, the last nine minutes are a step."""
    plan = plan_of({"age": 40, "screen_free_minutes_before_bed": 51})
    assert [step.recommendation for step in plan.first_steps] == ["screens-off-before-bed"]


@given(people())
def test_only_who_can_hardly_begin_puts_off(told: dict[str, Any]) -> None:
    """With low motivation one small step comes first, and all but three things wait."""
    assert plan_of({**told, "motivation": "high"}).later == ()
    plan = plan_of({**told, "motivation": "low"})
    first = [step.recommendation for step in plan.first_steps]
    assert len(first) <= 3
    assert {*plan.later} == {each.id for each in plan} - {*first}
    small = next((each for each in plan if "start-with-one-small-step" in each.ids), None)
    if small is not None:
        assert first[0] == small.id
    guarding = [each.id for each in plan if any(RULES[id].protects for id in each.ids[:1])]
    assert {*guarding} <= {*first} or len({*guarding} & {*first}) >= 2


@given(people())
def test_advice_that_excludes_other_advice_stands_alone(told: dict[str, Any]) -> None:
    """Of two recommendations that must not be combined, the plan keeps one and says which."""
    plan = plan_of(told)
    given_ids = plan.advised
    for id in given_ids:
        assert given_ids.isdisjoint(KNOWLEDGE.recommendations[id].not_with)
    for each in plan.withheld:
        assert each.because in given_ids | KNOWLEDGE.screening.keys()


def test_a_screening_rule_may_be_called_like_a_fact() -> None:
    """The fact ``breastfeeding`` gives reasons; the screening rule of the same name is none."""
    assert "breastfeeding" in KNOWLEDGE.screening.keys() & KNOWLEDGE.facts.keys()
    plan = plan_of({"breastfeeding": True, "sex": "female", "age": 30, "water_l_per_day": 0.5})
    reasons = {reason.id for each in plan.recommendations for reason in each.reasons}
    assert reasons
    assert reasons <= KNOWLEDGE.findings.keys()
