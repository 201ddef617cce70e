"""A training week in a calendar, read back by a parser that is not ours."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from backfat_rules import BackfatRulesError, Profile, recommend
from tests.planning.people import BUSY
from tests.views.test_calendar_file import read

PLAN = recommend(BUSY)
WEEK = PLAN.programme(start="2026-10-19", weeks=2)  # clocks change on the 25th in Berlin
SESSIONS = [
    (day.date, session) for week in WEEK.weeks for day in week.days for session in day.sessions
]


def test_every_session_is_an_event_of_its_day() -> None:
    """The calendar has what the week has: each session once, on its day, with its moves."""
    events = read(WEEK.to_ics())
    assert [each["DTSTART"].dt for each in events] == [day for day, _ in SESSIONS]
    for event, (_, session) in zip(events, SESSIONS, strict=True):
        assert str(event["SUMMARY"]) == f"{session.title}, {session.minutes} min"
        assert all(f"{item.title}: {item.dose}" in event["DESCRIPTION"] for item in session.items)


def test_names_are_one_of_a_kind_and_stay() -> None:
    """Written again, each event replaces itself; two people who share a calendar keep apart."""
    names = [str(each["UID"]) for each in read(WEEK.to_ics())]
    again = [str(each["UID"]) for each in read(WEEK.to_ics(at="07:30", zone="Europe/Berlin"))]
    other = {str(each["UID"]) for each in read(WEEK.to_ics(name="Sam"))}
    assert len({*names}) == len(names)
    assert again == names
    assert other.isdisjoint(names)


def test_an_hour_stays_the_hour_of_its_zone() -> None:
    """Half past six is half past six in Berlin, in summer time and after it; stored as UTC."""
    zone = ZoneInfo("Europe/Berlin")
    first: dict[date, Any] = {}
    for event in read(WEEK.to_ics(at="18:30", zone="Europe/Berlin")):
        begins = event["DTSTART"].dt
        assert begins.utcoffset() == timedelta(0)
        first.setdefault(begins.astimezone(zone).date(), begins.astimezone(zone).time())
    assert first.keys() == {day for day, _ in SESSIONS}
    assert {*first.values()} == {time(18, 30)}


def test_sessions_of_one_day_follow_each_other() -> None:
    """The second session of a day begins when the first is over."""
    ends: dict[date, datetime] = {}
    for event in read(WEEK.to_ics(at="06:00", zone="UTC")):
        begins, end = event["DTSTART"].dt, event["DTEND"].dt
        assert begins == ends.get(begins.date(), begins)
        ends[begins.date()] = end


def test_the_file_is_the_same_whenever_it_is_made() -> None:
    """No clock is read, so equal weeks are equal files; who knows when it was written says so."""
    again = recommend(BUSY).programme(start="2026-10-19", weeks=2)
    assert again.to_ics() == WEEK.to_ics()
    now = datetime(2026, 10, 1, 9, tzinfo=UTC)
    assert read(WEEK.to_ics(written=now))[0]["DTSTAMP"].dt == now


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"at": "18:00"}, "An hour needs the time zone"),
        ({"at": "six", "zone": "UTC"}, "begins at an hour such as \"18:00\", not 'six'"),
        ({"at": 18, "zone": "UTC"}, 'begins at an hour such as "18:00", not 18'),
        ({"at": "18:00", "zone": "Berlin"}, "There is no time zone 'Berlin'"),
        ({"at": "18:00", "zone": "../etc"}, "There is no time zone"),
        ({"at": "18:00", "zone": ""}, "There is no time zone"),
        ({"written": datetime(2026, 10, 1)}, "a moment with a zone"),
        ({"written": "2026-10-01"}, "is a moment, not"),
    ],
)
def test_nothing_floats(asked: dict[str, Any], said: str) -> None:
    """An hour that would mean another moment elsewhere is refused, with what to write."""
    with pytest.raises(BackfatRulesError, match=said):
        WEEK.to_ics(**asked)


def test_a_calendar_needs_dates_and_sessions() -> None:
    """What has no day, or nothing to do, makes no file; the message says how to mend it."""
    with pytest.raises(BackfatRulesError, match="needs the day on which the programme starts"):
        PLAN.programme().to_ics()
    urgent = recommend(Profile(symptoms={"chest_pain"})).programme(start="2026-10-19")
    with pytest.raises(BackfatRulesError, match="no session in this programme"):
        urgent.to_ics()
