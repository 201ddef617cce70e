"""What is said besides advice: screening first, guidance, expectations, myths, encouragement."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge import rules
from backfat_rules.planning.person import Person
from backfat_rules.planning.plan import Message
from backfat_rules.planning.reasons import sources_of

ORDER = ("screening", "guidance", "expectation", "myth", "faq", "keep_going")


def messages_for(person: Person) -> tuple[Message, ...]:
    """Every message for the person; where the gate allows no plan, those of that gate alone."""
    said = list(_screening(person))
    if not person.screened.no_plan:
        said += _guidance(person) if person.screened.few_answers else ()
        said += _called_for(person)
    return tuple(sorted(said, key=lambda each: ORDER.index(each.kind)))


def _screening(person: Person) -> Iterator[Message]:
    """What fired; milder words beside an emergency would only contradict it."""
    screened, units = person.screened, person.units
    for rule in screened.fired:
        if screened.no_plan and rule.gate != screened.gate:
            continue
        text = rule.message.fill(person.words, units) or rule.reason.render(units)
        sources = sources_of([rule], person.knowledge)
        yield Message(id=rule.id, kind="screening", text=text, sources=sources)


def _guidance(person: Person) -> Iterator[Message]:
    policy = person.knowledge.policy
    yield Message(
        id="insufficient-data", kind="guidance", text=policy.insufficient_data.render(person.units)
    )
    needs_ok_first = person.screened.gate == "refer_first"
    for at, each in enumerate(policy.general_guidance, start=1):
        id = f"guidance-{at}"
        if person.screened.block_of(id, each.tags) or (needs_ok_first and each.needs_ok):
            continue
        sources = sources_of([each], person.knowledge)
        text = each.text.render(person.units)
        yield Message(id=id, kind="guidance", text=text, sources=sources)


def _called_for(person: Person) -> Iterator[Message]:
    """Messages that the facts or goals call for, unless blocked or showing a hidden number."""
    for rule in person.knowledge.messages.values():
        blocked = person.screened.block_of(rule.id, rule.tags, rule.topic)
        if blocked or rule.id not in person.derivation.fired:
            continue
        text = rule.text.fill(person.words, person.units)
        if text is not None:
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
