"""Events as a calendar file (RFC 5545): without a clock, a time zone to look up, or an alarm."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from backfat_rules.plain import plain
from backfat_rules.version import __version__

_ESCAPED = re.compile(r"[\\;,\n]")
_LONGEST = 75
"""No line of the file has more octets than this, without its end."""


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a calendar.

    Attributes:
        uid: what tells it from all others, and stays when it is written again.
        day: on which day.
        begins: when, in any zone; None where it takes a place on the day and no hour.
        minutes: how long, where it has an hour.
        title: what it is.
        text: what is said of it, of any number of lines.
        kind: a word by which calendars sort.
    """

    uid: str
    day: date
    begins: datetime | None
    minutes: int
    title: str
    text: str
    kind: str


def calendar_text(events: Iterable[Event], title: str, language: str, written: datetime) -> str:
    """The file: hours in universal time, so that every calendar shows its own.

    Args:
        events: in their order.
        title: what the calendar is called.
        language: the language of the texts.
        written: when it was; events that are written again later replace those of before.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//backfat-rules//{__version__}//{language.upper()}",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_escaped(title)}",
    ]
    for event in events:
        lines += _event(event, _moment(written))
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(event: Event, stamp: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(event.uid)}"
    yield f"DTSTAMP:{stamp}"
    if event.begins is None:
        yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
        yield f"DTEND;VALUE=DATE:{_day(event.day + timedelta(days=1))}"
    else:
        begins = event.begins.astimezone(UTC)
        yield f"DTSTART:{_moment(begins)}"
        yield f"DTEND:{_moment(begins + timedelta(minutes=event.minutes))}"
    yield f"SUMMARY:{_escaped(event.title)}"
    if event.text:
        yield f"DESCRIPTION:{_escaped(event.text)}"
    yield f"CATEGORIES:{_escaped(event.kind)}"
    yield "TRANSP:" + ("TRANSPARENT" if event.begins is None else "OPAQUE")
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _moment(moment: datetime) -> str:
    moment = moment.astimezone(UTC)
    return f"{_day(moment)}T{moment.hour:02}{moment.minute:02}{moment.second:02}Z"


def _escaped(text: str) -> str:
    r"""A text as a value: what would end or part it is marked, and nothing in it is a command.

    >>> _escaped("rows, then rest; slowly")
    'rows\\, then rest\\; slowly'
    """
    shown = "\n".join(map(plain, text.split("\n")))
    return _ESCAPED.sub(lambda found: "\\n" if found[0] == "\n" else f"\\{found[0]}", shown)


def _folded(line: str) -> Iterator[str]:
    """A line in parts that are short enough, none of which ends inside a character."""
    part, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > _LONGEST:
            yield part
            part, size = " ", 1
        part, size = part + character, size + octets
    yield part
