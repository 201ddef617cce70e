"""A programme as one piece of HTML: the week at a glance, each session, the muscles it trains."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from backfat_rules.planning.programme_content import Day, Item, ProgrammeContent, Week
from backfat_rules.views.html import marked_gate
from backfat_rules.views.html_writer import SMALL, HtmlWriter, table_html
from backfat_rules.views.moves import move_entry
from backfat_rules.views.pictures.body_picture import body_picture
from backfat_rules.views.sections import Entry, Table
from backfat_rules.views.style import piece
from backfat_rules.views.week_layout import (
    Together,
    caution_lines,
    day_name,
    day_names,
    equal_sessions,
    shared_effort,
    whys,
)
from backfat_rules.views.week_page import not_in_the_week
from backfat_rules.wording import Reader

_LINE = Markup("<p>%s</p>")
_LABELLED = Markup('<p><span class="soft">%s:</span> %s</p>')
_FOLDED = Markup('<details class="more"><summary>%s</summary>%s</details>')
_DAYS = Markup('<div class="days">%s</div>')
_JOINED = Markup("\n")


def programme_html(programme: ProgrammeContent, reader: Reader) -> str:
    """The first week in full, the others folded; every text in it is escaped."""
    writer = ProgrammeWriter(programme, reader)
    trained = writer.section()
    return piece(
        _JOINED.join(
            (
                marked_gate(programme.gate, programme.gate_line),
                trained or _JOINED.join((_LINE % (reader.say("no-week"),), *writer.notes())),
                SMALL % (programme.notice,),
            )
        )
    )


class ProgrammeWriter:
    """Writes the weeks of a programme as one section.

    Args:
        programme: what is shown; every text of it is escaped.
        reader: in whose language.
        level: of which level the heading of the section is; sessions stand one below it.
        with_moves: whether how a move is done opens below it; if not, it stands elsewhere.
    """

    def __init__(
        self,
        programme: ProgrammeContent,
        reader: Reader,
        level: int = 3,
        *,
        with_moves: bool = True,
    ) -> None:
        self.programme = programme
        self.reader = reader
        self.say = reader.say
        self.above = HtmlWriter(reader, level)
        self.below = HtmlWriter(reader, level + 1)
        self.with_moves = with_moves
        self.shown: set[str] = set()

    def section(self) -> Markup:
        """The weeks under their heading; nothing where there are none."""
        if not self.programme.weeks:
            return Markup()
        return self.above.headed(self.heading, _JOINED.join(self._parts()))

    @property
    def heading(self) -> str:
        """What the section is called."""
        number = len(self.programme.weeks)
        return self.say("your-weeks", weeks=number) if number > 1 else self.say("your-week")

    def _parts(self) -> Iterator[Markup]:
        first, *others = self.programme.weeks
        yield from self._week(first, in_full=True)
        for week in others:
            yield _FOLDED % (self._title(week), _JOINED.join(self._later(week)))
        yield from self._conflicts()
        yield from self.notes()

    def _title(self, week: Week) -> str:
        first = week.days[0].date
        if first is None:
            return self.say("week-number", number=week.number)
        return self.say("week-from", number=week.number, date=first.isoformat())

    def _later(self, week: Week) -> Iterator[Markup]:
        for change in week.changes:
            yield _LINE % (change,)
        yield from self._week(week, in_full=False)

    def _week(self, week: Week, *, in_full: bool) -> Iterator[Markup]:
        """What stands on which day, each session, and what comes of all."""
        yield self._at_a_glance(week)
        if in_full and (cautions := [*caution_lines(self.programme, self.reader)]):
            lines = self.below.items((Entry("", each) for each in cautions), None)
            yield self.below.headed(self.say("mind-in-moves"), lines)
        for together in equal_sessions(week):
            yield from self._session(together, in_full=in_full)
        if in_full and week.sets_by_muscle:
            picture = body_picture(week.sets_by_muscle, self.reader)
            yield self.below.headed(picture.title, picture.figure(captioned=False))
        if week.aerobic_minutes:
            yield _LINE % (self.say("endurance-of-the-week", minutes=week.aerobic_minutes),)
        if week.missed:
            goals = self.reader.knowledge.week_goals
            titles = self.reader.listed((goals[each].title for each in week.missed), "list-or")
            yield _LINE % (self.say("week-misses", goals=titles),)
        if self.programme.improved is not None:
            yield _LINE % (self.programme.improved.text,)
        if in_full:
            yield from (_LINE % (each,) for each in not_in_the_week(self.programme, self.reader))

    def _at_a_glance(self, week: Week) -> Markup:
        head = (self.say("day"), self.say("training"), self.say("minutes-in-all"))
        return _DAYS % (table_html(Table("", head, tuple(map(self._row, week.days)))),)

    def _row(self, day: Day) -> tuple[str, str, str]:
        titles = self.reader.chained((each.title for each in day.sessions), "list-semicolon")
        minutes = self.reader.number(day.minutes) if day.sessions else ""
        return day_name(day, self.reader), titles or self.say("free-day"), minutes

    def _session(self, together: Together, *, in_full: bool) -> Iterator[Markup]:
        session = together.session
        line = self.say("session-line", title=session.title, minutes=session.minutes)
        label = day_names(together.days, self.reader)
        heading = self.say("label-and-text", label=label, text=line)
        about = _LINE % (" ".join(together.about),) if in_full and together.about else Markup()
        yield self.below.headed(heading, about)
        if session.warm_up:
            minutes = session.warm_up_minutes
            yield _LINE % (self.say("warm-up-line", minutes=minutes, text=session.warm_up),)
        if session.cool_down:
            minutes, text = session.cool_down_minutes, session.cool_down
            yield _LINE % (self.say("cool-down-line", minutes=minutes, text=text),)
        shared = shared_effort(session)
        if in_full and shared:
            yield _LINE % (self.say("effort-of-session", effort=shared),)
        items = (self._item(item, why, shared, in_full=in_full) for item, why in whys(session))
        yield self.below.items(items, 1)
        if titles := [self.reader.knowledge.muscles[id].title for id in session.muscles]:
            yield _LABELLED % (self.say("muscles"), self.reader.listed(titles))

    def _item(self, item: Item, why: str | None, shared: str | None, *, in_full: bool) -> Entry:
        """A move and how much of it; how it is done opens below it where it comes first."""
        is_told = self.with_moves and in_full and item.exercise not in self.shown
        self.shown.add(item.exercise)
        move = self.programme.moves.get(item.exercise) if is_told else None
        more = move_entry(move, self.reader).more if move else ()
        effort = None if item.effort == shared else item.effort
        notes = (
            (self.say("first-sets"), item.ramp_up_text),
            (self.say("how-hard"), effort),
            (self.say("why"), why),
        )
        told = tuple((label, text) for label, text in notes if text) if in_full else ()
        return Entry(item.title, item.dose, told, more)

    def _conflicts(self) -> Iterator[Markup]:
        if not self.programme.conflicts:
            return
        yield self.below.headed(self.say("wishes-conflict"), Markup())
        for conflict in self.programme.conflicts:
            yield _LINE % (conflict.text,)
            yield self.below.items((Entry("", each.text) for each in conflict.without), None)

    def notes(self) -> Iterator[Markup]:
        """What to do when something comes in between, or until there is a week."""
        if self.programme.notes:
            opening = self.reader.opening
            told = (Entry(opening(each.title), each.text) for each in self.programme.notes)
            yield self.below.headed(self.say("good-to-know"), self.below.items(told, None))
