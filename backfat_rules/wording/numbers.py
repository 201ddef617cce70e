"""Numbers as a person reads them."""

from __future__ import annotations

import math
from fractions import Fraction

from backfat_rules.knowledge.sentences import Language, PluralName
from backfat_rules.language import evaluate
from backfat_rules.units import Side, in_steps

_FINEST = 0.01


def rounded(number: float, step: float | None = None, side: Side = "nearest") -> float:
    """A number in steps that a person can use, with at most two decimals.

    What is more than nothing is never nothing after it: at least one step, if steps are small.

    Args:
        number: the number.
        step: in what steps; None for two decimals.
        side: where it goes if it lies between two steps.

    >>> rounded(1413.07, 50), rounded(1413.07, 50, "up"), rounded(5.5049)
    (1400, 1450, 5.5)
    >>> rounded(0.03, 0.1), rounded(0.4, 1), rounded(20, 50)
    (0.1, 1.0, 20)
    """
    if side == "nearest":
        shown = round(number if step is None else round(number / step) * step, 2)
    else:
        exact = in_steps(Fraction(str(number)), Fraction(str(step or _FINEST)), side)
        shown = int(exact) if exact.denominator == 1 else float(exact)
    if shown or not number:
        return shown
    finer = min(step or _FINEST, 1)  # steps of 50 are too large for 20, and a break is a whole one
    return round(round(number / finer) * finer, 2) or math.copysign(finer, number)


def number_text(number: float, decimal: str = ".", group: str = ",") -> str:
    """A number without needless digits.

    >>> number_text(7.0), number_text(5.5), number_text(7000), number_text(7000.5, ",", ".")
    ('7', '5.5', '7,000', '7.000,5')
    """
    if -1000 < number < 1000 and number == (short := int(number)):
        return str(short)
    text = f"{round(number, 2):,.2f}".rstrip("0").rstrip(".")
    whole, _, part = text.partition(".")
    shown = whole.replace(",", group) + (decimal + part if part else "")
    return "0" if shown == "-0" else shown


def plural_of(number: float, language: Language) -> PluralName:
    """The plural form that a number takes in a language.

    >>> from backfat_rules.knowledge import load_knowledge
    >>> english = load_knowledge().vocabularies["en"].language
    >>> plural_of(1, english), plural_of(1.5, english)
    ('one', 'other')
    """
    size = abs(number)
    digits = {"n": size, "last_digit": size % 10, "last_two_digits": size % 100}
    for name, condition in language.plurals.items():
        if evaluate(condition.tree, digits) is True:
            return name
    return "other"
