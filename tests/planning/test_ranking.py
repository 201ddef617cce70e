"""Plans in general: everybody gets one, whatever the engine; ranked, and with a place to begin."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from backfat_rules import Plan, Profile
from tests.planning.people import DIRECT, EXPERTA, KNOWLEDGE, MANY, people, plan_of
from tests.strategies import profiles


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
    for each in plan_of(told).recommendations:
        parts = each.priority_parts
        shares = [
            weights.impact * parts.impact,
            weights.severity * parts.severity,
            weights.evidence * parts.evidence,
            weights.goals * parts.goals,
        ]
        assert each.priority == round(100 * sum(shares), 1)
        assert 0 <= each.priority <= 100


@given(people())
def test_first_steps_are_few_and_spread(told: dict[str, Any]) -> None:
    """At most three changes to begin with, from as many areas as there is advice in."""
    plan = plan_of(told)
    steps, advised = plan.first_steps, plan.recommendations

    assert len(steps) == min(3, len(advised))
    assert len({step.recommendation for step in steps}) == len(steps)
    assert {step.recommendation for step in steps} <= {each.id for each in advised}
    areas = {each.area for each in advised}
    assert len({step.area for step in steps}) == min(3, len(areas))
    assert not advised or advised[0].id in {step.recommendation for step in steps}


@given(people())
def test_advice_that_excludes_other_advice_stands_alone(told: dict[str, Any]) -> None:
    """Of two recommendations that must not be combined, the plan keeps one and says which."""
    plan = plan_of(told)
    given_ids = {each.id for each in plan.recommendations}
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
