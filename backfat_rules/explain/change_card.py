"""A change of a plan as a card: what has a before and an after stands in tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from backfat_rules.profile.json_facts import FactJson, value_of
from backfat_rules.views.blocks import listed
from backfat_rules.views.sections import Card, Part, Table
from backfat_rules.wording import Reader

if TYPE_CHECKING:
    from backfat_rules.explain.change import FactChange, Moved, PlanChange


def change_card(change: PlanChange, reader: Reader) -> Card:
    """What is different, each kind under its heading."""
    return Card(parts=tuple(_parts(change, reader)))


def _parts(change: PlanChange, reader: Reader) -> Iterator[Part]:
    say = reader.say
    up, down = say("more-important"), say("less-important")
    tables = {
        say("told-differently"): _facts(change.facts, reader),
        up: _moved(up, change.moved_up, reader),
        down: _moved(down, change.moved_down, reader),
    }
    for heading, items in change.blocks(reader):
        yield tables.get(heading) or listed(heading, items)


def _facts(facts: tuple[FactChange, ...], reader: Reader) -> Table:
    say = reader.say
    columns = (say("fact"), say("before"), say("after"))
    rows = (
        (
            reader.label(each.fact),
            _amount(each, each.before, reader),
            _amount(each, each.after, reader),
        )
        for each in facts
    )
    return Table(say("told-differently"), columns, tuple(rows))


def _amount(change: FactChange, told: FactJson | None, reader: Reader) -> str:
    return reader.say("not-told") if told is None else reader.amount(change.fact, value_of(told))


def _moved(heading: str, moved: tuple[Moved, ...], reader: Reader) -> Table:
    say = reader.say
    columns = (say("advice"), say("before"), say("after"), say("because"))
    rows = (
        (each.title, reader.number(each.before), reader.number(each.after), each.reason)
        for each in moved
    )
    return Table(heading, columns, tuple(rows))
