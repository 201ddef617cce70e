"""An interview once somebody has to be seen today: what could be more urgent is still asked."""

from __future__ import annotations

from typing import Any

import pytest

from backfat_rules import Advisor, Interview, load_knowledge
from backfat_rules.knowledge.gates import GATES
from backfat_rules.planning.places import facts_behind

ADVISOR = Advisor(engine="direct")
DIZZY = {"symptoms": {"dizziness"}, "pregnant": True, "sex": "female", "age": 31}


def asked_after(told: dict[str, Any], answers: dict[str, Any] | None = None) -> Interview:
    """An interview that has gone on to its end; what ``answers`` leave out is not known."""
    interview = ADVISOR.interview().answer_many(told)
    while (screen := interview.screen) is not None:
        for question in screen.questions:
            if question.id in (answers or {}):
                interview = interview.answer(question.id, (answers or {})[question.id])
            else:
                interview = interview.dont_know(question.id)
    return interview


def test_who_has_to_be_seen_today_is_asked_what_could_be_an_emergency() -> None:
    """Dizzy in a pregnancy is urgent, and with raised pressure an emergency: it is asked for."""
    interview = ADVISOR.interview().answer_many(DIZZY)
    assert interview.plan().gate == "urgent"
    assert not interview.enough
    ended = asked_after(DIZZY, {"systolic_bp": 150, "diastolic_bp": 85})
    assert ended.plan().gate == "emergency"
    assert ended.enough
    assert ended.settled


def test_the_warning_comes_before_the_next_question() -> None:
    """Nobody answers on before they know that they have to be seen; without a reason none comes."""
    interview = ADVISOR.interview().answer_many(DIZZY)
    assert interview.screen is not None
    assert interview.screen.warning == interview.plan().gate_line != ""
    assert interview.screen.warning in interview.to_html()
    first = ADVISOR.interview().screen
    assert first is not None
    assert first.warning == ""


@pytest.mark.parametrize("symptom", ["growing_lump", "leg_weakness", "bladder_or_bowel_change"])
def test_habits_are_not_asked_of_who_has_to_be_seen_today(symptom: str) -> None:
    """What is asked then belongs to rules of a stricter gate, and it is little."""
    knowledge = load_knowledge()
    interview = ADVISOR.interview().answer_many({"symptoms": {symptom}, "age": 40, "sex": "male"})
    assert interview.plan().gate == "urgent"
    dangerous = {
        fact
        for rule in knowledge.screening.values()
        if GATES[rule.gate].rank > GATES["urgent"].rank
        for fact in facts_behind(rule, knowledge)
    }
    asked: set[str] = set()
    while (screen := interview.screen) is not None:
        for question in screen.questions:
            asked.update(question.facts or (question.fact,))
            interview = interview.dont_know(question.id)
    assert asked <= dangerous
    assert len(asked) <= 3


def test_an_emergency_is_the_end() -> None:
    """Nothing is more urgent than an emergency."""
    assert ADVISOR.interview().answer("symptoms", {"chest_pain"}).settled
