"""Everything about one piece of advice or one message, in the order in which a person asks."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from backfat_rules.planning.plan_content import Dose, Message, OtherWay, Reason, Recommendation
from backfat_rules.views.sections import Entry
from backfat_rules.wording import Reader


def recommendation_in_full(
    advice: Recommendation, reader: Reader, said: Collection[str] = ()
) -> tuple[Entry, ...]:
    """What to do, how, why, until when, and on what evidence; no caution that was said before."""
    area = reader.word("areas", advice.area)
    weight = reader.say("area-and-share", area=area, priority=advice.priority)
    return (
        *told_in_full(advice, reader, said),
        Entry(reader.say("weight-of-advice"), weight, behind=True),
    )


def way_in_full(way: OtherWay, reader: Reader) -> tuple[Entry, ...]:
    """What to do another way, how, and until when."""
    return (*_doing(way, reader), *_ending(way, reader))


def told_in_full(
    advice: Recommendation, reader: Reader, said: Collection[str] = ()
) -> Iterator[Entry]:
    """The same but for its weight."""
    say = reader.say
    yield from _doing(advice, reader, said)
    if advice.ways:
        yield Entry(say("or-else"), more=tuple(_way(each, reader) for each in advice.ways))
    if advice.reasons:
        reasons = tuple(_reason(each, reader) for each in advice.reasons)
        yield Entry(say("why"), more=reasons, behind=True)
    yield from _ending(advice, reader)
    yield Entry(say("evidence"), evidence_line(advice, reader), behind=True)


def _doing(
    advice: Recommendation | OtherWay, reader: Reader, said: Collection[str] = ()
) -> Iterator[Entry]:
    """What to do, how much, in which steps, with what, and what to mind."""
    say = reader.say
    yield Entry("", advice.action)
    if advice.dose is not None:
        yield Entry(say("how-much"), _dose(advice.dose, reader))
    if advice.steps:
        yield Entry(say("how"), more=tuple(Entry("", step) for step in advice.steps))
    choices = [each.title for each in (*advice.foods, *advice.exercises)]
    if choices:
        yield Entry(say("choose-from"), reader.chained(choices, "list-comma"))
    cautions = tuple(Entry("", each) for each in advice.cautions if each not in said)
    if cautions:
        yield Entry(say("mind"), more=cautions)


def _ending(advice: Recommendation | OtherWay, reader: Reader) -> Iterator[Entry]:
    """What to expect, and what ends it."""
    if advice.expect:
        yield Entry(reader.say("expect"), advice.expect)
    if advice.done_when:
        yield Entry(reader.say("done"), advice.done_when)


def _way(way: OtherWay, reader: Reader) -> Entry:
    """Another thing to do about the same: what, how much, with what."""
    told = [way.action]
    if way.dose is not None:
        told.append(reader.say("labelled", label=reader.say("how-much"), text=way.dose.in_short))
    choices = [each.title for each in (*way.foods, *way.exercises)]
    if choices:
        listed = reader.chained(choices, "list-comma")
        told.append(reader.say("labelled", label=reader.say("choose-from"), text=listed))
    return Entry(way.title, " ".join(told))


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
