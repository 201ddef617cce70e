"""Pounds, feet, stone and fluid ounces at the edge: in for answers, out for texts; metric inside.

The only home of pint, which is loaded when the first amount is converted and not before.
"""

from backfat_rules.units.amounts import CONVERTED, Amount
from backfat_rules.units.answers import Told
from backfat_rules.units.marks import MarkError, read_mark, unmarked_in
from backfat_rules.units.rounding import Side, in_steps
from backfat_rules.units.systems import UnitSystem, must_be_a_system

__all__ = [
    "CONVERTED",
    "Amount",
    "MarkError",
    "Side",
    "Told",
    "UnitSystem",
    "in_steps",
    "must_be_a_system",
    "read_mark",
    "unmarked_in",
]
