"""Answers of a profile in any units, as plain metric numbers."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from backfat_rules.errors import FieldProblem
from backfat_rules.units.kinds import MEASURES, Measure
from backfat_rules.units.reading import UnreadableError, read_amount
from backfat_rules.units.systems import UnitSystem, is_quantity, must_be_a_system, tidy


class Asked(Protocol):
    """What has to be known of a fact to read an amount for it."""

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def unit(self) -> str: ...  # noqa: D102

    @property
    def whole(self) -> bool: ...  # noqa: D102


class Told:
    """What a person told in any units.

    Args:
        given: answers by the names of facts; numbers are metric.
        facts: all facts there are, in their order.
        system: whose pints and fluid ounces are meant: ``uk``, or else those of the US.

    Attributes:
        answers: the same with plain metric numbers; what cannot be read is left out.
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
            if fact is not None and fact.unit in MEASURES:
                self._take(fact, value, system)

    def problems_with(self, others: Iterable[FieldProblem]) -> list[FieldProblem]:
        """All problems in the order of the facts, those of ranges in the person's own words."""
        found = [*self.problems, *map(self._in_own_words, others)]
        return sorted(found, key=lambda each: self._order.get(each.field, len(self._order)))

    def _take(self, fact: Asked, value: Any, system: UnitSystem) -> None:
        measure = MEASURES[fact.unit]
        try:
            if isinstance(value, str):
                number, shown = read_amount(value, measure, _period(fact), system), repr(value)
            elif is_quantity(value):
                number, shown = _magnitude(value, measure), f"'{value}'"
            else:
                return  # a plain number, or nothing that has units
        except UnreadableError as error:
            del self.answers[fact.name]
            first, second = measure.examples
            remedy = f"Give a number in {fact.unit}, or a text such as '{first}' or '{second}'."
            said = repr(value) if isinstance(value, str) else f"'{value}'"
            short = said if len(said) <= 80 else f"{said[:76]}...'"
            self.problems.append(FieldProblem(fact.name, f"{short} {error}", remedy))
            return
        exact = tidy(number)
        self.answers[fact.name] = _whole(exact, fact) if fact.whole else exact
        here = f"{round(exact, 2):.12g} {fact.unit}"
        self._read[fact.name] = f"{shown} is" if here in shown else f"{shown} is {here},"

    def _in_own_words(self, problem: FieldProblem) -> FieldProblem:
        said = self._read.get(problem.field)
        what = problem.message.partition(" is ")[2]
        return FieldProblem(problem.field, f"{said} {what}") if said and what else problem


def _period(fact: Asked) -> str:
    found = re.search(r"per[ _](day|week)$", fact.unit) or re.search(r"per_(day|week)$", fact.name)
    return found[1] if found else ""


def _whole(number: float, fact: Asked) -> int | float:
    """The nearest whole number; of years only those that are over, as everybody counts them."""
    if not math.isfinite(number):
        return number
    return math.floor(number) if fact.unit == "years" else math.floor(number + 0.5)


def _magnitude(quantity: Any, measure: Measure) -> float:
    """The size of a quantity of pint, by its own registry."""
    if not quantity.is_compatible_with(measure.unit):
        raise UnreadableError(f"is not {measure.kind}.")
    try:
        return float(quantity.to(measure.unit).magnitude)
    except (TypeError, ValueError):
        raise UnreadableError("is not one number.") from None
