"""What is said besides advice: screening first, guidance, expectations, myths, encouragement."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge import rules
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import Message
from backfat_rules.planning.reasons import sources_of

ORDER = ("screening", "guidance", "expectation", "myth", "faq", "keep_going")


def messages_for(person: Person) -> tuple[Message, ...]:
    """Every message for the person; where the gate allows no plan, those of screening alone."""
    said = list(_screening(person))
    if not person.screened.no_plan:
        said += _guidance(person) if person.screened.gate == "insufficient_data" else ()
        said += _called_for(person)
    return tuple(sorted(said, key=lambda each: ORDER.index(each.kind)))


def _screening(person: Person) -> Iterator[Message]:
    for rule in person.screened.fired:
        text = rule.message.fill(person.words) or rule.reason
        sources = sources_of([rule], person.knowledge)
        yield Message(id=rule.id, kind="screening", text=text, sources=sources)


def _guidance(person: Person) -> Iterator[Message]:
    policy = person.knowledge.policy
    yield Message(id="insufficient-data", kind="guidance", text=policy.insufficient_data)
    for at, each in enumerate(policy.general_guidance, start=1):
        sources = sources_of([each], person.knowledge)
        yield Message(id=f"guidance-{at}", kind="guidance", text=each.text, sources=sources)


def _called_for(person: Person) -> Iterator[Message]:
    """Messages that the facts or goals call for, unless blocked or showing a hidden number."""
    for rule in person.knowledge.messages.values():
        blocked = person.screened.block_of(rule.id, rule.tags, rule.topic)
        text = rule.text.fill(person.words)
        if rule.id in person.derivation.fired and not blocked and text is not None:
            yield _message(rule, text, person)


def _message(rule: rules.Message, text: str, person: Person) -> Message:
    return Message(
        id=rule.id,
        kind=rule.kind,
        question=rule.question,
        text=text,
        verdict=rule.verdict,
        sources=sources_of([rule], person.knowledge),
    )
