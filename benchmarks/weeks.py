"""What training weeks cost, and how much of one stays: ``python -m benchmarks.weeks [PEOPLE]``.

Processor time, on people not told before. Then one thing changes in what each has told, and the
days are counted that are other than before: with and without the week before, with and without the
solver (extra ``week``).
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from statistics import mean, median
from time import process_time
from typing import Any

from backfat_rules import Advisor, Plan, Profile, ProfileError, Programme
from backfat_rules.planning.programme_content import Day
from benchmarks.whole_people import whole_people

Change = Callable[[Programme, Mapping[str, Any]], Mapping[str, Any]]


def _less_time(_: Programme, told: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"minutes_per_session": max(10, told.get("minutes_per_session", 30) - 10)}


def _one_day_less(week: Programme, told: Mapping[str, Any]) -> Mapping[str, Any]:
    named = told.get("training_days") or {day.weekday for day in week.days if _trains(day)}
    return {"training_days": {*sorted(named)[1:]}} if len(named) > 1 else {}


def _one_move_disliked(week: Programme, told: Mapping[str, Any]) -> Mapping[str, Any]:
    moves = (item.exercise for each in week.sessions for item in each.items)
    disliked = {*(told.get("disliked_exercises") or ())}
    return {"disliked_exercises": {next(moves), *disliked}}


CHANGES: Mapping[str, Change] = {
    "ten minutes less": _less_time,
    "a day less": _one_day_less,
    "a move disliked": _one_move_disliked,
}
TIMED: Mapping[str, Mapping[str, Any]] = {
    "a week": {},
    "eight weeks": {"weeks": 8},
    "a week, improved": {"improve": True},
    "eight weeks, improved": {"weeks": 8, "improve": True},
}
WAYS: Mapping[str, Mapping[str, bool]] = {"step by step": {}, "improved": {"improve": True}}


def main(number: int) -> None:
    """Measure and print."""
    everybody = whole_people(number, Advisor(engine="direct"))
    plans = [each for each in everybody if any(map(_trains, each.programme().days))]
    print(f"{len(plans)} people with training; seconds of processor time, median and worst")
    for name, asked in TIMED.items():
        times = [_seconds(each, asked) for each in plans]
        print(f"  {name:22} {median(times):6.3f} {max(times):6.3f}")
    print("days that are other than before, of seven, on average: after=None, after=week")
    for way, asked in WAYS.items():
        for name, change in CHANGES.items():
            counts = [found for each in plans if (found := _changed(each, change, asked))]
            anew, kept = (mean(each) for each in zip(*counts, strict=True))
            print(f"  {way:13} {name:18} {anew:5.2f} {kept:5.2f}")


def _trains(day: Day) -> bool:
    return any(each.kind in ("strength", "intervals", "cardio") for each in day.sessions)


def _seconds(plan: Plan, asked: Mapping[str, Any]) -> float:
    started = process_time()
    plan.programme(**asked)
    return process_time() - started


def _changed(plan: Plan, change: Change, asked: Mapping[str, Any]) -> tuple[int, int] | None:
    """How many days are other once something has changed, without and with the week before."""
    before = plan.programme(**asked)
    other = {**plan.facts, **change(before, plan.facts)}
    try:
        new = Advisor(engine="direct").recommend(Profile(**other))
    except ProfileError:
        return None
    weeks = new.programme(**asked), new.programme(after=before, **asked)
    if not all(each.weeks for each in weeks):
        return None
    anew, kept = (_days_apart(before, each) for each in weeks)
    return anew, kept


def _days_apart(week: Programme, other: Programme) -> int:
    return sum(
        _in_short(day) != _in_short(new) for day, new in zip(week.days, other.days, strict=True)
    )


def _in_short(day: Day) -> list[tuple[str, int, int | None]]:
    """The moves of a day with their sets and minutes."""
    return [
        (item.exercise, item.sets, item.seconds) for each in day.sessions for item in each.items
    ]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
