"""Plans answer each need once, begin with what brought the person, and say a reason once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from backfat_rules import Decision, Plan
from backfat_rules.planning.places import facts_behind
from tests.planning.people import DIRECT, KNOWLEDGE, people, plan_of

HEALTHY: dict[str, Any] = {
    "age": 38,
    "sex": "female",
    "conditions": [],
    "medications": [],
    "symptoms": [],
    "pain_sites": [],
    "pregnant": False,
    "suicidal_thoughts": False,
}
RULES = KNOWLEDGE.recommendations
UNTRAINED = HEALTHY | {
    "strength_sessions_per_week": 0,
    "moderate_minutes_per_week": 60,
    "vigorous_minutes_per_week": 0,
}


@given(people())
def test_a_need_is_answered_once(told: dict[str, Any]) -> None:
    """No two recommendations are ways to one need, and its best way leads."""
    plan = plan_of(told)
    needs = [each.need for each in plan if each.need is not None]
    assert len(needs) == len(set(needs))
    for each in plan:
        assert all(KNOWLEDGE.recommendations[way.id].need == each.need for way in each.ways)
        ranked = [(-each.priority, each.id), *((-way.priority, way.id) for way in each.ways)]
        assert ranked == sorted(ranked)


@given(people())
def test_every_way_finds_its_need(told: dict[str, Any]) -> None:
    """The ids of open ways and of the need find the recommendation, that of a closed one not."""
    plan, decision = plan_of(told), DIRECT.decide(told)
    for each in plan:
        for id in each.ids:
            assert plan[id] is each
            assert id in plan
            assert decision[id].id == each.id
    held = {each.id for each in plan.withheld}
    assert not any(id in plan for id in held)
    assert {each.under for each in plan.withheld} <= {None, *held, *(each.id for each in plan)}


def test_ways_are_explained_by_their_ids() -> None:
    """Why, why not and the least change are asked of a way, or of the need itself."""
    plan = DIRECT.recommend(HEALTHY | {"sitting_hours_per_day": 10, "desk_job": True})
    assert plan["less-sitting"].id == "swap-sitting-for-moving"
    assert [way.id for way in plan[0].ways] == ["break-up-sitting", "stand-and-walk-at-work"]
    assert plan.why("break-up-sitting").id == "break-up-sitting"
    assert plan.why("less-sitting") == plan.why("swap-sitting-for-moving")
    assert plan.why_not("break-up-sitting").in_plan
    assert plan.why_not("less-stress").in_plan is False
    (clears, *_) = plan.least_change(clear="less-sitting")
    assert clears.facts.keys() == {"sitting_hours_per_day"}


@given(people())
def test_a_reason_is_said_in_full_once(told: dict[str, Any]) -> None:
    """Each sentence of a reason stands with the first recommendation; the others refer to it."""
    first: dict[tuple[str, str], str] = {}
    for each in plan_of(told):
        for reason in each.reasons:
            assert reason.said_with == first.get((reason.id, reason.text))
            first.setdefault((reason.id, reason.text), each.id)


@given(people())
def test_ways_come_back_out_of_json(told: dict[str, Any]) -> None:
    """A stored plan and a stored decision keep the ways to each need."""
    plan, decision = plan_of(told), DIRECT.decide(told)
    assert Plan.model_validate_json(plan.model_dump_json()) == plan
    assert Decision.model_validate_json(decision.model_dump_json()) == decision


DESK = HEALTHY | {
    "pain_sites": ["neck"],
    "desk_job": True,
    "ergonomic_workstation": False,
    "sitting_hours_per_day": 9,
    "strength_sessions_per_week": 0,
    "posture": ["forward_head"],
}


@pytest.mark.parametrize(
    ("told", "first"),
    [
        (DESK | {"complaint": ["neck"]}, "set-up-workplace"),
        (DESK | {"complaint": ["neck"], "goals": ["posture"]}, "set-up-workplace"),
        (DESK | {"complaint": ["fitness"]}, "start-strength-training"),
        (UNTRAINED | {"sleep_hours": 5}, "sleep-longer"),
        (UNTRAINED | {"sleep_hours": 5.5, "complaint": ["sleep"]}, "sleep-longer"),
        (UNTRAINED | {"sleep_hours": 5.5, "complaint": ["fitness"]}, "start-strength-training"),
        (UNTRAINED | {"stress_level": 8, "complaint": ["stress"]}, "train-against-stress"),
        (
            UNTRAINED | {"processed_servings_per_day": 5, "complaint": ["eating"]},
            "cut-processed-food",
        ),
        (UNTRAINED | {"weeks_postpartum": 10, "sleep_hours": 5.5}, "check-up-after-birth"),
        (UNTRAINED | {"weeks_postpartum": 10}, "check-up-after-birth"),
    ],
)
def test_a_plan_begins_with_what_brought_the_person(told: dict[str, Any], first: str) -> None:
    """The desk for a neck at a wrong desk, sleep for short nights, strength for who wants that."""
    plan = plan_of(told)
    assert plan[0].id == first
    assert plan.first_steps[0].recommendation == first


@pytest.mark.parametrize("word", KNOWLEDGE.facts["complaint"].words)
@given(told=people("complaint"))
def test_what_brought_somebody_changes_no_safety(word: str, told: dict[str, Any]) -> None:
    """A complaint orders advice, and may call for some of its own; it opens and closes nothing."""
    without, having = plan_of(told), plan_of({**told, "complaint": [word]})
    assert without.gate == having.gate
    closed = [
        {each.id for each in plan.withheld if each.kind != "rival"} for plan in (without, having)
    ]
    rivals = [
        {each.id for each in plan.withheld if each.kind == "rival"} for plan in (without, having)
    ]
    before = closed[0] | without.advised | rivals[0]
    after = closed[1] | having.advised | rivals[1]
    assert before <= after
    assert closed[0].isdisjoint(having.advised)
    called = {id for id in after - before if id in KNOWLEDGE.recommendations}
    own = {id for id in called if "complaint" in facts_behind(RULES[id], KNOWLEDGE)}
    assert called == own
    offered = {move for id in own for move in RULES[id].exercises}
    assert after - before - called <= offered


def test_nobody_begins_with_what_serves_withheld_training() -> None:
    """While training waits for a doctor, letting somebody watch one's form is no first step."""
    told = {"age": 60, "conditions": ["heart_disease"], "experience": "none", "wants_trainer": True}
    plan = plan_of(told)
    assert "session-with-a-coach" not in [step.recommendation for step in plan.first_steps]


