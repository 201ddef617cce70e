"""How a week is laid out on every page: what is the same stands once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from backfat_rules.planning.programme_content import Day, Item, ProgrammeContent, Session, Week
from backfat_rules.wording import Reader

MOVES_NAMED = 3
"""A caution for more moves than these names none of them."""


class Together(NamedTuple):
    """A session with all the days on which it stands just so."""

    days: tuple[Day, ...]
    session: Session


def equal_sessions(week: Week) -> Iterator[Together]:
    """The different sessions of a week in the order in which they come first."""
    days: dict[Session, list[Day]] = {}
    for day in week.days:
        for session in day.sessions:
            days.setdefault(session, []).append(day)
    for session, same in days.items():
        yield Together(tuple(same), session)


def shared_effort(session: Session) -> str | None:
    """The effort of most moves of a session; None where each has its own."""
    (effort, count), *_ = Counter(item.effort for item in session.items).most_common(1)
    return effort if count > 1 else None


def whys(session: Session) -> Iterator[tuple[Item, str | None]]:
    """Each move with why it is there; what the one before it says is not said again."""
    before: str | None = None
    for item in session.items:
        yield item, None if item.why == before else item.why
        before = item.why


def sets_by_group(week: Week, reader: Reader) -> dict[str, int]:
    """The sets of strength by what they do, in a few plain words; most first."""
    sets: Counter[str] = Counter()
    for session in week.sessions:
        if session.kind == "strength":
            for item in session.items:
                pattern = reader.knowledge.exercises[item.exercise].pattern
                sets[reader.word("set-groups", pattern)] += item.sets
    return dict(sorted(sets.items(), key=lambda each: (-each[1], each[0])))


def day_name(day: Day, reader: Reader) -> str:
    """A weekday, with its date where it has one."""
    name = reader.word("weekdays", day.weekday)
    if day.date is None:
        return name
    return reader.say("day-of", weekday=name, date=day.date.isoformat())


def day_names(days: Iterable[Day], reader: Reader) -> str:
    """Several days as one list."""
    return reader.listed(day_name(each, reader) for each in days)


def caution_lines(programme: ProgrammeContent, reader: Reader) -> Iterator[str]:
    """What this person has to mind, with the moves for which it is meant."""
    for caution in programme.cautions:
        if len(caution.exercises) > MOVES_NAMED:
            yield caution.text
        else:
            titles = [programme.moves[each].title for each in caution.exercises]
            moves = reader.listed(titles)
            yield reader.say("caution-of-moves", moves=moves, text=caution.text)
