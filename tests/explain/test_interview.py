"""An interview asks what matters, in the right order, and knows when it is settled."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from backfat_rules import (
    Advisor,
    Interview,
    Plan,
    load_knowledge,
)
from backfat_rules.decision import Person
from backfat_rules.language import Value
from backfat_rules.planning import Reasoner
from backfat_rules.planning.places import barred, screens_in_order
from backfat_rules.planning.question import Question
from backfat_rules.planning.questions import not_asked
from backfat_rules.planning.told import checked_facts
from backfat_rules.profile import Fact

ROOT = Path(__file__).parents[2]
KNOWLEDGE = load_knowledge()
ADVISOR = Advisor(KNOWLEDGE, "direct")
FACTS = KNOWLEDGE.facts
FEW = settings(max_examples=4)

HARMLESS: dict[str, Any] = {
    "symptoms": [],
    "suicidal_thoughts": False,
    "conditions": [],
    "medications": [],
    "pain_sites": [],
    "age": 40,
    "weight_kg": 75.0,
    "height_cm": 175.0,
    "systolic_bp": 120,
    "diastolic_bp": 75,
    "pregnant": False,
    "acutely_ill": False,
    "unintentional_loss_kg_6_months": 0.0,
    "weight_worry": 2,
    "phq2": 0,
}
"""Answers after which an interview goes on to habits."""


def random_answer(fact: Fact, chance: Random) -> Any:
    """Any allowed answer; lists are mostly empty, as they are for most people."""
    words = fact.words or tuple(sorted(fact.type.values or ()))
    match fact.type.kind:
        case "truth":
            return chance.random() < 0.4
        case "number":
            low = 0 if fact.low is None else fact.low
            high = 1000 if fact.high is None else fact.high
            whole = chance.randint(int(low), int(high))
            return whole if fact.whole else round(chance.uniform(low, high), 1)
        case "choice":
            return chance.choice(words)
    return chance.sample(words, 2) if words and chance.random() < 0.3 else []


def reply(interview: Interview, question: Question, chance: Random) -> Interview:
    """The interview after a random reply; answers about safety are mostly harmless."""
    fact = question.fact
    if chance.random() < 0.1:
        return interview.dont_know(question.id)
    if question.kind == "statements":
        few = 0.02 if question.screen == "your-health-now" else 0.3
        return interview.answer(
            question.id, [each.id for each in question.choices if chance.random() < few]
        )
    if fact in HARMLESS and chance.random() < 0.95:
        return interview.answer(fact, HARMLESS[fact])
    return interview.answer(fact, random_answer(FACTS[fact], chance))


def told(interview: Interview) -> dict[str, Value]:
    """The answers as facts."""
    return checked_facts(interview.answers, KNOWLEDGE)


def never_asked(interview: Interview) -> set[str]:
    """The facts that this person is not asked for, however much they matter to others."""
    person = Person(Reasoner(KNOWLEDGE, "direct").derive(told(interview)), KNOWLEDGE)
    return {*not_asked(person), *barred(person)}


def contradictions(plan: Plan) -> set[str]:
    """The screening rules that found answers that do not fit together."""
    rules = (KNOWLEDGE.screening.get(message.id) for message in plan.messages)
    return {rule.id for rule in rules if rule is not None and rule.gate == "clarify"}


def interview_with(
    chance: Random, start: Interview | None = None
) -> tuple[list[tuple[Interview, Question]], Interview]:
    """Every state in which something was asked, with the question, and the end."""
    interview, path = start or ADVISOR.interview(), []
    while (question := interview.question) is not None:
        path.append((interview, question))
        interview = reply(interview, question, chance)
    return path, interview


@cache
def run(seed: int) -> tuple[list[tuple[Interview, Question]], Interview]:
    """A whole interview with random replies."""
    return interview_with(Random(seed))


seeds = st.integers(0, 3)


@FEW
@given(seed=seeds)
def test_nothing_is_asked_twice_and_it_ends(seed: int) -> None:
    """What was answered, and what the person does not know, is never asked again."""
    path, last = run(seed)
    for interview, question in path:
        if question.kind != "number":  # of which a statement may have told a range
            assert question.fact not in interview.answers
        assert question.fact not in interview.not_known
    asked = [question.id for _, question in path]
    assert len(asked) == len(set(asked)) <= len(FACTS)
    assert last.settled


@FEW
@given(seed=seeds)
def test_settled_means_that_no_answer_changes_the_recommendations(seed: int) -> None:
    """However the facts that could be asked and were not turn out, the plan recommends the same."""
    _, interview = run(seed)
    plan = interview.plan()
    if plan.gate in ("urgent", "emergency"):
        return  # it was settled by a sign of danger, and asked no further
    chance = Random(seed)
    closed = {*interview.answers, *interview.not_known, *never_asked(interview)}
    for _ in range(4):
        more = {name: random_answer(FACTS[name], chance) for name in FACTS if name not in closed}
        other = ADVISOR.recommend({**interview.answers, **more})
        if contradictions(other) - contradictions(plan):
            continue  # answers that do not go together are nobody's
        assert other.advised == plan.advised


CERTAIN_BY_A_SUM = """
screening:
  - id: days-of-two
    title: days that hold too much
    when: sleep_hours + work_hours_per_day >= 20
    gate: modify
    message: Please see somebody first.
    reason: A day has room for less.
    blocks: {tags: [training_goes_on], items: [core-basics]}
    references: [R01]
    cases:
      fires: [{sleep_hours: 10, work_hours_per_day: 10}]
      silent: [{sleep_hours: 8, work_hours_per_day: 8}]
      unknown: [{}]
