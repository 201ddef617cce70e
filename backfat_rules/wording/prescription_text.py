"""A prescription of the exercise catalogue in one line."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge.catalogue import Prescription, Range
from backfat_rules.wording.speech import Speech


def prescription_text(dose: Prescription, speech: Speech) -> str:
    """How much, in one line.

    >>> from backfat_rules.wording import shipped_reader
    >>> dose = Prescription(context="targeted", sets=(2, 3), reps=(8, 12))
    >>> prescription_text(dose, shipped_reader())
    '2 to 3 sets of 8 to 12'
    """
    return speech.chained(_parts(dose, speech), "list-comma")


def _parts(dose: Prescription, speech: Speech) -> Iterator[str]:
    first, *others = [*_amounts(dose, speech), ""]
    if first:
        yield speech.say("per-side", amount=first) if dose.per_side else first
    yield from filter(None, others)
    if dose.rounds:
        yield speech.say("rounds", rounds=_range(dose.rounds, speech))
    if dose.rest_seconds:
        yield speech.say("rest", seconds=_range(dose.rest_seconds, speech))
    if dose.per_week:
        yield speech.say("times-a-week", times=_range(dose.per_week, speech))
    if dose.effort:
        yield speech.text(dose.effort)


def _amounts(dose: Prescription, speech: Speech) -> Iterator[str]:
    """How often, and how long; what is for each side is said of the first of them."""
    if count := _count(dose, speech):
        yield count
    if dose.hold_seconds:
        yield speech.say("held", seconds=_range(dose.hold_seconds, speech))
    if dose.work_seconds:
        yield speech.say("of-work", seconds=_range(dose.work_seconds, speech))
    if dose.minutes:
        yield speech.say("minutes", minutes=_range(dose.minutes, speech))


def _count(dose: Prescription, speech: Speech) -> str:
    if dose.sets and dose.reps:
        sets, reps = _range(dose.sets, speech), _range(dose.reps, speech)
        return speech.say("sets-of-reps", sets=sets, reps=reps)
    if dose.sets:
        return speech.say("sets", sets=_range(dose.sets, speech))
    return speech.say("reps", reps=_range(dose.reps, speech)) if dose.reps else ""


def _range(span: Range, speech: Speech) -> str:
    low, high = speech.number(span[0]), speech.number(span[1])
    return low if low == high else speech.say("from-to", low=low, high=high)
