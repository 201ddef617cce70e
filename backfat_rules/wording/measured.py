"""What facts and values come to, in words: numbers in usable steps and the reader's units."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any, TypeGuard

from backfat_rules.knowledge.sentences import PluralName
from backfat_rules.language import Range, Value
from backfat_rules.units import Amount, Side
from backfat_rules.wording.limits import Limits, kept_apart
from backfat_rules.wording.names import Names
from backfat_rules.wording.numbers import plural_of, rounded

_OPEN_RANGE = {
    "at_least": "range-at-least",
    "above": "range-above",
    "at_most": "range-at-most",
    "below": "range-below",
}
"""The sentence for a range that is open at one side, by the end that it has."""


class Measured(Names):
    """Says what the facts and values of a knowledge base come to.

    A number is rounded to what a person can use, but never onto the other side of a limit that a
    condition sets; and a limit to its safe side, so that whoever reaches what is shown is there.
    """

    @property
    def limits(self) -> Limits:
        """With what conditions compare the facts and values."""
        return self.knowledge.once(Limits)

    def marked(self, amount: Amount) -> str:
        """An amount that its author has marked; one that is a limit goes to its safe side.

        >>> from backfat_rules import load_knowledge
        >>> from backfat_rules.wording import Reader
        >>> Reader(load_knowledge(), units="us").marked(Amount((1.6, 2), "L", "1.6 to 2 L"))
        '55 to 68 fl oz'
        """
        if self.units == "metric":
            return amount.said
        names = self._measured_in.get(amount.unit, ())
        sides = tuple(self.limits.side_of_number(number, names) for number in amount.numbers)
        return amount.text(self.units, sides)

    @cached_property
    def _measured_in(self) -> Mapping[str, tuple[str, ...]]:
        """The facts and values with an amount of each unit that other systems say otherwise."""
        found: dict[str, tuple[str, ...]] = {}
        for name, told in self.named.items():
            if told.measured_in:
                found[told.measured_in] = (*found.get(told.measured_in, ()), name)
        return found

    def value(self, name: str, value: Value | Collection[str] | Mapping[str, float]) -> str:
        """What a fact or value comes to, in full and without its unit.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().value("pain_sites", {"lower_back", "neck"})
        'lower back and neck'
        """
        match value:
            case bool():
                return self.say("yes") if value else self.say("no")
            case int() | float():
                return self.number(self._apart(name, value))
            case str():
                return self.choice(name, value)
            case None:
                return self.say("not-told")
            case Range():
                return self.range(value)
            case Mapping():
                return self.range(Range(**value))
        words = self.listed(self.choice(name, word) for word in sorted(value))
        return words or self.say("none-of-a-list")

    def range(self, told: Range) -> str:
        """A number that is known only to lie between two ends.

        >>> from backfat_rules.language import Range
        >>> from backfat_rules.wording import shipped_reader
        >>> reader = shipped_reader()
        >>> reader.range(Range(at_least=5, below=7)), reader.range(Range(below=7))
        ('5 to 7', 'less than 7')
        """
        ends = {name: self.number(end) for name, end in told.ends.items()}
        if len(ends) == 1:
            name, number = next(iter(ends.items()))
            return self.say(_OPEN_RANGE[name], number=number)
        low, high = ends.values()
        return low if low == high else self.say("from-to", low=low, high=high)

    def changed(self, name: str, before: Any, after: Any) -> str:
        """From one value of a fact to another, with its label and unit.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().changed("water_l_per_day", 1.2, 2)
        'daily water: 1.2 to 2 L'
        """
        label, unit = self.label(name), self.named[name].measured_in
        if unit and self.units != "metric" and is_exact_number(before) and is_exact_number(after):
            text = self._with_rest(name, self._abroad(name, (before, after)))
            return self.say("label-and-text", label=label, text=text)
        ranges = isinstance(before, Range)
        old = self.amount(name, before) if ranges and unit else self.value(name, before)
        id = "from-range-to-after" if ranges else "from-before-to-after"
        return self.say(id, label=label, before=old, after=self.amount(name, after))

    def shown(self, name: str, value: Value) -> str:
        """The same as texts show it, computed numbers in steps that can be used.

        An amount that other systems of units say otherwise stands with its unit.
        """
        unit = self.named[name].measured_in if name in self.named else ""
        if unit and (isinstance(value, Range) or is_exact_number(value)):
            return self._measured(name, value, unit)
        return self.value(name, self._usable(name, value))

    def amount(self, name: str, value: Value | Collection[str]) -> str:
        """What a fact or value comes to, a number in usable steps and with its unit."""
        numeric = value if isinstance(value, Range) or is_exact_number(value) else None
        if numeric is not None and name in self.named and self._is_said_otherwise(name):
            unit = self.named[name].measured_in
            return self._with_rest(name, self._measured(name, numeric, unit))
        if isinstance(value, Range):
            shown, unit = self.range(value), self.unit(name, value.highest)
            return self.say("amount", number=shown, unit=unit) if unit else shown
        if not is_exact_number(value):
            return self.value(name, value)
        return self._with_unit(name, self._usable(name, value))

    def limit(self, name: str, number: float, side: Side) -> str:
        """A limit of a fact or value with its unit, rounded to a side; a scale has none.

        >>> from backfat_rules.wording import shipped_reader
        >>> reader = shipped_reader()
        >>> reader.limit("steps_per_day", 4000, "up"), reader.limit("pain_weeks", 1, "down")
        ('4,000 a day', '1 week')
        """
        if not self._is_said_otherwise(name):
            return self._with_unit(name, rounded(number, None, side))
        known = self.named[name]
        said = Amount((number,), known.measured_in, "", around=known.around)
        return self._with_rest(name, said.text(self.units, (side,)))

    def unit(self, name: str, number: float) -> str:
        """The unit of a fact or value in the form that a number takes."""
        known = self.named[name]
        forms: Mapping[PluralName, str] = known.naming.unit
        if not forms:
            return known.unit
        form = plural_of(rounded(number), self._vocabulary.language)
        return forms.get(form, forms["other"])

    def fact(self, name: str, value: Value) -> str:
        """A fact or value with what it comes to, in words.

        >>> from backfat_rules.wording import shipped_reader
        >>> shipped_reader().fact("weight_kg", 90)
        'weight 90 kg'
        """
        if isinstance(value, bool):
            return self.truth(name, value)
        return self.say("label-and-amount", label=self.label(name), amount=self.amount(name, value))

    def _with_unit(self, name: str, number: float) -> str:
        """A metric number with its unit."""
        unit, shown = self.unit(name, number), self.number(number)
        return self.say("amount", number=shown, unit=unit) if unit else shown

    def _is_said_otherwise(self, name: str) -> bool:
        return self.units != "metric" and bool(self.named[name].measured_in)

    def _with_rest(self, name: str, measured: str) -> str:
        """An amount with what follows its unit: ``a day`` of "L a day"."""
        rest = self.named[name].unit.partition(" ")[2]
        return self.say("amount", number=measured, unit=rest) if rest else measured

    def _measured(self, name: str, value: float | Range, unit: str) -> str:
        """A number or range with a unit of the metric system, in the units of the reader."""
        if self.units == "metric":
            if isinstance(value, Range):
                return self.say("amount", number=self.range(value), unit=unit)
            return self.say("amount", number=self.number(self._usable(name, value)), unit=unit)
        if not isinstance(value, Range):
            return self._abroad(name, (self._stepped(name, value),))
        ends = value.ends
        if len(ends) == 1:
            ((end, number),) = ends.items()
            return self.say(_OPEN_RANGE[end], number=self._abroad(name, (number,)))
        return self._abroad(name, tuple(ends.values()))

    def _abroad(self, name: str, numbers: tuple[float, ...]) -> str:
        """Numbers in the reader's units, each on its own side of every limit."""
        known = self.named[name]

        def shown(number: float | Fraction, side: Side) -> Fraction:
            (each,) = Amount((float(number),), unit, "", around=around).shown(self.units, (side,))
            return each

        unit, around = known.measured_in, known.around
        limits = self.limits.of(name)
        own = self.limits.side_of(name)
        sides = (own if own != "nearest" else kept_apart(n, limits, shown) for n in numbers)
        return Amount(numbers, unit, "", around=around).text(self.units, tuple(sides))

    def _usable(self, name: str, value: Any) -> Any:
        """A number as metric readers see it: a fact to two decimals, a value in its own steps."""
        return self._apart(name, self._stepped(name, value)) if is_exact_number(value) else value

    def _stepped(self, name: str, number: float) -> float:
        """A value in its own steps, one that is a limit to its safe side; a fact as it is."""
        step = self.named[name].step if name in self.named else None
        if step is None:
            return number
        side = self.limits.side_of(name)
        if side == "nearest":
            side = self._side(name, number, step)
        return rounded(number, step, side)

    def _apart(self, name: str, number: float) -> float:
        """A number with two decimals, on its own side of every limit."""
        near = rounded(number)
        return near if near == number else rounded(number, None, self._side(name, number, None))

    def _side(self, name: str, number: float, step: float | None) -> Side:
        near = rounded(number, step)
        for limit in self.limits.of(name):
            passed = limit.is_passed(number)
            if limit.is_passed(near) is not passed:
                return "up" if passed else "down"
        return "nearest"


def is_exact_number(value: object) -> TypeGuard[float]:
    """Whether a value is one number; yes and no are none."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)
