"""A programme as rows of plain values, which every library of data frames takes."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.planning.programme_content import ProgrammeContent
from backfat_rules.views.rows import Cell


def week_rows(programme: ProgrammeContent) -> list[dict[str, Cell]]:
    """A row for each move of each session, in order; all rows have the same columns."""
    return list(_rows(programme))


def _rows(programme: ProgrammeContent) -> Iterator[dict[str, Cell]]:
    for week in programme.weeks:
        for day in week.days:
            for session in day.sessions:
                for at, item in enumerate(session.items, start=1):
                    yield {
                        "week": week.number,
                        "weekday": day.weekday,
                        "date": day.date.isoformat() if day.date else None,
                        "session": session.kind,
                        "session_minutes": session.minutes,
                        "order": at,
                        "exercise": item.exercise,
                        "title": item.title,
                        "sets": item.sets,
                        "reps": item.reps,
                        "reps_most": item.reps_most,
                        "seconds": item.seconds,
                        "rest_seconds": item.rest_seconds,
                        "per_side": item.per_side,
                        "dose": item.dose,
                        "effort": item.effort,
                        "why": item.why,
                        "advice": item.advice,
                    }
