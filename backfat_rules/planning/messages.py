"""What is said besides advice, in words."""

from __future__ import annotations

from backfat_rules.decision.rulebook import guidance_of
from backfat_rules.decision.saying import FEW_ANSWERS, Said
from backfat_rules.knowledge.gates import GATES, IN_SHORT
from backfat_rules.plain import first_sentence, sentences_of
from backfat_rules.planning.for_the_page import said_on_a_page
from backfat_rules.planning.plan_content import Message, Source
from backfat_rules.planning.reasons import sources_of, sources_of_one
from backfat_rules.planning.telling import Telling
from backfat_rules.wording import Reader


def messages_of(telling: Telling) -> tuple[Message, ...]:
    """Everything that is said besides advice, in order."""
    said = telling.decision.messages
    on_page = said_on_a_page(said, telling)
    return tuple(message_of(each, telling, on_page=each.id in on_page) for each in said)


def message_of(said: Said, telling: Telling, *, on_page: bool = True) -> Message:
    """One message: of screening, of general guidance, or one that the facts call for."""
    if said.kind == "screening":
        return _screening(said.id, telling, on_page=on_page)
    return (
        _guidance(said.id, telling)
        if said.kind == "guidance"
        else _message(said.id, telling, on_page=on_page)
    )


def _screening(id: str, telling: Telling, *, on_page: bool) -> Message:
    """What fired; an emergency names whom to call."""
    rule, reader = telling.knowledge.screening[id], telling.reader
    text = telling.passage(rule.message) or reader.text(rule.reason)
    if GATES[rule.gate].name == "emergency":
        text = _with_whom_to_call(text, id, reader)
    in_short = text if GATES[rule.gate].said_in_full else " ".join(sentences_of(text)[:IN_SHORT])
    return Message.made(
        id=id,
        kind="screening",
        text=text,
        question=None,
        verdict=None,
        sources=sources_of_one(rule, telling.knowledge),
        in_short=in_short,
        on_page=on_page,
        topic=rule.topic,
        title=rule.title,
        alarms=tuple(telling.lines(line for line in rule.message if line.alarm)),
    )


def _with_whom_to_call(text: str, id: str, reader: Reader) -> str:
    """A number behind the first sentence; without a country, what to do without one at the end."""
    call = reader.whom_to_call(id)
    if not reader.country:
        return f"{text} {call}".rstrip()
    first, *rest = sentences_of(text)
    return " ".join([first, call, *rest])


def _guidance(id: str, telling: Telling) -> Message:
    knowledge, reader = telling.knowledge, telling.reader
    if id == FEW_ANSWERS:
        text = reader.text(knowledge.policy.insufficient_data)
        return _said(id, text, text, on_page=False)  # the gate has said so
    guidance = guidance_of(knowledge)[id]
    sources = sources_of((guidance,), knowledge)
    text = reader.text(guidance.text)
    return _said(id, text, first_sentence(text), sources)


def _message(id: str, telling: Telling, *, on_page: bool) -> Message:
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
        in_short=first_sentence(text),
        on_page=on_page,
        topic=rule.topic,
        title="",
        alarms=(),
    )


def _said(
    id: str, text: str, in_short: str, sources: tuple[Source, ...] = (), *, on_page: bool = True
) -> Message:
    return Message.made(
        id=id,
        kind="guidance",
        text=text,
        question=None,
        verdict=None,
        sources=sources,
        in_short=in_short,
        on_page=on_page,
        topic="",
        title="",
        alarms=(),
    )
