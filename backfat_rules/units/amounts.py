"""Metric amounts as people in the US and the UK say them, as exact as anybody can use."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from backfat_rules.units.rounding import Side, in_steps
from backfat_rules.units.scales import CONVERTED, Scale, Span, scale_for
from backfat_rules.units.systems import UnitSystem

__all__ = ["CONVERTED", "Amount"]


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount, or the two ends of a range, that can be said in every system of units.

    Attributes:
        numbers: one number, or two.
        unit: what they count: one of ``CONVERTED``.
        said: how it reads in metric units.
        between: the word between two numbers: ``to``, ``and`` or ``or``.
        around: whether it goes around something; such a length is never said in feet.

    >>> Amount((72,), "kg", "72 kg").text("us"), Amount((72,), "kg", "72 kg").text("uk")
    ('159 lb', '11 st 5 lb')
    >>> half = Amount((0.5,), "L", "half a litre")
    >>> half.text("metric"), half.text("us")
    ('half a litre', '17 fl oz')
    """

    numbers: tuple[float, ...]
    unit: str
    said: str
    between: str = "to"
    around: bool = False

    def text(self, system: UnitSystem, sides: tuple[Side, ...] = ()) -> str:
        """The amount as a reader says it.

        Args:
            system: the reader's units.
            sides: to which side each number is rounded; to the nearest if there is none.

        Raises:
            BackfatRulesError: pint, which is needed for other than metric units, is not installed.

        >>> water = Amount((1.6,), "L", "1.6 L")
        >>> water.text("us"), water.text("us", ("up",))
        ('54 fl oz', '55 fl oz')
        """
        if system == "metric":
            return self.said
        scale = self._scale(system)
        shown = map(scale.number_text, self.shown(system, sides))
        return scale.with_unit(f" {self.between} ".join(dict.fromkeys(shown)))

    def shown(self, system: UnitSystem, sides: tuple[Side, ...] = ()) -> tuple[Fraction, ...]:
        """The numbers that a reader of other than metric units is shown, in the unit shown.

        >>> Amount((1.6,), "L", "1.6 L").shown("us", ("up",))
        (Fraction(55, 1),)
        """
        scale = self._scale(system)
        exact = [Fraction(str(number)) * scale.factor for number in self.numbers]
        nearest: Side = "nearest"
        each = sides or (nearest,) * len(exact)
        return tuple(
            in_steps(number, scale.step(number), side)
            for number, side in zip(exact, each, strict=True)
        )

    def _scale(self, system: UnitSystem) -> Scale:
        span = Span(min(self.numbers), max(self.numbers), self.around)
        return scale_for(self.unit, span, system)
