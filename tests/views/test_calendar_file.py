"""Calendar files, read back by a parser that is not ours."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.plain import plain
from backfat_rules.views.calendar_file import Event, calendar_text

WRITTEN = datetime(2026, 12, 1, 8, tzinfo=UTC)
TEXTS = st.text(max_size=200)
ZONES = st.sampled_from([UTC, ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Kolkata")])
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def event(**other: Any) -> Event:
    """An event, with some of it other than usual."""
    usual: dict[str, Any] = {
        "uid": "2026-12-07-strength@backfat-rules",
        "day": date(2026, 12, 7),
        "begins": None,
        "minutes": 30,
        "title": "Strength",
        "text": "",
        "kind": "strength",
    }
    return Event(**(usual | other))


def read(text: str) -> list[Any]:
    """The events of a calendar, as a parser understands them; anything odd is an error."""
    calendar = icalendar.Calendar.from_ical(text)
    assert isinstance(calendar, icalendar.Calendar)
    assert {"VERSION", "PRODID"} <= calendar.keys()
    assert [*calendar.errors] == []
    assert all(each.name == "VEVENT" and not each.errors for each in calendar.subcomponents)
    return calendar.subcomponents


def shown(text: str) -> str:
    """A text whose lines are plain, as it is written."""
    return "\n".join(map(plain, text.split("\n")))


@given(TEXTS.filter(bool), TEXTS.filter(bool))
def test_any_text_comes_back_whole(title: str, text: str) -> None:
    """Commas, line ends, backslashes and every script arrive in the calendar as they were told."""
    (got,) = read(calendar_text([event(title=title, text=text)], "Training", "en", WRITTEN))
    assert str(got["SUMMARY"]) == shown(title)
    assert str(got["DESCRIPTION"]) == shown(text)
    assert len(got.keys() - {"DESCRIPTION"}) == 7


@given(TEXTS, TEXTS)
def test_lines_are_as_short_as_calendars_ask(title: str, text: str) -> None:
    """Every line ends as the standard says and has at most 75 octets, cut in no character."""
    written = calendar_text([event(title=title, text=text)], title, "en", WRITTEN).encode()
    assert written.endswith(b"\r\n")
    lines = written.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert [line.decode() for line in lines]


@given(DAYS, st.times(), ZONES, st.integers(1, 300))
def test_hours_are_universal(day: date, hour: Any, zone: Any, minutes: int) -> None:
    """An event begins at its moment in every zone, and names no zone that must be looked up."""
    begins = datetime.combine(day, hour.replace(microsecond=0), zone)
    text = calendar_text([event(begins=begins, minutes=minutes)], "Training", "en", WRITTEN)
    (got,) = read(text)
    start, end = got["DTSTART"].dt, got["DTEND"].dt
    assert start.utcoffset() == timedelta(0)
    assert (start, end) == (begins, begins.astimezone(UTC) + timedelta(minutes=minutes))
    assert "TZID" not in text
    assert "VALARM" not in text


@given(DAYS)
def test_without_an_hour_it_takes_the_day_and_no_time(day: date) -> None:
    """What has no hour stands on its day, blocks none of it, and is over at the next."""
    (got,) = read(calendar_text([event(day=day)], "Training", "en", WRITTEN))
    assert (got["DTSTART"].dt, got["DTEND"].dt) == (day, day + timedelta(days=1))
    assert got["TRANSP"] == "TRANSPARENT"


@pytest.mark.parametrize("attack", ["x\r\nBEGIN:VALARM", "x\nEND:VEVENT", "x\u2028DTSTART:1"])
def test_a_text_cannot_write_properties(attack: str) -> None:
    """A title of somebody's own rules cannot ring, or end the event early."""
    text = calendar_text([event(title=attack, uid=attack, kind=attack)], attack, "en", WRITTEN)
    (got,) = read(text)
    assert got["DTSTART"].dt == date(2026, 12, 7)
    assert got.subcomponents == []
