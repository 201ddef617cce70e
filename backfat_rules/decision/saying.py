"""Which messages are said besides advice: screening first, then what the facts call for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from backfat_rules.decision.person import Person
from backfat_rules.decision.rulebook import guidance_of
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.lines import names_in_lines
from backfat_rules.knowledge.links import axes_of
from backfat_rules.knowledge.rules import MessageRule
from backfat_rules.language import evaluate
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
    """Every message for the person; where the gate allows no plan, those of that gate alone.

    No plan is empty: where nothing is advised or praised, what holds for everybody is said.
    """
    said = list(_screening(person))
    if not person.screened.no_plan:
        called_for = list(_called_for(person))
        if person.screened.few_answers:
            said.append(Said(FEW_ANSWERS, "guidance"))
        if person.screened.few_answers or not _has_content(person, called_for):
            said += _guidance(person)
        said += called_for
    return tuple(sorted(said, key=lambda each: ORDER[each.kind]))


def _screening(person: Person) -> Iterator[Said]:
    """What fired; milder words beside an emergency would only contradict it."""
    screened = person.screened
    for closing in screened.fired:
        if not screened.no_plan or closing.rule.gate == screened.gate:
            yield Said(closing.rule.id, "screening")


def _has_content(person: Person, called_for: list[Said]) -> bool:
    return bool(person.outcome.given) or any(each.kind == "keep_going" for each in called_for)


def _guidance(person: Person) -> Iterator[Said]:
    needs_ok_first = GATES[person.screened.gate].waits_for_ok
    for id, each in guidance_of(person.knowledge).items():
        if not person.screened.closes(id) and not (needs_ok_first and each.needs_ok):
            yield Said(id, "guidance")


def _called_for(person: Person) -> Iterator[Said]:
    """Messages that the facts or goals call for, unless closed or showing a hidden number.

    Praise is left out where some advice is about what it praises, and any message where what it is
    not meant for is true.
    """
    fired = person.derivation.fired
    advised = {axis for each in person.outcome.given for axis in axes_of(each.candidate.rule)}
    for id in sorted(fired & person.knowledge.messages.keys()):
        rule = person.knowledge.messages[id]
        if rule.only_asked or not advised.isdisjoint(rule.keeps) or _is_settled(rule, person):
            continue
        if not person.screened.closes(id) and person.shown.issuperset(names_in_lines(rule.text)):
            yield Said(id, rule.kind)


def _is_settled(rule: MessageRule, person: Person) -> bool:
    """Whether it is certain that a message is not meant for the person."""
    return rule.unless is not None and evaluate(rule.unless.tree, person.derivation.known) is True
