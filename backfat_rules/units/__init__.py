"""Pounds, feet, stone and fluid ounces at the edge: in for answers, out for texts; metric inside.

The only home of pint, which is loaded when the first amount is converted and not before.
"""

from backfat_rules.units.answers import Told
from backfat_rules.units.plans import in_units
from backfat_rules.units.systems import UnitSystem
from backfat_rules.units.texts import convert_text

__all__ = ["Told", "UnitSystem", "convert_text", "in_units"]
