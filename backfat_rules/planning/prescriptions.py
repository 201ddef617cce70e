"""A prescription of the exercise catalogue in one line."""

from __future__ import annotations

from backfat_rules.knowledge.catalogue import Prescription, Range
from backfat_rules.planning.wording import number_text
from backfat_rules.units import UnitSystem


def prescription_text(dose: Prescription, units: UnitSystem = "metric") -> str:
    """How much, in one line.

    >>> prescription_text(Prescription(context="targeted", sets=(2, 3), reps=(8, 12)))
    '2 to 3 sets of 8 to 12'
    """
    parts = [
        _sets(dose),
        _span(dose.hold_seconds, "held {} s"),
        _span(dose.work_seconds, "{} s of work"),
        _span(dose.minutes, "{} min"),
        _span(dose.rounds, "{} rounds"),
        _span(dose.rest_seconds, "{} s rest"),
        _span(dose.per_week, "{} times a week"),
        dose.effort.render(units) if dose.effort is not None else "",
    ]
    return ", ".join(part for part in parts if part)


def _sets(dose: Prescription) -> str:
    side = " per side" if dose.per_side else ""
    if dose.sets and dose.reps:
        return f"{_range(dose.sets)} sets of {_range(dose.reps)}{side}"
    count = _span(dose.sets, "{} sets") or _span(dose.reps, "{} times")
    return count + side if count else ""


def _span(span: Range | None, words: str) -> str:
    return words.format(_range(span)) if span is not None else ""


def _range(span: Range) -> str:
    low, high = number_text(span[0]), number_text(span[1])
    return low if low == high else f"{low} to {high}"
