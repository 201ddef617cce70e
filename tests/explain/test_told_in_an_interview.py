"""What is told in an interview: checked, corrected, taken back, and held by nobody else."""

from __future__ import annotations

import copy
import json
import pickle
import re
from typing import Any

import pytest

from backfat_rules import BackfatRulesError, Interview, ProfileError, load_knowledge
from backfat_rules.planning import Reasoner

KNOWLEDGE = load_knowledge()


def test_a_second_answer_corrects_the_first() -> None:
    """Only the last answer counts, whether it was an answer or "I don't know" before."""
    interview = Interview().answer("sleep_hours", 5.5).answer("sleep_hours", 8)
    assert interview == Interview().answer("sleep_hours", 8)
    assert "sleep-longer" not in interview.plan()
    assert interview.dont_know("sleep_hours") == Interview(not_known=("sleep_hours",))
    assert interview.dont_know("sleep_hours").answer("sleep_hours", 8) == interview


def test_not_knowing_asks_for_something_else() -> None:
    """What a person does not know stays unknown, and the next best question comes."""
    interview = Interview().dont_know("complaint").dont_know("symptoms")
    assert interview.question is not None
    assert interview.question.fact not in ("complaint", "symptoms")
    assert "symptoms" not in interview.plan().facts
    assert interview.dont_know("symptoms") == interview


def test_an_answer_is_checked_and_a_fact_must_exist() -> None:
    """An impossible answer and an unknown fact are refused, and leave the interview as it is."""
    interview = Interview()
    with pytest.raises(ProfileError, match="330 is outside 0 to 24 h"):
        interview.answer("sleep_hours", 330)
    for call in (interview.dont_know, lambda fact: interview.answer(fact, 7)):
        with pytest.raises(BackfatRulesError, match="Did you mean sleep_hours"):
            call("slep_hours")
    assert interview == Interview()


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ({"answers": {"sleep_hours": 330}}, "330 is outside 0 to 24 h"),
        ({"answers": {"slep_hours": 7}}, "Did you mean sleep_hours?"),
        ({"answers": {"posture": ["x"]}}, "'x' is not one of slouched"),
        ({"answers": {"disliked_exercises": ["push-upp"]}}, "Did you mean push_up?"),
        ({"not_known": ["slep_hours"]}, "Did you mean sleep_hours?"),
    ],
)
def test_a_spoilt_interview_is_refused_when_it_is_used(stored: dict[str, Any], said: str) -> None:
    """What a profile refuses, an interview that comes from elsewhere does not get past either."""
    interview = Interview.model_validate_json(json.dumps(stored))
    for use in (interview.plan, lambda: interview.question):
        with pytest.raises(BackfatRulesError, match=re.escape(said)):
            use()


def test_words_are_taken_from_any_collection() -> None:
    """A set, a list and a tuple of words are the same answer, in Python and out of JSON."""
    told = Interview().answer("pain_sites", ["neck", "knee"])
    for words in ({"neck", "knee"}, ["neck", "knee"], ("knee", "neck")):
        assert Interview(answers={"pain_sites": words}) == told
    assert Interview(answers={"pain_sites": {"neck"}}).question is not None


def test_none_takes_an_answer_back() -> None:
    """After None the fact is neither told nor given up, and may be asked for again."""
    told = Interview().answer("sleep_hours", 5.5).dont_know("age")
    assert told.answer("sleep_hours", None) == Interview().dont_know("age")
    assert told.answer("age", None) == Interview().answer("sleep_hours", 5.5)
    assert "sleep_hours" not in Interview(answers={"sleep_hours": None}).plan().facts


def test_nobody_changes_an_interview_that_somebody_else_holds() -> None:
    """The answers are read-only, also in what comes out of JSON, a copy or a pickle."""
    interview = Interview().answer("sleep_hours", 5.5)
    again = pickle.loads(pickle.dumps(interview))
    for each in (interview, again, copy.deepcopy(interview), Interview(answers={"age": 40})):
        with pytest.raises(TypeError, match="read-only"):
            each.answers["sleep_hours"] = 3  # type: ignore[index]
    assert again == interview


def test_an_interview_on_other_knowledge_can_be_copied_and_pickled() -> None:
    """What it is planned from is shared by copies and left out of pickles, as it is of JSON."""
    interview = Interview().answer("sleep_hours", 5.5).with_reasoner(Reasoner(KNOWLEDGE, "direct"))
    for each in (copy.deepcopy(interview), pickle.loads(pickle.dumps(interview))):
        assert each == interview == Interview().answer("sleep_hours", 5.5)
        assert each.question == interview.question
