"""Which questions are asked, and in which order: on a small base, each rule by itself."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from backfat_rules.inference import Program
from backfat_rules.knowledge.rules import RecommendationRule, Screening
from backfat_rules.planning import Reasoner
from backfat_rules.planning.questions import open_questions
from backfat_rules.profile import Fact
from tests.decision.small_bases import SHIPPED

SCREENING = {
    "alarm": ("takes_work_breaks", "urgent"),
    "both": ("desk_job and sleep_regular", "emergency"),
    "doubt": ("late_heavy_meals_per_week > 3", "clarify"),
}
ADVICE = {
    "a": ("sleep_hours < 7", 0.9),
    "b": ("stress_level > 5 and steps_per_day < 100", 0.8),
    "c": ("stress_level > 2", 0.3),
    "d": ("pregnant", 0.1),
}


def _screening(id: str, when: str, gate: str) -> Screening:
    data = {"id": id, "title": f"the {id}", "when": when, "gate": gate, "cases": {}}
    return Screening.model_validate(data | {"message": "Mind this.", "reason": "It is so."})


def _advice(id: str, when: str, impact: float) -> RecommendationRule:
    data = {"id": id, "title": f"The {id}", "when": when, "impact": impact, "cases": {}}
    texts = {"topic": "sleep", "area": "lifestyle", "action": "Do it.", "verdict": "supported"}
    return RecommendationRule.model_validate(data | texts)


BASE = dataclasses.replace(
    SHIPPED,
    screening={id: _screening(id, *each) for id, each in SCREENING.items()},
    recommendations={id: _advice(id, *each) for id, each in ADVICE.items()},
    messages={},
    findings={},
    values={},
    foods={},
    tags={id: tag.model_copy(update={"speaks_for": ()}) for id, tag in SHIPPED.tags.items()},
    strata={},
)
REASONER = Reasoner(BASE, "direct")
ALL = (
    *("takes_work_breaks", "desk_job", "sleep_regular"),
    *("sleep_hours", "stress_level", "steps_per_day", "pregnant"),
)


def asked(told: dict[str, Any], **limits: Any) -> tuple[str, ...]:
    """The facts that are asked for."""
    return tuple(each.fact for each in open_questions(REASONER.telling(told), **limits))


@pytest.mark.parametrize(
    ("told", "facts"),
    [
        # the strictest gate that one answer sets; then what it settles, weighted by impact
        ({}, ALL),
        # the other half known, an answer alone sets the gate
        ({"desk_job": True}, ("sleep_regular", "takes_work_breaks", *ALL[3:])),
        # what cannot come about any more is not asked for
        ({"desk_job": False}, ("takes_work_breaks", *ALL[3:])),
        ({"stress_level": 4}, (*ALL[:4], "pregnant")),
        ({"stress_level": 8}, (*ALL[:3], "sleep_hours", "steps_per_day", "pregnant")),
        ({"steps_per_day": 50}, (*ALL[:3], "stress_level", "sleep_hours", "pregnant")),
        ({"sleep_hours": 8}, tuple(each for each in ALL if each != "sleep_hours")),
        # what would only puzzle
        ({"sex": "male"}, ALL[:-1]),
    ],
)
def test_the_most_useful_question_comes_first(told: dict[str, Any], facts: tuple[str, ...]) -> None:
    """Safety before all, then by what an answer is expected to settle; nothing for a mere doubt."""
    assert asked(told) == facts


@pytest.mark.parametrize("limit", range(9))
def test_a_limit_cuts_the_list(limit: int) -> None:
    """Fewer questions are the first of all."""
    assert asked({}, limit=limit) == ALL[:limit]
    skipped = tuple(each for each in ALL if each not in ("takes_work_breaks", "stress_level"))
    assert asked({}, limit=limit, skip=("takes_work_breaks", "stress_level")) == skipped[:limit]


def test_what_is_settled_is_no_reason_to_ask() -> None:
    """Advice that no answer changes any more asks for nothing, also beside other advice."""
    assert asked({}, settled={"a"}) == tuple(each for each in ALL if each != "sleep_hours")
    assert asked({}, settled={"b", "alarm", "both", "d"}) == ("sleep_hours", "stress_level")
    assert asked({}, settled={*SCREENING, *ADVICE}) == ()


def test_a_question_says_what_it_decides() -> None:
    """What the answer is for, and how to give it."""
    found = {each.fact: each for each in open_questions(REASONER.telling({}))}
    facts: dict[str, Fact] = dict(BASE.facts)
    reader = REASONER.reader
    for name in ("desk_job", "stress_level"):
        assert found[name].why == reader.say("why-asked", purpose=facts[name].purpose)
    assert found["sleep_hours"].text == reader.question("sleep_hours")
    assert found["sleep_hours"].unit == facts["sleep_hours"].unit == "h"
    assert found["sleep_hours"].choices == ()
    assert Program.of(BASE).advice.keys() == {*SCREENING, *ADVICE}
