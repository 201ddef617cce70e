"""The outlook of a plan, held against the plans that answering the rest can lead to."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from backfat_rules import Interview, Plan, Profile, recommend
from backfat_rules.language import Facts
from backfat_rules.planning import Reasoner
from tests.planning.people import BUSY, KNOWLEDGE, people
from tests.strategies import answers, profiles

FULL = settings.get_profile(settings.get_current_profile_name()).max_examples
SOME = settings(max_examples=max(FULL // 2, 5))
COMPLETIONS = 5
DIRECT = Reasoner(KNOWLEDGE, "direct")
RECOMMENDATIONS = set(KNOWLEDGE.recommendations)
NO: dict[str, Any] = {
    name: False if fact.type.kind == "truth" else frozenset[str]()
    for name, fact in KNOWLEDGE.facts.items()
    if fact.area == "health" and fact.type.kind in ("truth", "set")
}


def planned(facts: Facts) -> Plan:
    """The plan for some facts, made without the cost of the other engine."""
    return DIRECT.plan(facts, Plan).explained_by(DIRECT)


def offered(facts: Facts) -> frozenset[str]:
    """What a plan gives where nothing is unanswered."""
    return planned(facts).advised


def completions(told: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """The same answers with all the missing ones; most of them harmless, so that a plan is left."""
    missing = set(KNOWLEDGE.facts) - told.keys()
    drawn = {name: answers(KNOWLEDGE.facts[name]) for name in missing}
    anything = st.fixed_dictionaries(drawn)
    denied = {name: st.just(answer) for name, answer in NO.items() if name in missing}
    harmless = st.fixed_dictionaries({**drawn, **denied})
    return st.one_of(harmless, harmless, anything).map(lambda rest: {**told, **rest})


@given(st.one_of(profiles(), people().map(lambda told: Profile(**told))))
def test_every_recommendation_is_in_one_part(profile: Profile) -> None:
    """Certain, possible and ruled out share all recommendations; settled is: none is possible."""
    outlook = planned(profile.known()).outlook
    parts = (outlook.certain, outlook.possible, outlook.ruled_out)
    assert sorted(id for part in parts for id in part) == sorted(RECOMMENDATIONS)
    assert outlook.settled is (not outlook.possible)


@SOME
@given(people(), st.data())
def test_every_completion_keeps_to_the_outlook(told: dict[str, Any], data: st.DataObject) -> None:
    """Whatever is answered further, what is certain is offered and what is ruled out never is."""
    known = Profile(**told).known()
    outlook = planned(known).outlook
    certain, ruled_out = set(outlook.certain), set(outlook.ruled_out)
    for _ in range(COMPLETIONS):
        complete = Profile(**data.draw(completions(told))).known()
        found = offered(complete)
        assert certain <= found
        assert ruled_out.isdisjoint(found)


@SOME
@given(people(), st.data())
def test_every_answer_narrows_the_outlook(told: dict[str, Any], data: st.DataObject) -> None:
    """What was certain or ruled out stays so with further answers."""
    more = data.draw(completions(told))
    added = data.draw(st.frozensets(st.sampled_from(sorted(more)), max_size=20))
    before = planned(Profile(**told).known()).outlook
    after = planned(
        Profile(**told, **{name: more[name] for name in added - told.keys()}).known()
    ).outlook
    assert set(before.certain) <= set(after.certain)
    assert set(before.ruled_out) <= set(after.ruled_out)
    assert set(after.possible) <= set(before.possible)


@SOME
@given(completions({}))
def test_who_answered_everything_is_settled(told: dict[str, Any]) -> None:
    """With all facts known nothing is only possible, and the plan offers what is certain."""
    known = Profile(**told).known()
    plan = planned(known)
    outlook = plan.outlook
    assert outlook.settled
    assert set(outlook.certain) == offered(known)


@SOME
@given(people())
def test_the_plan_lies_between_certain_and_possible(told: dict[str, Any]) -> None:
    """Nothing that is ruled out is in the plan; what is certain is in it unless it waits."""
    known = Profile(**told).known()
    plan = planned(known)
    outlook = plan.outlook
    given_ids = plan.advised
    assert given_ids.isdisjoint(outlook.ruled_out)
    assert set(outlook.certain) <= given_ids | {each.id for each in plan.withheld}


def test_an_emergency_settles_everything() -> None:
    """No answer brings a plan back while the red flag stands."""
    outlook = recommend({**BUSY, "symptoms": ["chest_pain"]}).outlook
    assert outlook.settled
    assert set(outlook.ruled_out) == RECOMMENDATIONS


def test_nobody_knows_anything_yet() -> None:
    """Before the first answer nothing is certain and almost everything possible."""
    outlook = recommend(Profile()).outlook
    assert outlook.certain == ()
    assert outlook.ruled_out == ()


def test_an_interview_ends_with_the_outlook() -> None:
    """Once an emergency has settled everything, an interview asks no more."""
    interview = Interview().answer("symptoms", ["chest_pain"])
    assert interview.plan().outlook.settled
    assert interview.question is None
