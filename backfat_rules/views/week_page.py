"""A programme as plain text: the first week day by day, then what is other in the weeks after."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from backfat_rules.plain import plain
from backfat_rules.planning.goal_names import goal_names
from backfat_rules.planning.programme_content import Day, Item, ProgrammeContent, Session, Week
from backfat_rules.views.week_layout import (
    caution_lines,
    day_name,
    day_names,
    equal_sessions,
    sets_by_group,
    shared_effort,
    whys,
)
from backfat_rules.wording import Reader


def programme_text(programme: ProgrammeContent, width: int, reader: Reader) -> str:
    """The programme to read."""
    page = _Page(width, reader)
    return "\n".join(page.lines(programme))


def not_in_the_week(programme: ProgrammeContent, reader: Reader) -> Iterator[str]:
    """What safety keeps out of the weeks, and what nothing that is open would serve."""
    said = {"more-not-wanted": programme.held_back, "no-move-for": programme.out_of_reach}
    for sentence, ids in said.items():
        if ids:
            yield reader.say(sentence, goals=reader.listed(goal_names(ids, reader)))


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
            yield from self._notes(programme)
            yield from ("", *self._wrapped(programme.notice))
            return
        yield from self._first(programme)
        if programme.improved is not None:
            yield from self._wrapped(programme.improved.text)
        for line in not_in_the_week(programme, self._reader):
            yield from self._wrapped(line)
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
        yield from self._notes(programme)
        yield from ("", *self._wrapped(programme.notice))

    def _notes(self, programme: ProgrammeContent) -> Iterator[str]:
        if not programme.notes:
            return
        yield from ("", *self._wrapped(self._say("good-to-know")))
        for note in programme.notes:
            yield from self._wrapped(f"- {self._reader.opening(note.title)}: {note.text}", "", "  ")

    def _first(self, programme: ProgrammeContent) -> Iterator[str]:
        """Which session stands on which day, and then each session once."""
        week = programme.weeks[0]
        yield ""
        for day in week.days:
            yield from self._wrapped(self._glance(day), "", "  ")
        if cautions := [*caution_lines(programme, self._reader)]:
            yield from ("", *self._wrapped(self._say("mind-in-moves")))
            for line in cautions:
                yield from self._wrapped(f"- {line}", "", "  ")
        for together in equal_sessions(week):
            yield ""
            yield from self._session(*together)
        yield ""
        if sets := sets_by_group(week, self._reader):
            said = (
                self._say("muscle-and-sets", muscle=group, sets=number)
                for group, number in sets.items()
            )
            line = self._reader.chained(said, "list-comma")
            yield from self._wrapped(f"{self._say('sets-of-the-week')}: {line}", "", "  ")
        if week.aerobic_minutes:
            yield from self._wrapped(
                self._say("endurance-of-the-week", minutes=week.aerobic_minutes)
            )
        if week.missed:
            goals = self._reader.knowledge.week_goals
            titles = self._reader.listed((goals[each].title for each in week.missed), "list-or")
            yield from self._wrapped(self._say("week-misses", goals=titles), "", "  ")

    def _heading(self, week: Week) -> str:
        first = week.days[0].date
        if first is None:
            return self._say("week-number", number=week.number)
        return self._say("week-from", number=week.number, date=first.isoformat())

    def _glance(self, day: Day) -> str:
        """What stands on a day, in a line."""
        lines = (
            self._say("session-line", title=each.title, minutes=each.minutes)
            for each in day.sessions
        )
        text = self._reader.chained(lines, "list-semicolon") or self._say("free-day")
        return self._say("label-and-text", label=day_name(day, self._reader), text=text)

    def _session(
        self, days: tuple[Day, ...], session: Session, about: tuple[str, ...]
    ) -> Iterator[str]:
        line = self._say("session-line", title=session.title, minutes=session.minutes)
        heading = self._say("label-and-text", label=day_names(days, self._reader), text=line)
        yield from self._wrapped(heading, "", "  ")
        for text in about:
            yield from self._wrapped(text, "  ", "  ")
        if session.warm_up:
            minutes = session.warm_up_minutes
            warm_up = self._say("warm-up-line", minutes=minutes, text=session.warm_up)
            yield from self._wrapped(f"- {warm_up}", "  ", "    ")
        shared = shared_effort(session)
        if shared:
            effort = self._say("effort-of-session", effort=shared)
            yield from self._wrapped(effort, "  ", "  ")
        for item, why in whys(session):
            yield from self._item(item, why, shared)
        if session.cool_down:
            minutes, text = session.cool_down_minutes, session.cool_down
            cool_down = self._say("cool-down-line", minutes=minutes, text=text)
            yield from self._wrapped(f"- {cool_down}", "  ", "    ")

    def _item(self, item: Item, why: str | None, shared: str | None) -> Iterator[str]:
        line = self._say("item-line", title=item.title, dose=item.dose)
        if item.effort != shared:
            line = self._say("label-and-effort", told=line, effort=item.effort)
        yield from self._wrapped(f"- {line}", "  ", "    ")
        if item.ramp_up_text:
            first = self._say("first-sets")
            text = self._say("label-and-text", label=first, text=item.ramp_up_text)
            yield from self._wrapped(text, "    ", "    ")
        yield from self._wrapped(why or "", "    ", "    ")

    def _wrapped(self, text: str, first: str = "", others: str = "") -> list[str]:
        return wrap(
            plain(text),
            self._width,
            initial_indent=first,
            subsequent_indent=others,
            break_on_hyphens=False,
        )
