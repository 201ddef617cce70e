"""The least that has to change: each way does what it says, and nothing in it can be left out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backfat_rules import BackfatRulesError, Plan, Profile, recommend
from backfat_rules.decision.end_tree import Ends
from backfat_rules.explain.least import Way
from backfat_rules.language import Value
from backfat_rules.planning import Reasoner
from tests.planning.people import BUSY, KNOWLEDGE, people

FULL = settings.get_profile(settings.get_current_profile_name()).max_examples
SOME = settings(max_examples=max(FULL // 2, 5))
DIRECT = Reasoner(KNOWLEDGE, "direct")
FACTS = KNOWLEDGE.facts
RECOMMENDATIONS = sorted(KNOWLEDGE.recommendations)
WITHOUT_PLAN = {"urgent", "emergency"}
ADULT: dict[str, Any] = {"age": 30, "conditions": [], "medications": [], "symptoms": []}


def planned(told: dict[str, Any]) -> Plan:
    """The plan for some answers, made without the cost of the other engine."""
    return DIRECT.plan(Profile(**told).known(), Plan).explained_by(DIRECT)


def after(plan: Plan, facts: dict[str, Any]) -> frozenset[str]:
    """The ids recommended with some facts changed, as ``what_if`` tells the difference."""
    change = plan.what_if(**facts)
    before = plan.advised
    return before - {each.id for each in change.removed} | {each.id for each in change.added}


def screening(facts: dict[str, Value]) -> set[str]:
    """The screening rules that fire, but for mere remarks."""
    fired = DIRECT.telling(facts).screened.fired
    return {each.rule.id for each in fired if each.rule.gate != "proceed"}


def check(plan: Plan, id: str, ways: tuple[Way, ...], *, gain: bool) -> None:
    """Everything that holds of the ways to bring a recommendation or to clear it."""
    if (id in plan) is gain:
        assert [way.text for way in ways] == ["nothing has to change"]
    else:
        assert all(way.changes for way in ways)
    sizes = [(len(way.changes), way.steps) for way in ways]
    assert sizes == sorted(sizes)
    touched = [set(way.facts) for way in ways]
    assert not any(one < other for one in touched for other in touched)
    for way in ways:
        assert (id in after(plan, way.facts)) is gain
        assert way.steps == sum(each.steps for each in way.changes)
        for each in way.changes:
            assert FACTS[each.fact].changeable
            assert each.before == plan.facts.get(each.fact) != each.after
            assert FACTS[each.fact].label in way.text
            rest = {name: value for name, value in way.facts.items() if name != each.fact}
            assert (id in after(plan, rest)) is not gain


@SOME
@given(people(), st.data())
def test_ways_that_clear_do_so(told: dict[str, Any], data: st.DataObject) -> None:
    """Each way clears the advice, needs all its changes, and leads to no new alarm."""
    plan = planned(told)
    given_ids = [each.id for each in plan.all_ways]
    id = data.draw(st.sampled_from(given_ids or RECOMMENDATIONS))
    ways = plan.least_change(clear=id)
    check(plan, id, ways, gain=False)
    known = DIRECT.facts_of(plan)
    for way in ways:
        changed = Profile.model_validate({**known, **way.facts}).known()
        assert screening(dict(changed)) <= screening(known)


@SOME
@given(people(), st.sampled_from(RECOMMENDATIONS))
def test_ways_that_bring_do_so(told: dict[str, Any], id: str) -> None:
    """Each way brings the advice into the plan and needs all its changes."""
    plan = planned(told)
    ways = plan.least_change(gain=id)
    check(plan, id, ways, gain=True)
    known = DIRECT.facts_of(plan)
    for way in ways:
        changed = Profile.model_validate({**known, **way.facts}).known()
        new = screening(dict(changed)) - screening(known)
        assert all(KNOWLEDGE.screening[rule].gate == "modify" for rule in new)


def problems(facts: dict[str, Any]) -> set[str]:
    """The findings that are a matter of degree and hold."""
    return set(DIRECT.derive(facts).severity) & KNOWLEDGE.once(Ends).problems


@SOME
@given(people(), st.data())
def test_no_way_that_clears_brings_a_problem(told: dict[str, Any], data: st.DataObject) -> None:
    """Nobody is told to get rid of advice by way of another problem."""
    plan = planned(told)
    known = DIRECT.facts_of(plan)
    id = data.draw(st.sampled_from([each.id for each in plan.all_ways] or RECOMMENDATIONS))
    for way in plan.least_change(clear=id):
        changed = Profile.model_validate({**known, **way.facts}).known()
        assert problems(dict(changed)) <= problems(known)


def test_no_way_leads_into_a_contradiction() -> None:
    """Advice is not cleared by answers of which a plan then asks which one is right."""
    told = {"strength_sessions_per_week": 0, "back_sessions_per_week": 0}
    assert recommend({**told, "back_sessions_per_week": 2}).gate == "clarify"
    plan = planned(told)
    assert "train-back-twice-a-week" in plan
    assert plan.least_change(clear="train-back-twice-a-week") == ()


def test_advice_is_not_gained_by_another_problem() -> None:
    """Eating before training is not brought by a crash diet, though that would call for it."""
    plan = planned({"age": 30, "sleep_hours": 8, "trains_fasted": False})
    assert "crash_dieting" not in str(plan.least_change(gain="always-eat-before-training"))


def test_advice_on_a_problem_is_gained_by_that_problem() -> None:
    """What would bring advice on short nights is a short night, with all that follows from it."""
    plan = planned({**ADULT, "sleep_hours": 8})
    assert [way.text for way in plan.least_change(gain="sleep-longer")] == ["sleep: 8 to 6.5 h"]


@SOME
@given(people(), st.sampled_from(RECOMMENDATIONS), st.booleans())
def test_no_way_does_what_screening_forbids(told: dict[str, Any], id: str, gain: bool) -> None:
    """No way takes up a blocked exercise, and none names a number that a block hides."""
    plan = planned(told)
    person = DIRECT.telling(DIRECT.facts_of(plan))
    ways = plan.least_change(gain=id) if gain else plan.least_change(clear=id)
    for each in (change for way in ways for change in way.changes):
        assert each.before is None or each.fact in person.shown
        if isinstance(each.after, tuple):
            told_before = each.before if isinstance(each.before, tuple) else ()
            for word in {*each.after} - {*told_before} & KNOWLEDGE.exercises.keys():
                assert not person.screened.closes(word)


@given(people(), st.sampled_from(sorted(KNOWLEDGE.findings)), st.booleans())
def test_ways_for_findings(told: dict[str, Any], id: str, gain: bool) -> None:
    """A finding is brought or cleared in the same manner."""
    plan = planned(told)
    known = DIRECT.facts_of(plan)
    holds = id in DIRECT.derive(known).fired
    ways = plan.least_change(gain=id) if gain else plan.least_change(clear=id)
    if holds is gain:
        assert [way.text for way in ways] == ["nothing has to change"]
    for way in ways:
        changed = Profile.model_validate({**known, **way.facts}).known()
        assert (id in DIRECT.derive(changed).fired) is gain


@SOME
@given(people(), st.integers(1, 4))
def test_fewer_ways_are_the_first_of_more(told: dict[str, Any], limit: int) -> None:
    """A limit cuts the list and changes nothing else."""
    plan = planned(told)
    for each in plan.recommendations[:1]:
        some = plan.least_change(clear=each.id, limit=limit)
        more = plan.least_change(clear=each.id, limit=limit + 2)
        assert len(some) <= limit
        assert some == more[: len(some)]


def test_a_weight_that_is_too_low_is_no_way() -> None:
    """Nobody is told to weigh 37 kg so that what they eat is enough protein."""
    plan = planned({**BUSY, "pain_sites": []})
    assert [way.text for way in plan.least_change(clear="protein-target")] == [
        "daily protein: 45 to 95 g"
    ]


def test_a_blocked_exercise_is_no_way() -> None:
    """With a hernia, core work is taken up with an exercise that suits it, and not with planks."""
    told = {**ADULT, "current_exercises": ["band_row"], "strength_sessions_per_week": 2}
    texts = [
        [way.text for way in planned({**told, "conditions": ill}).least_change(clear="core-basics")]
        for ill in ([], ["hernia"])
    ]
    assert all(texts)
    assert "plank" not in str(texts[1])


def test_a_hidden_number_is_in_no_way() -> None:
    """Somebody with an eating disorder is told of no calories here either."""
    told = {**ADULT, "calorie_balance_kcal": -900, "sleep_hours": 8, "sex": "female"}
    assert planned(told).least_change(clear="stop-crash-dieting")
    plan = planned({**told, "conditions": ["eating_disorder"]})
    assert plan.least_change(clear="stop-crash-dieting") == ()


def test_what_is_withheld_is_clear_already() -> None:
    """Advice that screening takes out of the plan needs no change to be out of it."""
    plan = planned({"age": 15, "weight_kg": 90, "height_cm": 170, "goals": ["fat_loss"]})
    assert "slight-deficit" in {each.id for each in plan.withheld}
    assert [way.facts for way in plan.least_change(clear="slight-deficit")] == [{}]
    assert plan.least_change(gain="slight-deficit") == ()


def test_one_of_the_two_has_to_be_asked() -> None:
    """What to clear or what to gain: exactly one, and something that exists."""
    plan = recommend(Profile(sleep_hours=5))
    with pytest.raises(BackfatRulesError, match="either"):
        plan.least_change()
    with pytest.raises(BackfatRulesError, match="either"):
        plan.least_change(clear="sleep-longer", gain="sleep-longer")
    with pytest.raises(BackfatRulesError, match="sleep-longer"):
        plan.least_change(clear="sleep-longr")


def test_a_target_is_met_and_not_moved() -> None:
    """Nobody is told to weigh less, or to train less, in order to need less protein."""
    heavy = Profile(
        sex="male",
        age=45,
        height_cm=178,
        weight_kg=135,
        protein_g_per_day=80,
        conditions=set(),
        pregnant=False,
        goals={"fat_loss"},
        strength_sessions_per_week=3,
    )
    ways = recommend(heavy).least_change(clear="protein-target")

    assert [set(way.facts) for way in ways] == [{"protein_g_per_day"}]


def test_no_way_asks_for_more_of_what_is_blocked() -> None:
    """With vigorous effort blocked, no way and no end of advice asks for vigorous minutes."""
    told = Profile(
        conditions={"retinopathy"},
        age=50,
        moderate_minutes_per_week=30,
        vigorous_minutes_per_week=0,
    )
    plan = recommend(told)
    advice = plan["reach-weekly-activity"]

    assert advice.done_when is not None
    assert "vigorous activity is" not in advice.done_when
    ways = plan.least_change(clear=advice.id)
    assert ways
    assert all("vigorous_minutes_per_week" not in way.facts for way in ways)


def test_a_range_of_another_fact_hides_no_way() -> None:
    """What a number leaves open that is known only as a range was no problem, and becomes none."""
    plan = planned({"sleep_hours": 5.5, "ranges": {"stress_level": {"at_least": 5, "at_most": 9}}})
    ways = plan.least_change(clear="sleep-longer")
    check(plan, "sleep-longer", ways, gain=False)
    assert [way.text for way in ways] == ["sleep: 5.5 to 7 h"]


def test_a_range_of_the_body_mass_index_hides_no_way() -> None:
    """Height and weight that are known only roughly stand in the way of no other advice."""
    told: dict[str, Any] = {
        "age": 40,
        "sleep_hours": 8,
        "symptoms": [],
        "suicidal_thoughts": False,
        "ranges": {
            "height_cm": {"at_least": 160, "at_most": 165},
            "weight_kg": {"at_least": 60, "at_most": 80},
        },
    }
    plan = planned(told)
    ways = plan.least_change(gain="drink-enough")
    check(plan, "drink-enough", ways, gain=True)
    assert [set(way.facts) for way in ways] == [{"water_l_per_day"}]
    assert "drink-enough" in after(plan, {"water_l_per_day": 0.8})
