"""Which messages are said besides advice: screening first, then what the facts call for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from backfat_rules.decision.person import Person
from backfat_rules.decision.rulebook import guidance_of
from backfat_rules.knowledge.gates import GATES
from backfat_rules.reading_back import OnlyItsFields

MessageKind = Literal["screening", "guidance", "expectation", "myth", "faq", "keep_going"]
ORDER: Mapping[MessageKind, int] = {kind: at for at, kind in enumerate(get_args(MessageKind))}
"""In which order the kinds are said."""
FEW_ANSWERS = "insufficient-data"
"""The id of the message that says that too little is told."""


@dataclass(frozen=True, slots=True)
class Said(OnlyItsFields):
    """A message: a screening rule, a message or a piece of guidance of the knowledge base."""

    id: str
    kind: MessageKind


def messages_for(person: Person) -> tuple[Said, ...]:
    """Every message for the person; where the gate allows no plan, those of that gate alone."""
    said = list(_screening(person))
    if not person.screened.no_plan:
        said += _guidance(person) if person.screened.few_answers else ()
        said += _called_for(person)
    return tuple(sorted(said, key=lambda each: ORDER[each.kind]))


def _screening(person: Person) -> Iterator[Said]:
    """What fired; milder words beside an emergency would only contradict it."""
    screened = person.screened
    for closing in screened.fired:
        if not screened.no_plan or closing.rule.gate == screened.gate:
            yield Said(closing.rule.id, "screening")


def _guidance(person: Person) -> Iterator[Said]:
    yield Said(FEW_ANSWERS, "guidance")
    needs_ok_first = GATES[person.screened.gate].waits_for_ok
    for id, each in guidance_of(person.knowledge).items():
        if not person.screened.closes(id) and not (needs_ok_first and each.needs_ok):
            yield Said(id, "guidance")


def _called_for(person: Person) -> Iterator[Said]:
    """Messages that the facts or goals call for, unless closed or showing a hidden number."""
    fired = person.derivation.fired
    for id in sorted(fired & person.knowledge.messages.keys()):
        rule = person.knowledge.messages[id]
        if not person.screened.closes(id) and person.shown.issuperset(rule.text.names):
            yield Said(id, rule.kind)
