"""Single parts of a plan as cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from backfat_rules.decision.priority import PriorityParts
from backfat_rules.planning.plan_content import (
    Dose,
    FindingResult,
    FirstStep,
    Message,
    Move,
    OtherWay,
    Reason,
    Recommendation,
    Source,
    ValueResult,
    Withheld,
)
from backfat_rules.views.in_full import message_in_full, told_in_full, way_in_full
from backfat_rules.views.moves import move_entry
from backfat_rules.views.sections import Card, Entry, Part, Section, Table
from backfat_rules.wording import Reader


def recommendation_card(advice: Recommendation, reader: Reader) -> Card:
    """Everything about one recommendation, and how its priority comes about."""
    topic = reader.topic(advice.topic)
    return Card(
        reader.say("title-and-topic", title=advice.title, topic=topic),
        (
            *told_in_full(advice, reader),
            priority_table(advice.priority, advice.priority_parts, reader),
            *_sources(advice.sources, reader),
        ),
    )


def way_card(way: OtherWay, reader: Reader) -> Card:
    """Everything about another way to the same."""
    table = priority_table(way.priority, way.priority_parts, reader)
    return Card(way.title, (*way_in_full(way, reader), table))


def priority_table(priority: float, parts: PriorityParts, reader: Reader) -> Table:
    """What a priority is made from."""
    told = {each.name: getattr(parts, each.name) for each in fields(parts)}
    rows = (
        (reader.word("priority-parts", name), reader.number(part, 0.01))
        for name, part in told.items()
        if part is not None
    )
    heading = reader.say("priority-of", priority=priority)
    return Table(heading, (reader.say("part"), reader.say("number")), tuple(rows))


def first_step_card(step: FirstStep, reader: Reader) -> Card:  # noqa: ARG001
    """What to begin with."""
    return Card(step.title, (step.do,))


def message_card(message: Message, reader: Reader) -> Card:
    """The whole message, under what it is about."""
    title = message.title or reader.word("message-kinds", message.kind)
    parts: list[Part] = [*message_in_full(message)]
    if message.verdict:
        sure = reader.word("verdicts", message.verdict)
        parts.append(reader.say("answer-is", verdict=sure))
    return Card(reader.opening(title), (*parts, *_sources(message.sources, reader)))


def withheld_card(held: Withheld, reader: Reader) -> Card:
    """What is withheld, why, and what stands in its place."""
    instead = [Entry(reader.say("instead-label"), held.instead)] if held.instead else []
    return Card(held.title, (held.reason, *instead))


def move_card(move: Move, reader: Reader) -> Card:
    """How to do an exercise."""
    return Card(move.title, move_entry(move, reader).more)


def reason_card(reason: Reason, reader: Reader) -> Card:
    """A reason, and how sure it is."""
    sure = [reader.word("verdicts", reason.verdict)] if reason.verdict else []
    return Card(parts=(reason.text, *(Entry(reader.say("evidence"), each) for each in sure)))


def dose_card(dose: Dose, reader: Reader) -> Card:
    """How much, and what it was computed from."""
    basis = [reader.say("from-these", basis=dose.basis)] if dose.basis else []
    return Card(parts=(Entry(reader.say("how-much"), " ".join([dose.text, *basis])),))


def source_card(source: Source, reader: Reader) -> Card:
    """A claim or publication, how sure it is, and where to find it."""
    parts: list[Part] = [Entry(source.id, source.text)]
    if source.verdict:
        parts.append(Entry(reader.say("evidence"), reader.word("verdicts", source.verdict)))
    if source.doi:
        parts.append(f"doi:{source.doi}")
    return Card(parts=tuple(parts))


def finding_card(finding: FindingResult, reader: Reader) -> Card:
    """A finding, whether it is so, and how far from the target."""
    holds = reader.say("so" if finding.holds else "not-so")
    part = reader.word("priority-parts", "severity")
    far = [] if finding.severity is None else [Entry(part, reader.number(finding.severity, 0.01))]
    return Card(parts=(Entry(reader.opening(finding.title), holds), *far))


def value_card(value: ValueResult, reader: Reader) -> Card:
    """A computed number, as it is shown."""
    return Card(parts=(Entry(reader.opening(value.title), value.text),))


def _sources(sources: tuple[Source, ...], reader: Reader) -> Iterator[Section]:
    """The publications, folded; the claims of the guides are counted elsewhere."""
    cited = tuple(
        Entry(each.id, each.text + (f" doi:{each.doi}" if each.doi else ""))
        for each in sources
        if each.kind == "reference"
    )
    if cited:
        yield Section(reader.say("references"), rest=cited)
