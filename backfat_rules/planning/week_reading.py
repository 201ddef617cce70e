"""A week in words back as what was decided: its ids and numbers."""

from __future__ import annotations

from dataclasses import fields

from backfat_rules.planning.programme_content import Item, Session, Week
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.decided_week import Days, DecidedItem, DecidedSession, DecidedWeek
from backfat_rules.training_week.goals import goals_met

_OF_AN_ITEM = tuple(each.name for each in fields(DecidedItem))


def decided_from(week: Week, builder: WeekBuilder) -> DecidedWeek:
    """What was decided for a week that has been told."""
    days = days_of(week)
    met, missed = goals_met(days, builder)
    return DecidedWeek(week.number, days, met, missed, week.easier)


def days_of(week: Week) -> Days:
    """The days of a week that has been told, as they were decided."""
    return tuple(tuple(map(_session, day.sessions)) for day in week.days)


def _session(session: Session) -> DecidedSession:
    return DecidedSession(
        rule=session.rule,
        kind=session.kind,
        minutes=session.minutes,
        warm_up_minutes=session.warm_up_minutes,
        items=tuple(map(_item, session.items)),
        part=session.part,
        cool_down_minutes=session.cool_down_minutes,
    )


def _item(item: Item) -> DecidedItem:
    return DecidedItem(**{name: getattr(item, name) for name in _OF_AN_ITEM})
