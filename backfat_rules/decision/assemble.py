"""From a person to the content of a decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from backfat_rules.decision.content import (
    Advice,
    DecisionContent,
    Held,
    ScreeningState,
)
from backfat_rules.decision.definition import Ranked, Ways
from backfat_rules.decision.doses import dose_numbers
from backfat_rules.decision.finding_state import FindingState
from backfat_rules.decision.first_steps import first_steps, for_later
from backfat_rules.decision.own_numbers import numbers_of
from backfat_rules.decision.person import Person
from backfat_rules.decision.saying import messages_for
from backfat_rules.frozen import FrozenDict
from backfat_rules.profile.json_facts import answers_of
from backfat_rules.version import __version__

Content = TypeVar("Content", bound=DecisionContent)


def decision_of(person: Person, content: type[Content]) -> Content:
    """Everything that was decided for one person, as content of the given type."""
    outcome, policy, known = person.outcome, person.knowledge.policy, person.derivation.known
    silent = outcome.screened.no_plan
    advice = tuple(_advice(at, ways, person) for at, ways in enumerate(outcome.needs, start=1))
    said = messages_for(person)
    steps = first_steps(outcome.needs, outcome.screened, known, policy)
    return content(
        library_version=__version__,
        knowledge_version=person.knowledge.version,
        facts=answers_of(person.derivation.facts),
        gate=outcome.screened.gate,
        screening=tuple(_screening(person)),
        advice=advice,
        first_steps=steps,
        withheld=tuple(sorted(_withheld(person), key=lambda each: each.id)),
        messages=said,
        findings=() if silent else tuple(_findings(person)),
        values=FrozenDict() if silent else FrozenDict(numbers_of(person, said)),
        later=for_later(outcome.needs, steps, known, policy),
    )


def _advice(rank: int, ways: Ways, person: Person) -> Advice:
    """The best way to a need, with the others beside it."""
    best, *others = ways
    return _way(rank, best, person, [_way(at, each, person) for at, each in enumerate(others, 2)])


def _way(rank: int, each: Ranked, person: Person, others: Sequence[Advice] = ()) -> Advice:
    rule = each.candidate.rule
    return Advice.ending_by(
        person.end_of,
        id=rule.id,
        rank=rank,
        priority=each.priority,
        priority_parts=each.parts,
        dose=dose_numbers(rule.dose, person.derivation, person.knowledge, person.shown),
        foods=person.choices.foods(rule.foods),
        exercises=person.choices.exercises(rule.exercises, rule.contexts),
        need=rule.need,
        ways=tuple(others),
    )


def _screening(person: Person) -> Iterator[ScreeningState]:
    for each in person.screened.fired:
        yield ScreeningState(each.rule.id, fired=True)
    for each in person.screened.unanswered:
        yield ScreeningState(each.rule.id, fired=False)


def _withheld(person: Person) -> Iterator[Held]:
    """What was stopped; the exercises that it offers are not named, since nothing offers them."""
    spokesmen = _spokesmen(person)
    for id, stop in person.outcome.stopped.items():
        spokesman = spokesmen[person.book.candidates[id].need]
        under = None if spokesman == id else spokesman
        yield Held(id, stop.kind, stop.by, stop.unanswered, under=under)
    for id, closed in person.choices.closed.items():
        block = closed.block
        yield Held(id, "block", block.screening.id, block.unanswered, closed.instead)


def _spokesmen(person: Person) -> Mapping[str, str]:
    """For each need what speaks for it: what is given, else the best way that was stopped."""
    answered = {ways[0].candidate.need: ways[0].id for ways in person.outcome.needs}
    stopped, candidates = person.outcome.stopped, person.book.candidates
    held = sorted(
        stopped, key=lambda id: (stopped[id].kind != "rival", candidates[id].rule.impact, id)
    )
    return {candidates[id].need: id for id in held} | answered


def _findings(person: Person) -> Iterator[FindingState]:
    severity, hidden = person.derivation.severity, person.hidden_findings
    refuted = person.book.refuted
    for id, holds in sorted(person.derivation.findings.items()):
        if id not in hidden:
            yield FindingState(id, True, severity[id]) if holds else refuted[id]
