"""Which sentences of the knowledge can stand on the page of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backfat_rules.errors import Location
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.lines import Line
from backfat_rules.knowledge.rules import (
    Finding,
    Mechanism,
    MessageRule,
    RecommendationRule,
    Screening,
)
from backfat_rules.plain import amount_alone, sentences_of

Said = tuple[Location, str]


def said_on_pages(draft: Draft) -> Iterator[tuple[Said, ...]]:
    """What each entry can put on a page, sentence by sentence."""
    for advice in draft.every(RecommendationRule):
        yield tuple(_of_advice(advice))
    for finding in (*draft.every(Finding), *draft.every(Mechanism)):
        for rule in finding.rules:
            yield tuple(_each(rule.place.of("reason"), sentences_of(rule.reason.text)))
    for message in draft.every(MessageRule):
        first = sentences_of(message.text[0].text.text)[:1]
        yield tuple(_each(message.place.of("text"), first))
    for screening in draft.every(Screening):
        yield tuple(_of_screening(screening))


def _of_advice(advice: RecommendationRule) -> Iterator[Said]:
    """Its title, amount and first caution, and the steps of which one comes first for somebody."""
    yield advice.place.of("title"), advice.title
    first = _up_to_one_for_everybody(advice.steps)
    field, lines = ("steps", first) if first else ("action", advice.action)
    for line in lines:
        yield from _each(advice.place.of(field), sentences_of(line.text.text))
    if advice.dose is not None:
        yield advice.dose.place.of("text"), amount_alone(advice.dose.text.text)
        yield advice.dose.place.of("default"), amount_alone(advice.dose.default.render())
    for line in advice.cautions[:1]:
        yield from _each(advice.place.of("cautions"), sentences_of(line.text.text))


def _of_screening(screening: Screening) -> Iterator[Said]:
    """What its message begins with and its alarms; all of it where a page says it in full."""
    in_full = GATES[screening.gate].rank >= GATES["clarify"].rank
    for at, line in enumerate(screening.message):
        said = sentences_of(line.text.text)
        shown = said if in_full or line.alarm else said[:2] if at == 0 else ()
        yield from _each(screening.place.of("message"), shown)


def _up_to_one_for_everybody(lines: Iterable[Line]) -> tuple[Line, ...]:
    found: list[Line] = []
    for line in lines:
        found.append(line)
        if line.for_everybody:
            break
    return tuple(found)


def _each(where: Location, sentences: Iterable[str]) -> Iterator[Said]:
    return ((where, each) for each in sentences)
