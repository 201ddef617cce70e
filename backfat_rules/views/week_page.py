"""A programme as plain text: the first week day by day, then what is other in the weeks after."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from backfat_rules.plain import plain
from backfat_rules.planning.programme_content import Day, Item, ProgrammeContent, Session, Week
from backfat_rules.wording import Reader


def programme_text(programme: ProgrammeContent, width: int, reader: Reader) -> str:
    """The programme to read."""
    page = _Page(width, reader)
    return "\n".join(page.lines(programme))


def more_not_wanted(programme: ProgrammeContent, reader: Reader) -> str:
    """That what safety keeps out of the weeks is not asked for."""
    goals = reader.knowledge.week_goals
    titles = reader.listed(goals[each].title for each in programme.held_back)
    return reader.say("more-not-wanted", goals=titles)


class _Page:
    def __init__(self, width: int, reader: Reader) -> None:
        self._width, self._say, self._reader = width, reader.say, reader

    def lines(self, programme: ProgrammeContent) -> Iterator[str]:
        weeks = programme.weeks
        heading = self._say("no-week") if not weeks else self._say("your-week")
        if len(weeks) > 1:
            heading = self._say("your-weeks", weeks=len(weeks))
        yield from self._wrapped(heading)
        yield "=" * self._width
        yield from self._wrapped(programme.gate_line)
        if not weeks:
            yield from ("", *self._wrapped(programme.notice))
            return
        yield from self._first(weeks[0])
        if programme.held_back:
            yield from self._wrapped(more_not_wanted(programme, self._reader))
        for week in weeks[1:]:
            yield from ("", *self._wrapped(self._heading(week)))
            for change in week.changes:
                yield from self._wrapped(change, "  ", "  ")
            yield from self._wrapped(
                self._say("endurance-of-the-week", minutes=week.aerobic_minutes), "  ", "  "
            )
        if programme.conflicts:
            yield from ("", *self._wrapped(self._say("wishes-conflict")))
            for conflict in programme.conflicts:
                yield from self._wrapped(f"- {conflict.text}", "", "  ")
                for without in conflict.without:
                    yield from self._wrapped(without.text, "    ", "      ")
        yield from ("", *self._wrapped(self._say("good-to-know")))
        for note in programme.notes:
            yield from self._wrapped(f"- {self._reader.opening(note.title)}: {note.text}", "", "  ")
        yield from ("", *self._wrapped(programme.notice))

    def _first(self, week: Week) -> Iterator[str]:
        for day in week.days:
            yield ""
            yield from self._day(day)
        yield ""
        if week.sets_by_muscle:
            sets = self._reader.chained(
                (self._sets(*each) for each in week.sets_by_muscle.items()), "list-comma"
            )
            yield from self._wrapped(f"{self._say('sets-of-the-week')}: {sets}", "", "  ")
        if week.aerobic_minutes:
            yield from self._wrapped(
                self._say("endurance-of-the-week", minutes=week.aerobic_minutes)
            )
        if week.missed:
            goals = self._reader.knowledge.week_goals
            titles = self._reader.listed((goals[each].title for each in week.missed), "list-or")
            yield from self._wrapped(self._say("week-misses", goals=titles), "", "  ")

    def _sets(self, muscle: str, sets: float) -> str:
        title = self._reader.knowledge.muscles[muscle].title
        return self._say("muscle-and-sets", muscle=title, sets=sets)

    def _heading(self, week: Week) -> str:
        first = week.days[0].date
        if first is None:
            return self._say("week-number", number=week.number)
        return self._say("week-from", number=week.number, date=first.isoformat())

    def _day(self, day: Day) -> Iterator[str]:
        name = self._reader.word("weekdays", day.weekday)
        if day.date is not None:
            name = self._say("day-of", weekday=name, date=day.date.isoformat())
        if not day.sessions:
            yield from self._wrapped(f"{name}: {self._say('free-day')}")
            return
        yield from self._wrapped(name)
        for session in day.sessions:
            yield from self._session(session)

    def _session(self, session: Session) -> Iterator[str]:
        line = self._say("session-line", title=session.title, minutes=session.minutes)
        yield from self._wrapped(f"{line}. {session.why}", "  ", "    ")
        if session.warm_up:
            minutes = session.warm_up_minutes
            warm_up = self._say("warm-up-line", minutes=minutes, text=session.warm_up)
            yield from self._wrapped(f"- {warm_up}", "    ", "      ")
        for item in session.items:
            yield from self._item(item)

    def _item(self, item: Item) -> Iterator[str]:
        line = self._say("item-line", title=item.title, dose=item.dose)
        yield from self._wrapped(f"- {line}; {item.effort}.", "    ", "      ")
        if item.ramp_up_text:
            yield from self._wrapped(item.ramp_up_text, "      ", "      ")
        yield from self._wrapped(item.why, "      ", "      ")

    def _wrapped(self, text: str, first: str = "", others: str = "") -> list[str]:
        return wrap(
            plain(text),
            self._width,
            initial_indent=first,
            subsequent_indent=others,
            break_on_hyphens=False,
        )
