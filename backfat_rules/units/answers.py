"""Answers of a profile in any units, as plain metric numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any, Protocol

from backfat_rules.errors import BackfatRulesError, FieldProblem
from backfat_rules.language import NUMBER, Range, Type
from backfat_rules.units.kinds import MEASURES
from backfat_rules.units.no_amount import TwoReadingsError, UnreadableError
from backfat_rules.units.quantities import is_quantity, size_of
from backfat_rules.units.range_reading import ends_in, read_ends
from backfat_rules.units.reading import LONGEST, plainly, read_amount, read_number
from backfat_rules.units.systems import UnitSystem, must_be_a_system
from backfat_rules.units.two_ways import with_other_dots


class Asked(Protocol):
    """What has to be known of a fact to read an amount for it."""

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def type(self) -> Type: ...  # noqa: D102

    @property
    def unit(self) -> str: ...  # noqa: D102

    @property
    def whole(self) -> bool: ...  # noqa: D102

    @property
    def low(self) -> float | None: ...  # noqa: D102

    @property
    def high(self) -> float | None: ...  # noqa: D102


class Told:
    """What a person told in any units.

    Args:
        given: answers by the names of facts; numbers are metric.
        facts: all facts there are, in their order.
        system: whose pints and fluid ounces are meant: ``uk``, or else those of the US.

    Attributes:
        answers: the same with plain metric numbers and ranges; what cannot be read is left out.
        problems: why it cannot be read.
    """

    def __init__(
        self, given: Mapping[str, Any], facts: Mapping[str, Asked], system: UnitSystem
    ) -> None:
        must_be_a_system(system)
        self.answers = dict(given)
        self.problems: list[FieldProblem] = []
        self._order = {name: place for place, name in enumerate(facts)}
        self._read: dict[str, str] = {}  # how a refusal of the number begins
        for name, value in given.items():
            fact = facts.get(name)
            if fact is not None and fact.type == NUMBER:
                self._take(fact, value, system)

    def problems_with(self, others: Iterable[FieldProblem]) -> list[FieldProblem]:
        """All problems in the order of the facts, those of ranges in the person's own words."""
        found = [*self.problems, *map(self._in_own_words, others)]
        return sorted(found, key=lambda each: self._order.get(each.field, len(self._order)))

    def _take(self, fact: Asked, value: Any, system: UnitSystem) -> None:
        measure = MEASURES.get(fact.unit)
        ends = ends_in(plainly(value)) if isinstance(value, str) and len(value) <= LONGEST else {}
        try:
            if ends:
                numbers = read_ends(ends, _reader(fact, system))
            elif measure is None:
                return  # text that is no range, or nothing that has units
            elif isinstance(value, str):
                numbers = {"": _reader(fact, system)(value)}
            elif is_quantity(value):
                numbers = {"": size_of(value, measure, _period(fact), system)}
            else:
                return  # a plain number
        except UnreadableError as error:
            self._refuse(fact, value, error)
            return
        except BackfatRulesError as missing:  # pint; what else is wrong is told with it
            del self.answers[fact.name]
            text = f"{value!r} is in another unit than {fact.unit}."
            self.problems.append(FieldProblem(fact.name, text, str(missing)))
            return
        self.answers[fact.name] = _range(numbers, fact) if ends else _rounded(numbers[""], fact)
        self._read[fact.name] = _said(value, numbers, fact)

    def _refuse(self, fact: Asked, value: Any, error: UnreadableError) -> None:
        del self.answers[fact.name]
        measure = MEASURES.get(fact.unit)
        remedy = "Give a number, or a range such as '5-7' or 'less than 5'."
        if measure is not None:
            first, second = measure.examples
            remedy = f"Give a number in {fact.unit}, or a text such as '{first}' or '{second}'."
        if isinstance(error, TwoReadingsError):
            remedy = ""  # the message says what to write
        self.problems.append(FieldProblem(fact.name, f"{_as_given(value)} {error}", remedy))

    def _in_own_words(self, problem: FieldProblem) -> FieldProblem:
        said = self._read.get(problem.field)
        what = problem.message.partition(" is ")[2]
        return FieldProblem(problem.field, f"{said} {what}") if said and what else problem


def _reader(fact: Asked, system: UnitSystem) -> Callable[[str], Fraction]:
    """What reads an amount of a fact; scales and counts have no units."""
    measure = MEASURES.get(fact.unit)

    def read(text: str) -> Fraction:
        if measure is None:
            return read_number(text)
        return read_amount(text, measure, _period(fact), system)

    def read_one_way(text: str) -> Fraction:
        number = read(text)
        must_have_one_reading(text, fact, read)
        return number

    return read_one_way


def must_have_one_reading(
    text: str, fact: Asked, read: Callable[[str], Fraction] = read_number
) -> None:
    """Refuse a number such as "2.000" where it may be two thousand as well.

    Args:
        text: a number or an amount.
        fact: what it answers; only what lies within its limits can be meant.
        read: what reads the text.

    Raises:
        TwoReadingsError: with both readings.
    """
    readings = with_other_dots(plainly(text))
    if readings is not None and _is_possible(read(readings[1]), fact):
        raise TwoReadingsError(*readings)


def _is_possible(number: Fraction, fact: Asked) -> bool:
    """Whether a number lies within the limits of the fact."""
    too_low = fact.low is not None and number < fact.low
    return not too_low and (fact.high is None or number <= fact.high)


def _as_given(value: Any) -> str:
    """An answer as a refusal shows it, cut where it is long."""
    text = value if isinstance(value, str) else f"{value}"
    return repr(text if len(text) <= 78 else f"{text[:75]}...")


def _said(value: Any, numbers: Mapping[str, Fraction], fact: Asked) -> str:
    """How a refusal begins: in the person's own words, and in metric ones where they differ."""
    shown = _as_given(value)
    texts = [f"{float(round(number, 2)):.12g}" for number in numbers.values()]
    same = fact.unit not in MEASURES or (
        all(text in shown for text in texts) and shown.endswith(f" {fact.unit}'")
    )
    return f"{shown} is" if same else f"{shown} is {' to '.join(texts)} {fact.unit},"


def _period(fact: Asked) -> str:
    found = re.search(r"per[ _](day|week)$", fact.unit) or re.search(r"per_(day|week)$", fact.name)
    return found[1] if found else ""


def _range(ends: Mapping[str, Fraction], fact: Asked) -> Range | int | float:
    """The range; one of equal ends is a number, and so is a measured one between whole numbers."""
    if len(ends) == 2:
        low, high = ends.values()
        is_between = fact.unit in MEASURES and math.ceil(low) > math.floor(high)
        if low == high or (
            fact.whole and is_between and _rounded(low, fact) == _rounded(high, fact)
        ):
            return _rounded(low, fact)
    return Range(**dict(_end(end, number, fact) for end, number in ends.items()))


def _end(end: str, number: Fraction, fact: Asked) -> tuple[str, int | float]:
    """An end as it was told: a profile makes it whole. Of years those count that are over."""
    if number.denominator == 1:
        return end, _rounded(number, fact)
    if fact.whole and fact.unit == "years" and end in ("at_least", "above"):
        return "at_least", math.floor(number)
    return end, float(number)


def _rounded(number: Fraction, fact: Asked) -> int | float:
    """The float nearest to it; of a whole fact the whole number, and the years that are over."""
    if not fact.whole:
        return float(number)
    return math.floor(number if fact.unit == "years" else number + Fraction(1, 2))
