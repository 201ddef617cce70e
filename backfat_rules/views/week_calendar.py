"""A programme as a calendar: one event for each session."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from hashlib import sha256
from zoneinfo import ZoneInfo

from backfat_rules.arguments import must_be
from backfat_rules.errors import BackfatRulesError
from backfat_rules.plain import shown_value
from backfat_rules.planning.programme_content import Item, ProgrammeContent, Session
from backfat_rules.views.calendar_file import Event, calendar_text
from backfat_rules.wording import Reader


def programme_calendar(
    programme: ProgrammeContent,
    reader: Reader,
    *,
    at: str | time | None = None,
    zone: str | None = None,
    name: str = "",
    written: datetime | None = None,
) -> str:
    """The sessions as the text of an .ics file; ``Programme.to_ics`` says what is asked for.

    Raises:
        BackfatRulesError: there is no session or no date, or an hour without a zone, or a zone
            that is not known.
    """
    if not any(week.sessions for week in programme.weeks):
        raise BackfatRulesError("There is no session in this programme, so nothing to write down.")
    if programme.start is None:
        remedy = 'Make it with one: plan.programme(start="2026-12-07").'
        raise BackfatRulesError(f"A calendar needs the day on which the programme starts. {remedy}")
    if written is None:
        written = datetime.combine(programme.start, time(), UTC)
    must_be(datetime, written, "When it was written is a moment")
    if written.tzinfo is None:
        raise BackfatRulesError("When it was written is a moment with a zone: datetime.now(UTC).")
    events = _Sessions(reader, _hour(at, zone), name).events(programme)
    title = reader.say("your-week")
    return calendar_text(events, title, reader.language, written)


def _hour(at: object, zone: object) -> time | None:
    """The hour with its zone; no event floats, as another zone would move it."""
    if at is None:
        return None
    try:
        hour = time.fromisoformat(at) if isinstance(at, str) else at
    except ValueError:
        hour = None
    if not isinstance(hour, time):
        raise BackfatRulesError(
            f'A session begins at an hour such as "18:00", not {shown_value(at)}.'
        )
    if zone is None and hour.tzinfo is not None:
        return hour
    if not isinstance(zone, str):
        remedy = 'Name it, as in zone="Europe/Berlin".'
        raise BackfatRulesError(f"An hour needs the time zone that it is meant in. {remedy}")
    try:
        return hour.replace(tzinfo=ZoneInfo(zone))
    except (KeyError, ValueError, OSError):  # not found, a path, or a folder of zones
        said = f"There is no time zone {shown_value(zone)}."
        raise BackfatRulesError(f"{said} Zones are called like Europe/Berlin.") from None


class _Sessions:
    def __init__(self, reader: Reader, hour: time | None, name: str) -> None:
        self.reader = reader
        self.say = reader.say
        self.hour = hour
        self.name = f"-{sha256(name.encode()).hexdigest()[:8]}" if name else ""

    def events(self, programme: ProgrammeContent) -> Iterator[Event]:
        for week in programme.weeks:
            for day in week.days:
                seen: Counter[str] = Counter()
                begins = self._begins(day.date)
                for session in day.sessions:
                    seen[session.rule] += 1
                    if day.date is not None:
                        yield self._event(session, day.date, begins, seen[session.rule])
                    if begins is not None:
                        begins = _later(begins, session.minutes)

    def _begins(self, day: date | None) -> datetime | None:
        return datetime.combine(day, self.hour) if day and self.hour else None

    def _event(self, session: Session, day: date, begins: datetime | None, nth: int) -> Event:
        """An event whose name stays, whatever else of the session changes."""
        again = f"-{nth}" if nth > 1 else ""
        return Event(
            uid=f"{day.isoformat()}-{session.rule}{again}{self.name}@backfat-rules",
            day=day,
            begins=begins,
            minutes=session.minutes,
            title=self.say("session-line", title=session.title, minutes=session.minutes),
            text="\n".join(self._lines(session)),
            kind=self.reader.word("session-kinds", session.kind),
        )

    def _lines(self, session: Session) -> Iterator[str]:
        yield session.why
        if session.warm_up:
            minutes = session.warm_up_minutes
            yield self.say("warm-up-line", minutes=minutes, text=session.warm_up)
        for item in session.items:
            yield self._line(item)
            if item.ramp_up_text:
                label = self.say("first-sets")
                yield self.say("label-and-text", label=label, text=item.ramp_up_text)
        if session.cool_down:
            minutes = session.cool_down_minutes
            yield self.say("cool-down-line", minutes=minutes, text=session.cool_down)

    def _line(self, item: Item) -> str:
        told = self.say("item-line", title=item.title, dose=item.dose)
        return self.say("label-and-effort", told=told, effort=item.effort)


def _later(begins: datetime, minutes: int) -> datetime:
    """So many minutes after a moment, also on the night when clocks are changed."""
    zone = begins.tzinfo
    universal = begins.astimezone(UTC)
    return datetime.fromtimestamp(universal.timestamp() + 60 * minutes, UTC).astimezone(zone)
