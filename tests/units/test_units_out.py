from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules import BackfatRulesError, Profile
from backfat_rules.profile import facts_of
from backfat_rules.units import UnitSystem, convert_text
from backfat_rules.units.systems import SYSTEMS
from backfat_rules.units.texts import COUNTS, UNITS

UNTOUCHED = [
    "a BMI of 24.3 kg/m²",
    "1.6 g of protein per kg of body weight",
    "0.8 g/kg, and 4.5 kcal for a kilogram of fat",
    "7,700 kcal per kg",
    "eat 30 g of fibre; 500 kcal less",
    "Below 90 mg/dL (5 mmol/L), up to 35 mL/kg/min",
    "sleep 7 h, walk 30 min, at 120 mmHg",
    "2 L per kg",
    "sleep-2-L and id-2 L and v2.5 L5/S1",
    '{"water_l_per_day": 2, "weight_kg": 72, "rule": "kg-2", "L": 1}',
    "10.1016/j.cell.2020.01.002",
    "5 minutes, 3 largest, 4 months, 2 classes",
]


@pytest.mark.parametrize(
    ("metric", "us", "uk"),
    [
        ("72 kg", "159 lb", "11 st 5 lb"),
        ("70 to 76 kg", "154 to 168 lb", "11 st to 12 st"),
        ("2-3 kg", "4.4 to 6.6 lb", "4.4 to 6.6 lb"),
        ("0.04 kg more", "0.09 lb more", "0.09 lb more"),
        ("-2 kg", "-4.4 lb", "-4.4 lb"),
        ("0.45 to 0.9 kg (1 to 2 lb) a week", "1 to 2 lb a week", "1 to 2 lb a week"),
        ("172 cm", "5 ft 8 in", "5 ft 8 in"),
        ("Your waist is 150 cm.", "Your waist is 59 in.", "Your waist is 59 in."),
        ("a step of 10 to 20 cm", "a step of 4 to 8 in", "a step of 4 to 8 in"),
        ("1.72 m", "5 ft 8 in", "5 ft 8 in"),
        ("20 to 40 m a side", "65 to 130 ft a side", "65 to 130 ft a side"),
        ("5 km at 10 km/h", "3.1 miles at 6.2 mph", "3.1 miles at 6.2 mph"),
        ("about 2 L", "about 68 fl oz", "about 3.5 pints"),
        ("1.6 to 2 L/day", "54 to 68 fl oz/day", "2.8 to 3.5 pints/day"),
        ("3.0 and 2.2 L", "101 and 74 fl oz", "5.3 and 3.9 pints"),
        ("8 glasses of 250 ml are 2 L", "8 glasses of 8.5 fl oz are 68 fl oz", None),
        ("500 mL", "17 fl oz", "18 fl oz"),
        ("Add half a litre.", "Add 17 fl oz.", "Add 18 fl oz."),
        ("Two kilograms of muscle", "4.4 lb of muscle", "4.4 lb of muscle"),
        ("5 L (not 2 L)", "169 fl oz (not 68 fl oz)", "8.8 pints (not 3.5 pints)"),
    ],
)
def test_amounts_are_shown_as_people_say_them(metric: str, us: str, uk: str | None) -> None:
    """Worked amounts and ranges appear in the usual unit, rounded to what a person can use."""
    assert convert_text(metric, "us") == us
    assert uk is None or convert_text(metric, "uk") == uk
    assert convert_text(metric, "metric") == metric


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("text", UNTOUCHED)
def test_everything_else_stays(text: str, system: UnitSystem) -> None:
    """Ratios, grams, energy, time, ids, versions and the numbers of JSON are left alone."""
    assert convert_text(text, system) == text


@pytest.mark.parametrize("system", ["us", "uk"])
def test_every_question_about_an_amount_asks_in_the_system(system: UnitSystem) -> None:
    """No question asks for kilograms, centimetres or litres, and each shows how to answer."""
    for fact in facts_of(Profile).values():
        shown = convert_text(fact.question, system)
        if fact.unit in ("kg", "cm", "L"):
            example = re.search(r'"(.+?)"', shown)
            assert example is not None, shown
            Profile.from_units({fact.name: example[1]}, system=system)
            assert not re.search("litre|kilo|metre", shown)
        else:
            assert shown == fact.question


_pieces = st.sampled_from(
    [
        *UNITS,
        *COUNTS,
        " ",
        " ",
        "1",
        "72",
        "2.5",
        "1,500",
        " to ",
        "-",
        " (",
        ") ",
        "/",
        ".",
        "a ",
        "g",
    ]
)


@given(st.lists(_pieces, max_size=14).map("".join), st.sampled_from(SYSTEMS))
def test_what_is_converted_is_not_converted_again(text: str, system: UnitSystem) -> None:
    """Converting twice is converting once."""
    once = convert_text(text, system)
    assert convert_text(once, system) == once


@given(st.text(), st.sampled_from(SYSTEMS))
def test_texts_without_an_amount_stay_as_they_are(text: str, system: UnitSystem) -> None:
    """Where no number stands before a unit, nothing is touched."""
    if not re.search(r"[0-9]", text):
        assert convert_text(text, system) == text


def test_a_system_must_exist() -> None:
    """A misspelt system is refused with the right one."""
    with pytest.raises(BackfatRulesError, match="Did you mean us"):
        convert_text("72 kg", "usa")  # type: ignore[arg-type]
