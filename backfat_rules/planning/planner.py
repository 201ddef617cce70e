"""From a derivation to a plan: the parts in one place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from backfat_rules.knowledge.rules import ComputedValue, Mechanism
from backfat_rules.planning.first_steps import first_steps
from backfat_rules.planning.measured import rest_of, slot_text
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import FindingResult, PlanContent, Question, ValueResult
from backfat_rules.planning.questions import open_questions
from backfat_rules.planning.recommending import recommend_for, stopped
from backfat_rules.planning.saying import messages_for
from backfat_rules.planning.told import answers_of
from backfat_rules.version import __version__
from backfat_rules.wording import Reader

PlanType = TypeVar("PlanType", bound=PlanContent)


def make_plan(person: Person, plan_type: type[PlanType]) -> PlanType:
    """Everything that follows for one person, as a plan of the given type.

    Where the gate allows no plan, only the messages of screening are in it.
    """
    derivation, knowledge = person.derivation, person.knowledge
    silent = person.screened.no_plan
    recommendations, withheld = recommend_for(person)
    return plan_type(
        library_version=__version__,
        knowledge_version=knowledge.version,
        facts=answers_of(derivation.facts),
        gate=person.screened.gate,
        messages=messages_for(person),
        recommendations=recommendations,
        first_steps=first_steps(recommendations, knowledge.policy.first_steps),
        withheld=withheld,
        findings=() if silent else tuple(_findings(person)),
        values=() if silent else tuple(_values(person)),
        questions=() if silent else _questions(person),
        notice=knowledge.policy.notice.render(units),
    )


def _findings(person: Person) -> Iterator[FindingResult]:
    """Findings that are known to be true or false, but for those that a block hides."""
    for id, holds in sorted(person.derivation.findings.items()):
        if person.hides_finding(id):
            continue
        finding = person.knowledge.findings[id]
        severity = person.derivation.severity.get(id)
        yield FindingResult(
            id=id,
            title=finding.title,
            holds=holds,
            severity=None if severity is None else round(severity, 3),
            verdict=finding.verdict if isinstance(finding, Mechanism) else None,
        )


def _values(person: Person) -> Iterator[ValueResult]:
    """Computed numbers, but for those that a block hides."""
    for id, number in sorted(person.derivation.values.items()):
        if person.shows(id):
            yield _value(person.knowledge.values[id], number, person.reader)


def _value(value: ComputedValue, number: float, reader: Reader) -> ValueResult:
    """A number as it is shown; an estimate with the range in which it may really lie."""
    share = value.uncertain_by
    low, high = (None, None) if share is None else (number * (1 - share), number * (1 + share))
    text = reader.amount(value.id, number)
    if low is not None and high is not None:
        ends = {"low": reader.shown(value.id, low), "high": reader.shown(value.id, high)}
        text = reader.say("amount-between", amount=text, **ends)
    return ValueResult(
        id=value.id,
        title=reader.label(value.id),
        value=number,
        unit=value.unit,
        text=text,
        low=low,
        high=high,
    )


def _questions(person: Person) -> tuple[Question, ...]:
    """The few questions most worth asking; none is about advice that is taken out anyway."""
    knowledge = person.knowledge
    out = [rule.id for rule in knowledge.recommendations.values() if stopped(rule, person)]
    limit = knowledge.policy.questions_shown
    return open_questions(person, settled=out, limit=limit)
