"""What apps have stored is read by every later library.

The knowledge has grown since, and what follows from the same facts may be different. A stored plan
still says what it said, and its facts still give a plan; a stored interview goes on.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backfat_rules import Advisor, BackfatRulesError, Interview, Plan, recommend

STORED = Path(__file__).parent / "fixtures" / "stored"
PLANS = sorted((STORED / "plans").glob("*.json"))
INTERVIEWS = sorted((STORED / "interviews").glob("*.json"))
GATES = "proceed modify refer_first urgent emergency clarify insufficient_data"
VERBS: dict[str, Callable[[Plan], object]] = {
    "why": lambda plan: plan.why("gate"),
    "why_not": lambda plan: plan.why_not(_not_in(plan)),
    "what_if": lambda plan: plan.what_if(sleep_hours=8),
    "outlook": lambda plan: plan.outlook,
    "changes_since": lambda plan: plan.changes_since(plan),
}

every_plan = pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
every_interview = pytest.mark.parametrize("path", INTERVIEWS, ids=lambda path: path.stem)


def _plan(path: Path) -> Plan:
    return Plan.model_validate_json(path.read_text(encoding="utf-8"))


def _interview(path: Path) -> Interview:
    return Interview.model_validate_json(path.read_text(encoding="utf-8"))


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _not_in(plan: Plan) -> str:
    return next(id for id in Advisor().knowledge.recommendations if id not in plan)


def _answer(verb: str, plan: Plan) -> object:
    """What a verb answers, or the words in which it refuses."""
    try:
        return VERBS[verb](plan)
    except BackfatRulesError as refused:
        return str(refused)


def test_every_gate_is_among_the_stored_plans() -> None:
    """What is stored covers every gate a reader can meet."""
    assert {_plan(path).gate for path in PLANS} == set(GATES.split())


@every_plan
def test_a_stored_plan_says_what_it_said(path: Path) -> None:
    """Gate, advice, texts and facts are those that were stored, and it can be shown."""
    plan, stored = _plan(path), _json(path)

    assert plan.gate == stored["gate"]
    assert [each.text for each in plan.messages] == [each["text"] for each in stored["messages"]]
    for shown, kept in zip(plan.recommendations, stored["recommendations"], strict=True):
        assert (shown.id, shown.title, shown.priority) == (
            kept["id"],
            kept["title"],
            kept["priority"],
        )
        assert [each.text for each in shown.reasons] == [each["text"] for each in kept["reasons"]]
    assert [each.id for each in plan.withheld] == [each["id"] for each in stored["withheld"]]
    assert json.loads(json.dumps(dict(plan.facts))) == stored["facts"]
    assert all(each.title in plan.to_markdown() for each in plan.recommendations)


@every_plan
def test_a_stored_plan_can_be_stored_again(path: Path) -> None:
    """Reading and writing loses nothing, however often."""
    plan = _plan(path)

    assert Plan.model_validate_json(plan.model_dump_json()) == plan


@every_plan
def test_the_facts_of_a_stored_plan_give_a_plan(path: Path) -> None:
    """The way on after any upgrade: from the stored facts a plan of today, and what changed."""
    stored = _plan(path)
    today = recommend(stored.facts)

    assert today.facts == stored.facts
    if not path.stem.endswith("us-units"):  # other units and another version are refused
        assert today.changes_since(stored).gate_before == stored.gate


@every_plan
@pytest.mark.parametrize("verb", VERBS)
def test_a_stored_plan_answers_or_says_that_its_knowledge_is_another(path: Path, verb: str) -> None:
    """Reopened, a plan explains itself; one of other knowledge may refuse, in our own words."""
    plan = Advisor().reopen(_plan(path))
    answer = _answer(verb, plan)

    assert answer is not None
    if isinstance(answer, str):
        assert plan.knowledge_version != Advisor().knowledge.version
        assert "knowledge" in answer


def test_a_plan_of_other_knowledge_is_not_explained_from_ours() -> None:
    """A plan never mixes the reasons of one knowledge with the advice of another, unsaid."""
    plan = _plan(PLANS[0]).model_copy(update={"knowledge_version": "0" * 12})

    with pytest.raises(BackfatRulesError, match="other knowledge"):
        plan.why("gate")


@every_interview
def test_a_stored_interview_goes_on(path: Path) -> None:
    """It opens with everything told, asks nothing told or not known, and gives a plan."""
    interview, stored = Advisor().interview(_interview(path)), _json(path)

    assert json.loads(json.dumps(dict(interview.answers))) == stored["answers"]
    assert list(interview.not_known) == stored["not_known"]
    assert set(interview.plan().facts) == set(stored["answers"])
    question = interview.question
    if question is not None:
        assert question.fact not in {*stored["answers"], *stored["not_known"]}
        assert question.fact in interview.dont_know(question.fact).not_known


@every_interview
def test_a_stored_interview_can_be_stored_again(path: Path) -> None:
    """Reading and writing an interview loses nothing."""
    interview = _interview(path)

    assert Interview.model_validate_json(interview.model_dump_json()) == interview
