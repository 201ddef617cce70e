"""From a dose of the catalogue to one item of a session, and how long that takes."""

from __future__ import annotations

import math

from backfat_rules.training_week.decided_week import DecidedItem
from backfat_rules.training_week.open_moves import Candidate
from backfat_rules.training_week.week_limits import Numbers


def item_of(candidate: Candidate, slot: str, numbers: Numbers) -> DecidedItem:
    """The least of a move that its dose names; a week begins there."""
    amounts, dose = candidate.dose.amounts, candidate.dose
    sets = amounts.get("sets") or amounts.get("rounds") or (1, 1)
    reps = amounts.get("reps")
    held = amounts.get("hold_seconds") or amounts.get("work_seconds")
    minutes = None if reps or held else amounts.get("minutes")
    rest = _rest(candidate, numbers) if not minutes or "rest_seconds" in amounts else 0
    lift = candidate.lift
    return DecidedItem(
        exercise=candidate.id,
        slot=slot,
        context=dose.context,
        level=dose.level,
        sets=1 if minutes else int(sets[0]),
        reps=int(reps[0]) if reps else None,
        reps_most=int(reps[candidate.grows]) if reps else None,
        seconds=int(minutes[0] * 60) if minutes else int(held[0]) if held else None,
        seconds_most=int(minutes[1] * 60) if minutes else int(held[1]) if held else None,
        rest_seconds=rest,
        per_side=dose.per_side,
        advice=candidate.advice,
        covers=candidate.covers,
        ramp_up=tuple((each.reps, each.percent) for each in lift.ramp_up) if lift else (),
        gear=candidate.gear,
    )


def _rest(candidate: Candidate, numbers: Numbers) -> int:
    """The least rest that the dose names, and no less than a heavy lift asks for."""
    told = candidate.dose.amounts.get("rest_seconds")
    rest = int(told[0]) if told else numbers("rest-where-none-is-told")
    return max(rest, candidate.lift.rest_seconds) if candidate.lift else rest


def most_sets(candidate: Candidate) -> int:
    """The most sets that its dose names."""
    sets = candidate.dose.amounts.get("sets") or candidate.dose.amounts.get("rounds")
    return int(sets[1]) if sets else 1


def seconds_of(item: DecidedItem, numbers: Numbers) -> int:
    """How long a move takes with its rests, the change to it and the sets that lead up to it.

    Of a range of repetitions the middle is reckoned with.
    """
    a_rep = max(numbers("seconds-a-repetition"), item.seconds or 0)
    one = item.seconds or 0
    if item.reps is not None:
        one = (item.reps + (item.reps_most or item.reps)) // 2 * a_rep
    if item.per_side:
        one *= 2
    if item.sets == 1 and item.reps is None and not item.rest_seconds:
        return one  # so many minutes of one thing
    rests = (item.sets - 1) * item.rest_seconds
    ramp_up = sum(reps * a_rep + numbers("seconds-to-change") for reps, _ in item.ramp_up)
    return ramp_up + item.sets * one + rests + numbers("seconds-to-change")


def cool_down_of(minutes: int, numbers: Numbers) -> int:
    """How long the easy end of a session takes that may last so many minutes."""
    return min(numbers("cool-down-minutes"), minutes * numbers("warm-up-share") // 100)


def session_minutes(warm_up: int, seconds: int) -> int:
    """How long a session takes, in whole minutes."""
    return warm_up + math.ceil(seconds / 60)


def warm_up_of(minutes: int, numbers: Numbers) -> int:
    """How long the warm-up of a session takes that may last so many minutes."""
    return min(numbers("warm-up-minutes"), minutes * numbers("warm-up-share") // 100)
