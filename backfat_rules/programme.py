"""A programme of training weeks as apps hold it: data that can show itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any, Self

from pydantic import PrivateAttr

from backfat_rules.arguments import must_be, must_be_a_count
from backfat_rules.errors import BackfatRulesError
from backfat_rules.in_order import id_of
from backfat_rules.plain import shown_value
from backfat_rules.planning import Reasoner, reasoner_of
from backfat_rules.planning.programme_content import Item, ProgrammeContent
from backfat_rules.planning.programme_telling import tell_programme
from backfat_rules.planning.telling import Telling
from backfat_rules.planning.told import checked_facts
from backfat_rules.planning.week_changes import Log, WeekChanges
from backfat_rules.planning.week_reading import days_of
from backfat_rules.planning.week_why import WhyInWeek, why_in_week
from backfat_rules.reading_back import ReadBack, StoredKind
from backfat_rules.training_week.decided_week import WEEKDAYS
from backfat_rules.training_week.deciding_weeks import decide_weeks
from backfat_rules.views.in_notebooks import InNotebooks
from backfat_rules.views.pictures.body_picture import body_picture
from backfat_rules.views.pictures.picture import Picture
from backfat_rules.views.rows import Cell
from backfat_rules.views.text import WIDTH, must_be_a_width
from backfat_rules.views.week_calendar import programme_calendar
from backfat_rules.views.week_html import programme_html
from backfat_rules.views.week_page import programme_text
from backfat_rules.views.week_rows import week_rows
from backfat_rules.wording import Reader, shipped_reader

MOST_WEEKS = 52
"""More weeks than a year has would be no plan that anybody keeps."""


class Programme(InNotebooks, ReadBack, ProgrammeContent, frozen=True):
    """What to train on which day, how much, and why; frozen, and ready for JSON.

    ``programme.days`` are the days of the first week, ``programme.weeks`` all weeks. It is made by
    ``plan.programme()``. ``print(programme)`` shows a page of it.

    >>> from backfat_rules import Profile, recommend
    >>> week = recommend(Profile(sleep_hours=7, training_days={"mon", "thu"})).programme()
    >>> [day.weekday for day in week.days if any(s.kind == "strength" for s in day.sessions)]
    ['mon', 'thu']
    >>> Programme.model_validate_json(week.model_dump_json()) == week
    True
    """

    stored_as = StoredKind(
        name="programme", format="1", remedy="Make it anew: recommend(facts).programme()."
    )
    _reasoner: Reasoner | None = PrivateAttr(default=None)
    _telling: Telling | None = PrivateAttr(default=None)

    @classmethod
    def told(
        cls,
        telling: Telling,
        reasoner: Reasoner,
        start: date | str | None = None,
        weeks: int = 1,
        days: int | None = None,
        after: ProgrammeContent | None = None,
        *,
        improve: bool = False,
    ) -> Self:
        """The programme for what a plan is told from.

        Raises:
            BackfatRulesError: the start is no day, the weeks or days are no sensible number, or the
                week is to be improved and highspy (the extra ``week``) is not installed.
        """
        must_be_a_count(weeks, "weeks")
        if not 1 <= weeks <= MOST_WEEKS:
            raise BackfatRulesError(f"A programme has 1 to {MOST_WEEKS} weeks, not {weeks}.")
        if days is not None:
            must_be_a_count(days, "days")
            if not 1 <= days <= len(WEEKDAYS):
                raise BackfatRulesError(f"A week has 1 to {len(WEEKDAYS)} days, not {days}.")
        monday = monday_from(start)
        must_be(ProgrammeContent | None, after, "A week comes after a programme")
        kept = () if after is None else tuple(after.moves)
        before = days_of(after.weeks[0]) if after is not None and after.weeks else None
        decided = decide_weeks(
            telling, telling.decision, weeks, days, kept, improve=improve, before=before
        )
        programme = tell_programme(decided, telling, cls, monday, days)
        object.__setattr__(programme, "__pydantic_private__", {})
        programme._reasoner, programme._telling = reasoner, telling
        return programme

    def text(self, *, width: int = WIDTH) -> str:
        """The programme to read: the first week day by day, then what changes in the others.

        Args:
            width: no line is longer, unless one word is.

        Raises:
            BackfatRulesError: the width is no whole number from 20 on.
        """
        must_be_a_width(width)
        return programme_text(self, width, self._reader())

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        sessions = sum(len(week.sessions) for week in self.weeks)
        return f"<Programme of {len(self.weeks)} weeks: {sessions} sessions>"

    def to_rows(self) -> list[dict[str, Cell]]:
        """A row for each move of each session, for ``DataFrame(week.to_rows())`` of any library."""
        return week_rows(self)

    def muscles(self, week: int = 1) -> Picture:
        """A body, front and back, shaded by the sets that a week has for each muscle.

        Args:
            week: the number of the week.

        Raises:
            BackfatRulesError: the programme has no such week.

        >>> from backfat_rules import Profile, recommend
        >>> week = recommend(Profile(sleep_hours=7, training_days={"mon", "thu"})).programme()
        >>> print(week.muscles())
        Muscles trained in a week
        Muscle ...
        """
        numbers = [each.number for each in self.weeks]
        if week not in numbers:
            there = f"from 1 to {len(numbers)}" if numbers else "none"
            raise BackfatRulesError(f"There is no week {shown_value(week)}; its weeks: {there}.")
        return body_picture(self.weeks[numbers.index(week)].sets_by_muscle, self._reader())

    def to_html(self) -> str:
        """The programme as a piece of HTML: each session, how each move is done, the muscles."""
        return programme_html(self, self._reader())

    def to_ics(
        self,
        *,
        at: str | time | None = None,
        zone: str | None = None,
        name: str = "",
        written: datetime | None = None,
    ) -> str:
        """The sessions as a calendar, for a file whose name ends in .ics; without alarms.

        A session keeps its name in the calendar: written again, it replaces what was there.

        Args:
            at: at which hour the first session of a day begins, such as ``"18:00"``; without one
                each takes a place on its day and no hour.
            zone: the time zone of the hour, such as ``"Europe/Berlin"``.
            name: tells apart the people who share a calendar.
            written: when this was; the midnight before the first day if None, so that equal
                programmes give equal files.

        Raises:
            BackfatRulesError: there is no session or no date, or an hour without a zone, or a zone
                that is not known.

        >>> from backfat_rules import Profile, recommend
        >>> week = recommend(Profile(training_days={"mon"})).programme(start="2026-12-07")
        >>> print(week.to_ics()[:30].splitlines())
        ['BEGIN:VCALENDAR', 'VERSION:2.0']
        """
        reader = self._reader()
        return programme_calendar(self, reader, at=at, zone=zone, name=name, written=written)

    def why(self, asked: str) -> WhyInWeek:
        """Why something is in the weeks as it is, with its sources.

        Args:
            asked: a move, a session by its kind or rule, or a number of the training week such as
                ``"hours-between-loads"``.

        Raises:
            BackfatRulesError: nothing of the weeks has this id.

        >>> from backfat_rules import Profile, recommend
        >>> week = recommend(Profile(experience="none", minutes_per_session=15)).programme()
        >>> week.why("hours-between-loads").value
        48
        """
        return why_in_week(id_of(asked), self, self._told())

    def swap(self, exercise: str) -> tuple[Item, ...]:
        """What fits wherever a move stands, the best first, as it would stand there.

        Raises:
            BackfatRulesError: the week has no such move.

        >>> from backfat_rules import Profile, recommend
        >>> week = recommend(Profile(experience="none", equipment={"band"})).programme()
        >>> "glute_bridge" in week.moves, len(week.swap("glute_bridge")) > 0
        (True, True)
        """
        return WeekChanges(self, self._told()).equivalents(id_of(exercise))

    def swapped(self, exercise: str, by: str) -> Self:
        """The programme with another move in the place of one, in every week.

        Raises:
            BackfatRulesError: the week has no such move, or the other does not fit: see ``swap``.
        """
        return self._with(WeekChanges(self, self._told()).swapped(id_of(exercise), id_of(by)))

    def log(self, done: Log) -> Self:
        """The week after the first one, from what was planned and what was done alone.

        A set with fewer repetitions than planned is a miss: the move stays as it is. What is not in
        the log was not done. ``weeks[0].changes`` says of each move what changes and why.

        Args:
            done: by weekday and move ``True``, or how many repetitions (or seconds) each set had.

        Raises:
            BackfatRulesError: the log names a day or a move that the week has not, or no sets.

        >>> from backfat_rules import Profile, recommend
        >>> week = recommend(Profile(experience="none", training_days={"mon"})).programme()
        >>> after = week.log({"mon": {"sit_to_stand": True}})
        >>> after.weeks[0].number, after.weeks[0].changes[0]
        (2, 'Sit to stand: 9 in place of 8, since all sets were done.')
        """
        must_be(Mapping, done, "A log says by weekday what was done")
        return self._with(WeekChanges(self, self._told()).next_week(done))

    def _with(self, fields: dict[str, Any]) -> Self:
        programme = self.model_copy(update=fields)
        programme._reasoner, programme._telling = self._reasoner, self._telling
        return programme

    def _told(self) -> Telling:
        """What it was told from; for a programme out of JSON it is made at the first question.

        Raises:
            BackfatRulesError: it was made from other knowledge.
            ProfileError: the facts of a programme out of JSON cannot be right.
        """
        if self._telling is None:
            reasoner = self._reasoner or reasoner_of()
            if reasoner.knowledge.version != self.knowledge_version:
                said = "This programme was made from other knowledge"
                raise BackfatRulesError(f"{said}. {self.stored_as.remedy}")
            self._telling = reasoner.telling(checked_facts(self.facts, reasoner.knowledge))
        return self._telling

    def _reader(self) -> Reader:
        return self._telling.reader if self._telling is not None else shipped_reader()

    def __eq__(self, other: object) -> bool:
        """Programmes are equal if they say the same."""
        return isinstance(other, ProgrammeContent) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]  # it holds mappings


def monday_from(start: date | str | None) -> date | None:
    """The first Monday from a day on.

    Raises:
        BackfatRulesError: it is no day.

    >>> monday_from("2026-12-02"), monday_from(None)
    (datetime.date(2026, 12, 7), None)
    """
    if start is None:
        return None
    day = start
    if isinstance(day, str):
        try:
            day = date.fromisoformat(day)
        except ValueError:
            day = start
    if not isinstance(day, date):
        said = f"A programme starts on a day, such as 2026-12-07, not {shown_value(start)}."
        raise BackfatRulesError(said)
    day = date(day.year, day.month, day.day)
    return day + timedelta(days=-day.weekday() % len(WEEKDAYS))
