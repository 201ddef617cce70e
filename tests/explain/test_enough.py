"""An interview says when it knows enough, before there is nothing left to ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from backfat_rules import Advisor, Interview
from backfat_rules.language import evaluate, parse
from backfat_rules.planning.question import Question

PEOPLE = Path(__file__).parents[1] / "planning" / "snapshots" / "people.yaml"
TOLD: dict[str, Any] = yaml.safe_load(PEOPLE.read_text(encoding="utf-8"))["rivals"]["facts"]


def answered(interview: Interview, question: Question) -> Interview:
    """The interview after somebody answered a question as far as they know."""
    if question.kind == "statements":
        true = {each.id: evaluate(parse(each.condition), TOLD) for each in question.choices}
        interview = interview.answer(question.id, true)
        for fact in question.facts:
            interview = interview if fact in TOLD else interview.dont_know(fact)
        return interview
    if question.fact in TOLD:
        return interview.answer(question.fact, TOLD[question.fact])
    return interview.dont_know(question.fact)


def test_it_is_enough_before_all_is_asked() -> None:
    """Whoever tells as much as matters hears so while questions are left, and the gate stays."""
    interview = Advisor(engine="direct").interview()
    gate = ""
    while (screen := interview.screen) is not None:
        if interview.enough:
            gate = gate or interview.plan().gate
        for question in screen.questions:
            interview = answered(interview, question)
    assert gate == interview.plan().gate == "modify"
