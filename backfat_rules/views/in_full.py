"""Everything about one piece of advice or one message, in the order in which a person asks."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.planning.plan_content import Dose, Message, Reason, Recommendation
from backfat_rules.views.sections import Entry
from backfat_rules.wording import Reader


def recommendation_in_full(advice: Recommendation, reader: Reader) -> tuple[Entry, ...]:
    """What to do, how, why, until when, and on what evidence."""
    return tuple(_entries(advice, reader))


def _entries(advice: Recommendation, reader: Reader) -> Iterator[Entry]:
    say = reader.say
    yield Entry("", advice.action)
    if advice.dose is not None:
        yield Entry(say("how-much"), _dose(advice.dose, reader))
    if advice.steps:
        yield Entry(say("how"), more=tuple(Entry("", step) for step in advice.steps))
    choices = [each.title for each in (*advice.foods, *advice.exercises)]
    if choices:
        yield Entry(say("choose-from"), reader.chained(choices, "list-comma"))
    if advice.cautions:
        yield Entry(say("mind"), more=tuple(Entry("", each) for each in advice.cautions))
    if advice.reasons:
        yield Entry(say("why"), more=tuple(_reason(each, reader) for each in advice.reasons))
    if advice.expect:
        yield Entry(say("expect"), advice.expect)
    if advice.done_when:
        yield Entry(say("done"), advice.done_when)
    yield Entry(say("evidence"), evidence_line(advice, reader))
    area = reader.word("areas", advice.area)
    yield Entry(say("weight-of-advice"), say("area-and-share", area=area, priority=advice.priority))


def _dose(dose: Dose, reader: Reader) -> str:
    behind = f" {reader.say('from-these', basis=dose.basis)}" if dose.basis else ""
    return dose.text + behind


def _reason(reason: Reason, reader: Reader) -> Entry:
    sure = f" ({reader.word('verdicts', reason.verdict)})" if reason.verdict else ""
    return Entry("", reason.text + sure)


def evidence_line(recommendation: Recommendation, reader: Reader) -> str:
    """How sure it is, its references, and how many claims of the guides it stands on."""
    references = [each.id for each in recommendation.sources if each.kind == "reference"]
    claims = sum(each.kind == "claim" for each in recommendation.sources)
    told = reader.say("claims-of-the-guides", number=claims) if claims else ""
    listed = reader.chained(references, "list-comma")
    sources = reader.chained(filter(None, (listed, told)), "list-semicolon")
    return reader.chained(
        filter(None, (reader.word("verdicts", recommendation.evidence), sources)), "list-semicolon"
    )


def message_in_full(message: Message) -> tuple[Entry, ...]:
    """Its whole text, under the question that it answers."""
    return (Entry(message.question or "", message.text),)