def test_what_is_superseded_is_told_apart_from_what_is_closed() -> None:
    """A twin that stands back is no ban, and what waits for an answer says so."""
    plan = plan_of(UNTRAINED)
    twin = next(each for each in plan.withheld if each.id == "add-strength-day")
    assert (twin.kind, twin.under) == ("rival", "start-strength-training")
    held = plan_of(UNTRAINED | {"weeks_postpartum": 10})
    banned = [each for each in held.withheld if each.kind == "block" and not each.unanswered]
    assert banned
    told = {"conditions": ["heart_disease"], "age": 60, "strength_sessions_per_week": 0}
    waiting = plan_of(told)
    assert all(each.kind != "rival" or not each.unanswered for each in waiting.withheld)
    assert any(each.unanswered for each in waiting.withheld)


def test_with_low_motivation_the_rest_is_kept_for_later() -> None:
    """One small step and two more things now; nothing is lost."""
    told = UNTRAINED | {"motivation": "low", "sleep_hours": 5, "sugary_drinks_per_day": 3}
    plan = plan_of(told)
    now = [each.id for each in plan if each.id not in plan.later]
    assert plan.first_steps[0].recommendation == "start-with-one-small-step"
    assert {step.recommendation for step in plan.first_steps} == {*now}
    assert plan.later
    assert len(now) == 3
    assert plan_of({**told, "motivation": "high"}).later == ()
