from __future__ import annotations

from fractions import Fraction
from typing import Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules import Profile, ProfileError
from backfat_rules.profile import facts_of
from backfat_rules.units import Told, UnitSystem
from tests.planning.people import DIRECT

PINT: Any = pint.UnitRegistry()
POUND, PINT_UK, PINT_US = map(Fraction, ("0.45359237", "0.56826125", "0.473176473"))


def told(fact: str, text: Any, system: UnitSystem = "us") -> Any:
    """What an answer comes to."""
    return Profile.from_units({fact: text}, system=system).known()[fact]


def decimal(number: Fraction) -> str:
    """A fraction of tens as people write it."""
    places = next(n for n in range(20) if (number * 10**n).denominator == 1)
    return f"{float(number):.{places}f}"


def unmistakable(number: Fraction) -> str:
    """The same with four decimals, since three could be thousands."""
    return f"{float(number):.4f}"


def test_every_minute_of_a_day() -> None:
    """Minutes, hours and minutes, and a clock's notation are the same float, for all 1,440."""
    for minutes in range(1441):
        hours, rest = divmod(minutes, 60)
        ways = {
            told("sleep_hours", way)
            for way in (
                f"{minutes} min",
                f"{minutes * 60} s",
                f"{hours} h {rest} min",
                f"{hours}h{rest:02}",
                f"{hours}:{rest:02}",
                f"{hours:02}:{rest:02}:00",
                f"{hours} hours and {rest} minutes",
            )
        }
        assert ways == {minutes / 60}


def test_every_day_of_years_of_pain() -> None:
    """Days and weeks are the same float, so that a limit in weeks is met to the day."""
    for days in range(1, 1001):
        weeks, rest = divmod(days, 7)
        ways = {told("pain_weeks", way) for way in (f"{days} days", f"{weeks} weeks {rest} days")}
        assert ways == {days / 7}


def test_every_inch_of_height() -> None:
    """Feet and inches, inches, metres and centimetres are the same float."""
    for inches in range(36, 99):
        feet, rest = divmod(inches, 12)
        cm = inches * Fraction("2.54")
        ways = {
            told("height_cm", way)
            for way in (
                f"{inches} in",
                f"{feet} ft {rest} in",
                f"{feet}'{rest}\"",
                f"{feet} ft {rest}",
                f"{decimal(cm)} cm",
                f"{decimal(cm * 10)} mm",
            )
        }
        assert ways == {float(cm)}


@given(st.integers(560, 7700))
def test_every_tenth_of_a_pound(tenths: int) -> None:
    """Pounds, stones and kilograms are the same float."""
    pounds = Fraction(tenths, 10)
    stones, rest = divmod(pounds, 14)
    ways = {
        told("weight_kg", way)
        for way in (
            f"{decimal(pounds)} lb",
            f"{stones} st {decimal(rest)} lb",
            f"{decimal(pounds * POUND)} kg",
            f"{decimal(pounds * 16)} oz",
        )
    }
    assert ways == {float(pounds * POUND)}


@given(st.integers(1, 100), st.sampled_from(["us", "uk"]))
def test_every_quarter_of_a_pint(quarters: int, system: UnitSystem) -> None:
    """Pints, fluid ounces and litres are the same float, in both systems."""
    pints = Fraction(quarters, 4)
    ounces, size = (16, PINT_US) if system == "us" else (20, PINT_UK)
    ways = {
        told("water_l_per_day", way, system)
        for way in (
            f"{decimal(pints)} pints",
            f"{decimal(pints * ounces)} fl oz",
            f"{decimal(pints * size)} L",
            f"{decimal(pints * size * 1000)}0 mL",
            f"{decimal(pints * size * 7)} L a week",
        )
    }
    assert ways == {float(pints * size)}


@given(st.integers(0, 10000))
def test_every_kilocalorie(kcal: int) -> None:
    """Kilocalories, kilojoules and megajoules are the same float, which is a whole number."""
    kilojoules = kcal * Fraction("4.184")
    ways = {
        told("calories_per_day", way)
        for way in (
            f"{kcal} kcal",
            f"{kcal:,} kcal",
            f"{unmistakable(kilojoules)} kJ",
            f"{float(kilojoules / 1000):.6f} MJ",
        )
    }
    assert ways == {kcal}


def test_ends_of_ranges_and_quantities_are_as_exact() -> None:
    """A range and a quantity of pint give the numbers that a plain amount gives."""
    ends = told("sleep_hours", "418-420 min").ends
    assert ends == {"at_least": 418 / 60, "at_most": 7}
    assert told("sleep_hours", PINT.Quantity(418, "minute")) == 418 / 60
    assert told("pain_weeks", PINT.Quantity(42.0, "day")) == 6


def test_six_weeks_are_six_weeks() -> None:
    """The gate does not depend on whether somebody counts their pain in days or in weeks."""
    told = {"age": 60, "pain_sites": ["lower_back"], "pain_intensity": 5}
    in_weeks, in_days = (
        DIRECT.recommend(Profile.from_units(told, pain_weeks=weeks)) for weeks in (6, "42 days")
    )
    assert in_weeks == in_days


@pytest.mark.parametrize(
    ("fact", "text", "readings"),
    [
        ("calories_per_day", "2.000 kcal", ("2 kcal", "2000 kcal")),
        ("calorie_balance_kcal", "-1.500 kcal", ("-1.5 kcal", "-1500 kcal")),
        ("water_l_per_day", "1.500 mL", ("1.5 mL", "1500 mL")),
        ("height_cm", "5.11 ft", ("5 ft 11 in", "5.110 ft")),
        ("weight_kg", "11,12 st", ("11 st 12 lb", "11.120 st")),
        ("moderate_minutes_per_week", "45:00", ("45 h 0 min", "45 min 0 s")),
        ("steps_per_day", "5.000 to 7.000", ("5", "5000")),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused_with_both(
    fact: str, text: str, readings: tuple[str, str]
) -> None:
    """The person is shown both readings, and each of them is read in one way."""
    with pytest.raises(ProfileError) as caught:
        told(fact, text)
    (problem,) = caught.value.problems
    assert all(repr(reading) in problem.message for reading in readings)
    assert text not in readings
    for reading in readings:
        as_range = f"{reading} to {reading}" if reading.isdecimal() else reading
        read = Told({fact: as_range}, facts_of(Profile), "us")
        assert not read.problems


@pytest.mark.parametrize(
    ("fact", "text", "number"),
    [
        ("weight_kg", "81.647 kg", 81.647),
        ("height_cm", "1.725 m", 172.5),
        ("sleep_hours", "6.500 h", 6.5),
        ("water_l_per_day", "0.500 L", 0.5),
        ("calories_per_day", "2000.125 kcal", 2000.125),
    ],
)
def test_what_can_be_meant_in_one_way_is_taken(fact: str, text: str, number: float) -> None:
    """Three decimals are decimals where thousands would lie outside of what is allowed."""
    assert told(fact, text) == number
