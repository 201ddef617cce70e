"""What is said besides advice, in words."""

from __future__ import annotations

from backfat_rules.decision.rulebook import guidance_of
from backfat_rules.decision.saying import FEW_ANSWERS, MessageKind, Said
from backfat_rules.knowledge.gates import GATES
from backfat_rules.planning.plan_content import Message, Source
from backfat_rules.planning.reasons import sources_of, sources_of_one
from backfat_rules.planning.telling import Telling


def message_of(said: Said, telling: Telling) -> Message:
    """One message: of screening, of general guidance, or one that the facts call for."""
    if said.kind == "screening":
        return _screening(said.id, telling)
    return _guidance(said.id, telling) if said.kind == "guidance" else _message(said.id, telling)


def _screening(id: str, telling: Telling) -> Message:
    """What fired; an emergency ends with whom to call."""
    rule, reader = telling.knowledge.screening[id], telling.reader
    text = telling.passage(rule.message) or reader.text(rule.reason)
    if GATES[rule.gate].name == "emergency":
        text = f"{text} {reader.whom_to_call(id)}".rstrip()
    return _said(id, "screening", text, sources_of_one(rule, telling.knowledge))


def _guidance(id: str, telling: Telling) -> Message:
    knowledge, reader = telling.knowledge, telling.reader
    if id == FEW_ANSWERS:
        text = reader.text(knowledge.policy.insufficient_data)
        return _said(id, "guidance", text)
    guidance = guidance_of(knowledge)[id]
    sources = sources_of((guidance,), knowledge)
    return _said(id, "guidance", reader.text(guidance.text), sources)


def _message(id: str, telling: Telling) -> Message:
    rule = telling.knowledge.messages[id]
    text = telling.passage(rule.text)
    assert text is not None  # a message that shows what may not be shown is not said
    return Message.made(
        id=id,
        kind=rule.kind,
        text=text,
        question=rule.question,
        verdict=rule.verdict,
        sources=sources_of_one(rule, telling.knowledge),
    )


def _said(id: str, kind: MessageKind, text: str, sources: tuple[Source, ...] = ()) -> Message:
    return Message.made(id=id, kind=kind, text=text, question=None, verdict=None, sources=sources)
