"""The questions that name a metric unit, as they are put to people who use others."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_BOTH = (
    ("tall are you, in centimetres?", 'tall are you, in feet and inches, such as "5 ft 8 in"?'),
    ("measurement, in centimetres?", 'measurement, in inches, such as "34 in"?'),
    ("How many kilograms have you lost", 'How many pounds (such as "9 lb") have you lost'),
)

PHRASES: Mapping[str, tuple[tuple[str, str], ...]] = MappingProxyType(
    {
        "us": (
            *_BOTH,
            ("you weigh, in kilograms?", 'you weigh, in pounds, such as "160 lb"?'),
            ("How many litres of water do", 'How many fluid ounces of water ("64 fl oz") do'),
        ),
        "uk": (
            *_BOTH,
            ("you weigh, in kilograms?", 'you weigh, in stones and pounds, such as "11 st 6 lb"?'),
            ("How many litres of water do", 'How many pints of water ("3.5 pints") do'),
        ),
    }
)
"""For each system, what is replaced by what; the example reminds to write the unit."""
