"""From a decision to a plan: the same in words, for one reader."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from backfat_rules.decision.content import DecisionContent
from backfat_rules.decision.finding_state import FindingState
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import ComputedValue, Mechanism
from backfat_rules.planning.causes import gate_line
from backfat_rules.planning.messages import messages_of
from backfat_rules.planning.move_telling import moves_of
from backfat_rules.planning.plan_content import (
    FindingResult,
    PlanContent,
    ValueResult,
)
from backfat_rules.planning.question import Question
from backfat_rules.planning.questions import held_back, open_questions
from backfat_rules.planning.recommending import first_steps_of, recommendations_of
from backfat_rules.planning.telling import Telling
from backfat_rules.planning.withholding import withheld_of
from backfat_rules.wording import Reader

PlanType = TypeVar("PlanType", bound=PlanContent)


def tell(telling: Telling, plan_type: type[PlanType]) -> PlanType:
    """A decision in words, as a plan of the given type.

    Where the gate allows no plan, only the messages of screening are in it.
    """
    decision, silent = telling.decision, telling.screened.no_plan
    return plan_type.model_construct(  # type: ignore[return-value]  # of the type given
        schema_version="1",
        library_version=decision.library_version,
        knowledge_version=decision.knowledge_version,
        facts=decision.facts,
        gate=decision.gate,
        messages=messages_of(telling),
        recommendations=recommendations_of(decision.advice, telling),
        first_steps=first_steps_of(decision, telling),
        withheld=tuple(withheld_of(each, telling) for each in decision.withheld),
        findings=tuple(_finding(each, telling) for each in decision.findings),
        values=tuple(_values(decision, telling)),
        questions=() if silent else _questions(telling),
        notice=telling.reader.text(telling.knowledge.policy.notice),
        gate_line=gate_line(telling),
        later=decision.later,
        moves=moves_of(decision, telling),
    )


def _finding(state: FindingState, telling: Telling) -> FindingResult:
    once = telling.knowledge.once
    if state.severity is None:
        return once(_finding_result, state.id, state.holds, None)
    return _finding_result(telling.knowledge, state.id, state.holds, round(state.severity, 3))


def _finding_result(
    knowledge: KnowledgeBase, id: str, holds: bool, severity: float | None
) -> FindingResult:
    finding = knowledge.findings[id]
    verdict = finding.verdict if isinstance(finding, Mechanism) else None
    return FindingResult.made(
        id=id, title=finding.title, holds=holds, severity=severity, verdict=verdict
    )


def _values(decision: DecisionContent, telling: Telling) -> Iterator[ValueResult]:
    for id, number in decision.values.items():
        yield _value(telling.knowledge.values[id], number, telling.reader)


def _value(value: ComputedValue, number: float, reader: Reader) -> ValueResult:
    """A number as it is shown; an estimate with the range in which it may really lie."""
    share = value.uncertain_by
    low, high = (None, None) if share is None else (number * (1 - share), number * (1 + share))
    text = reader.amount(value.id, number)
    if low is not None and high is not None:
        ends = {"low": reader.shown(value.id, low), "high": reader.shown(value.id, high)}
        text = reader.say("amount-between", amount=text, **ends)
    return ValueResult.made(
        id=value.id,
        title=reader.label(value.id),
        value=number,
        unit=value.unit,
        text=text,
        low=low,
        high=high,
    )


def _questions(telling: Telling) -> tuple[Question, ...]:
    """The few questions most worth asking, and whichever would release what is held back.

    None is about advice that is taken out anyway.
    """
    limit = telling.knowledge.policy.questions_shown
    first = open_questions(telling, settled=telling.taken_out, limit=limit)
    held = held_back(telling)
    if not held:
        return first
    asked = frozenset(each.fact for each in first)
    return first + open_questions(telling, skip=asked, only=held)
