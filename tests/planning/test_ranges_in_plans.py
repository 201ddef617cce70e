"""Plans for people who know a number only as a range."""

from __future__ import annotations

import pytest
from hypothesis import given

from backfat_rules import Advisor, Interview, Plan, Profile, ProfileError, recommend
from backfat_rules.exact import Problems, outlook_of
from backfat_rules.knowledge import load_knowledge
from backfat_rules.language import Facts, Range, Value
from tests.profile.test_ranges import ranged

FIVE_TO_SEVEN = {"at_least": 5, "below": 7}
ME = Profile(age=30, ranges={"sleep_hours": FIVE_TO_SEVEN})
KNOWLEDGE = load_knowledge()
PROBLEMS = KNOWLEDGE.once(Problems.of)
ADVISOR = Advisor(engine="direct")


def exact(known: Facts) -> dict[str, Value]:
    """The same person, the least number of each range told exactly."""
    told = dict(known)
    for name, value in known.items():
        if isinstance(value, Range):
            number = value.lowest
            told[name] = int(number) if KNOWLEDGE.facts[name].whole else number
    return told


def test_a_range_below_the_limit_is_enough_for_advice() -> None:
    """Less than seven hours is short sleep, told in these words, with a dose of no number."""
    plan = recommend(ME)
    shown = plan["sleep-longer"]
    assert shown.reasons[0].text == "You sleep 5 to 7 h, which is short at any age."
    assert dict(shown.reasons[0].facts) == {"sleep_hours": {"at_least": 5.0, "below": 7.0}}
    assert shown.priority_parts.severity == KNOWLEDGE.policy.default_severity
    assert shown.dose is not None
    assert not shown.dose.personal
    assert shown.dose.asks == ("sleep_hours",)
    assert "sleep: 5 to 7 h" in str(plan.why("short_sleep"))


@pytest.mark.parametrize(
    ("fact", "told", "says"),
    [
        ("steps_per_day", {"below": 6000}, "You take at most 5,999 steps a day;"),
        ("water_l_per_day", {"below": 1.5}, "You drink less than 1.5 L of water a day;"),
        ("fibre_g_per_day", {"at_least": 5, "below": 20}, "You eat 5 to 20 g of fibre a day;"),
    ],
)
def test_a_range_is_said_as_it_is(fact: str, told: dict[str, float], says: str) -> None:
    """Nobody reads "about less than": a number is rough, and a range says how rough."""
    plan = recommend(Profile(age=30, ranges={fact: told}))
    texts = [reason.text for each in plan for reason in each.reasons]
    assert any(text.startswith(says) for text in texts), texts


def test_a_range_on_both_sides_of_the_limit_is_asked_about() -> None:
    """What a range leaves open is unknown, and its fact is still worth asking for."""
    told = {"age": 30, "conditions": [], "ranges": {"sleep_hours": {"at_least": 6, "at_most": 8}}}
    plan = recommend(told)
    assert "sleep-longer" not in plan
    (cause,) = plan.why_not("sleep-longer").unknown
    assert cause.asks == ("sleep_hours",)
    assert str(cause) == "sleep is below 7 h (sleep 6 to 8 h)"
    assert "sleep-longer" in plan.outlook.possible


def test_a_plan_gives_back_what_it_was_made_from() -> None:
    """A plan's facts make the same plan again, also after JSON."""
    plan = recommend(ME)
    assert plan.facts == {"age": 30, "ranges": {"sleep_hours": {"at_least": 5.0, "below": 7.0}}}
    stored = Plan.model_validate_json(plan.model_dump_json())
    assert stored == plan == recommend(stored.facts) == recommend(ME.known())
    assert stored.model_dump_json() == plan.model_dump_json()
    assert stored.why("short_sleep") == plan.why("short_sleep")


def test_a_change_tells_ranges_like_any_other_answer() -> None:
    """What if and changes since replace a range by a number, a number by a range, or neither."""
    plan = recommend(ME)
    better = plan.what_if(sleep_hours=8)
    assert [str(each) for each in better.facts] == ["sleep_hours: 5 to 7, then 8"]
    assert [each.id for each in better.removed] == ["sleep-longer"]
    assert plan.what_if(ranges={"sleep_hours": {"at_least": 8}}).removed == better.removed
    assert plan.what_if(sleep_hours=None).facts[0].after is None
    assert plan.what_if(stress_level=8).facts[0].fact == "stress_level"
    again = recommend({"sleep_hours": 8}).what_if(ranges={"sleep_hours": FIVE_TO_SEVEN})
    assert again.facts[0].before == 8
    assert plan.changes_since(recommend({"age": 30})).facts[0].after == {
        "at_least": 5.0,
        "below": 7.0,
    }


def test_the_least_change_starts_from_the_range() -> None:
    """The way to the goal is told from what is known."""
    (way,) = recommend(ME).least_change(clear="sleep-longer")
    assert way.text == "sleep: 5 to 7, then 7 h"
    assert way.changes[0].before == {"at_least": 5.0, "below": 7.0}
    assert "sleep-longer" not in recommend({**ME.known(), **way.facts})


def test_an_interview_takes_ranges() -> None:
    """A range is an answer; a number corrects it, and "I don't know" leaves what is known."""
    interview = Interview().answer("age", 30).answer("sleep_hours", FIVE_TO_SEVEN)
    assert interview == Interview().answer("age", 30).answer("sleep_hours", Range(**FIVE_TO_SEVEN))
    assert Interview.model_validate_json(interview.model_dump_json()) == interview
    assert interview.plan().facts == recommend(ME).facts == recommend(interview.answers).facts
    assert interview.answer("sleep_hours", 8).answers == {"age": 30, "sleep_hours": 8}
    unsure = interview.dont_know("sleep_hours")
    assert unsure.answers == interview.answers
    assert unsure.not_known == ("sleep_hours",)
    stored = Interview(answers={"age": 30, "ranges": {"sleep_hours": FIVE_TO_SEVEN}})
    assert stored.plan() == interview.plan()
    assert stored.answer("sleep_hours", 8) == interview.answer("sleep_hours", 8)
    assert stored.dont_know("sleep_hours").plan() == interview.plan()
    with pytest.raises(ProfileError, match="outside 0 to 24 h"):
        interview.answer("sleep_hours", {"below": 30})


@given(ranged())
def test_what_a_range_decides_every_number_in_it_decides_alike(profile: Profile) -> None:
    """On the shipped base advice and findings of a range are those of a number inside."""
    wide = ADVISOR.recommend(profile)
    narrow = ADVISOR.recommend(exact(profile.known()))
    given_or_out = narrow.advised
    given_or_out |= {each.id for each in narrow.withheld}
    silent = {"urgent", "emergency"} & {narrow.gate, wide.gate}
    assert silent or wide.advised <= given_or_out
    assert Plan.model_validate_json(wide.model_dump_json()) == wide
    assert ADVISOR.recommend(wide.facts) == wide


@given(ranged())
def test_an_outlook_settled_by_a_range_is_settled_by_numbers_inside(profile: Profile) -> None:
    """Certain stays certain, and ruled out stays ruled out, on the shipped base."""
    known = {**profile.known()}
    wide = outlook_of(PROBLEMS, known)
    narrow = outlook_of(PROBLEMS, exact(known))
    settled = {id: outlook for id, outlook in wide.items() if outlook != "possible"}
    assert settled.items() <= narrow.items()