"""
"""Whoever sleeps 20 h is sure to meet it, and it is not known to hold before work is told."""


@pytest.fixture(scope="module")
def summing(tmp_path_factory: pytest.TempPathFactory) -> Advisor:
    """An advisor whose knowledge has a warning that rests on a sum."""
    folder = tmp_path_factory.mktemp("summing")
    (folder / "sum.yaml").write_text(CERTAIN_BY_A_SUM, encoding="utf-8")
    return Advisor(load_knowledge(folder), engine="direct")


def asked_alone(advisor: Advisor, told: dict[str, Any], fact: str) -> tuple[str, ...]:
    """What is asked for where everything else is told or not known."""
    others = tuple(name for name in FACTS if name not in told and name != fact)
    question = advisor.interview(Interview(answers=told, not_known=others)).question
    return () if question is None else question.facts


def test_a_danger_that_is_certain_is_asked_for_until_the_plan_shows_it(summing: Advisor) -> None:
    """A plan shows what the answers told decide; so one that completes a warning is asked for."""
    told, fact = {"sleep_hours": 20}, "work_hours_per_day"
    assert summing.recommend(told).gate != summing.recommend({**told, fact: 0}).gate
    assert asked_alone(summing, told, fact) == (fact,)


def test_what_is_not_known_does_not_settle_the_rest(summing: Advisor) -> None:
    """A warning that rests on something not known stops nothing, so what it would stop is open."""
    told, fact = {"sleep_hours": 20}, "current_exercises"
    assert "core-basics" in summing.recommend({**told, fact: []})
    assert "core-basics" not in summing.recommend(told)
    assert asked_alone(summing, told, fact) == (fact,)


SCREENS = [each.id for each in screens_in_order(KNOWLEDGE)]


@FEW
@given(seed=seeds)
def test_screens_come_in_their_order(seed: int) -> None:
    """What is dangerous is asked for before habits, and numbers come last.

    A screen comes again only where a later answer has made it matter.
    """
    places = [SCREENS.index(question.screen) for _, question in run(seed)[0]]
    assert places[0] == 0
    firsts = list(dict.fromkeys(places))
    late = SCREENS.index("blood-pressure"), SCREENS.index("place-gear-and-time")
    early = [each for each in firsts if each not in late]
    assert sum(one > other for one, other in pairwise(early)) <= 1


def test_what_brings_somebody_comes_first() -> None:
    """An interview begins with what the person wants, and with who they are."""
    screen = ADVISOR.interview().screen
    assert screen is not None
    assert (screen.id, screen.questions[0].id) == ("what-brings-you", "complaint")
    next_one = (
        ADVISOR.interview().answer_many({"complaint": [], "goals": [], "target_regions": []}).screen
    )
    assert next_one is not None
    assert [each.id for each in next_one.questions][:2] == ["age", "sex"]


WAITING: tuple[dict[str, Any], ...] = (
    {"strength_sessions_per_week": 3, "experience": "intermediate", "equipment": ["barbell"]},
    {"goals": ["fat_loss"], "weight_kg": 95, "height_cm": 170, "stress_level": 6},
)
"""Answers after which much waits for others."""

PAIRS = yaml.safe_load((ROOT / "benchmarks" / "senseless.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: str(pair["told"]))
def test_nothing_senseless_is_asked(pair: dict[str, Any]) -> None:
    """What an earlier answer makes senseless is on no screen, whatever else is not known.

    Nor does a plan ask for it, however much waits for an answer.
    """
    for more in ({}, *WAITING):
        told = {**more, **pair["told"]}
        asks = {fact for each in ADVISOR.recommend(told).questions for fact in each.facts}
        assert asks.isdisjoint({*pair["asks"]} - told.keys())
    others = tuple(name for name in FACTS if name not in pair["told"] and name not in pair["asks"])
    for not_known in ((), others):
        interview = ADVISOR.interview(Interview(answers=pair["told"], not_known=not_known))
        while (screen := interview.screen) is not None:
            asked = {fact for each in screen.questions for fact in each.facts}
            assert asked.isdisjoint(pair["asks"])
            for question in screen.questions:
                interview = interview.dont_know(question.id)


@FEW
@given(st.integers(0, 10**6))
def test_nobody_at_all_is_asked_what_their_answers_make_senseless(seed: int) -> None:
    """Whatever somebody answers, and however an interview goes on, no question puzzles them."""
    path, _ = interview_with(Random(seed))
    for interview, question in path:
        known = told(interview)
        for pair in PAIRS:
            same = checked_facts(pair["told"], KNOWLEDGE)
            held_back = not known.keys().isdisjoint(pair.get("untold", ()))
            if not held_back and all(known.get(fact) == value for fact, value in same.items()):
                assert set(pair["asks"]).isdisjoint(question.facts), (interview.answers, pair)


@pytest.mark.parametrize(
    ("fact", "value"), [("symptoms", ["chest_pain"]), ("suicidal_thoughts", True)]
)
def test_an_emergency_stops_the_interview(fact: str, value: Any) -> None:
    """Where help is needed now, nothing more is asked; a correction opens the interview again."""
    stopped = Interview().answer(fact, value)
    assert stopped.question is None
    assert stopped.plan().gate in ("urgent", "emergency")
    assert stopped.enough
    assert stopped.answer(fact, HARMLESS[fact]).question is not None


def test_the_reason_is_what_the_answer_is_for() -> None:
    """A question says what its answer is for, in words that are right for anybody."""
    for _, question in run(2)[0]:
        if question.fact:
            assert FACTS[question.fact].purpose in question.why


@FEW
@given(seed=seeds, at=st.integers(0, 80))
def test_a_saved_interview_goes_on_where_it_was(seed: int, at: int) -> None:
    """Out of JSON the same question comes next, and the plan is the same, byte for byte."""
    path, last = run(seed)
    interview = path[at][0] if at < len(path) else last
    resumed = Interview.model_validate_json(interview.model_dump_json())
    assert resumed == interview
    assert resumed.question == interview.question
    assert resumed.plan().model_dump_json() == interview.plan().model_dump_json()


@settings(max_examples=3)
@given(seed=seeds)
def test_the_same_answers_give_the_same_interview(seed: int) -> None:
    """Nothing in it is left to chance, nor to the order in which the same was told."""
    assert interview_with(Random(seed)) == run(seed)
    for interview, question in run(seed)[0][::20]:
        turned = Interview(
            answers=dict(reversed(list(interview.answers.items()))),
            not_known=interview.not_known[::-1],
        )
        assert turned.question == question


def test_how_much_weight_was_lost_unmeant_is_asked_at_once() -> None:
    """Whoever noticed a loss is asked about clothes and kilograms long before other numbers."""
    interview = ADVISOR.interview().answer("your-health-now", ["lost-weight-unmeant"])
    asked = {each: interview.question_on(each).screen for each in interview.listed}
    assert asked["unintentional_loss_kg_6_months"] == "height-and-weight"
    assert {"lost_weight_unplanned", "unintentional_loss_kg_6_months"} <= all_asked(interview)


def test_nobody_without_a_loss_is_asked_how_much() -> None:
    """Whoever ticks nothing of the kind is asked neither about clothes nor about kilograms."""
    interview = ADVISOR.interview().answer("your-health-now", [])
    assert all_asked(interview).isdisjoint(
        {"lost_weight_unplanned", "unintentional_loss_kg_6_months"}
    )


def all_asked(interview: Interview) -> set[str]:
    """Every fact that is asked for by itself up to height and weight, where nothing is known."""
    found: set[str] = set()
    while (screen := interview.screen) is not None:
        for question in screen.questions:
            found.add(question.fact)
            interview = interview.dont_know(question.id)
        if screen.id == "height-and-weight":
            return found
    return found
