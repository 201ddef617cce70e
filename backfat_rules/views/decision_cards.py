"""A decision and its parts as cards: ids and numbers, as a decision holds them."""

from __future__ import annotations

from backfat_rules.decision import DecisionContent
from backfat_rules.decision.content import Advice, Held
from backfat_rules.views.advice_cards import priority_table
from backfat_rules.views.sections import Card, Entry, Part, Table
from backfat_rules.wording import Reader


def decision_card(decision: DecisionContent, reader: Reader) -> Card:
    """The gate, what is advised in which order, and what is held back by what."""
    say = reader.say
    parts: list[Part] = []
    if decision.advice:
        rows = tuple(_row(each, decision, reader) for each in decision.advice)
        columns = (say("rank"), say("id"), say("priority"), say("is-first-step"))
        parts.append(Table(say("advice-in-order"), columns, rows))
    if decision.withheld:
        held = tuple((each.id, *_stopped(each, reader)) for each in decision.withheld)
        parts.append(
            Table(say("left-out"), (say("id"), say("how-stopped"), say("stopped-by")), held)
        )
    return Card(reader.word("gate-lines", decision.gate), tuple(parts))


def advice_card(advice: Advice, reader: Reader) -> Card:
    """One piece of advice of a decision: its rank, what its priority is made from, what ends it."""
    ends = [Entry(reader.say("goes-away-with"), ", ".join(advice.end.facts))] if advice.end else []
    table = priority_table(advice.priority, advice.priority_parts, reader)
    return Card(advice.id, (Entry(reader.say("rank"), reader.number(advice.rank)), table, *ends))


def held_card(held: Held, reader: Reader) -> Card:
    """What is held back, and by what."""
    how, by = _stopped(held, reader)
    say = reader.say
    return Card(held.id, (Entry(say("how-stopped"), how), Entry(say("stopped-by"), by)))


def _row(advice: Advice, decision: DecisionContent, reader: Reader) -> tuple[str, str, str, str]:
    first = reader.say("yes" if advice.id in decision.first_steps else "no")
    return reader.number(advice.rank), advice.id, reader.number(advice.priority), first


def _stopped(held: Held, reader: Reader) -> tuple[str, str]:
    how = reader.word("stop-kinds", "unanswered" if held.unanswered else held.kind)
    return how, held.by
