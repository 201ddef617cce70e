from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from backfat_rules import Profile
from backfat_rules.knowledge.marked_text import MarkedText, Template
from backfat_rules.profile import facts_of
from backfat_rules.units import CONVERTED, Amount, UnitSystem, read_mark, unmarked_in
from backfat_rules.units.marks import UNITS
from backfat_rules.units.systems import SYSTEMS

UNMARKED = [
    "a BMI of 24.3 kg/m²",
    "1.6 g of protein per kg of body weight",
    "0.8 g/kg, and 4.5 kcal for a kilogram of fat",
    "7,700 kcal per kg",
    "eat 30 g of fibre; 500 kcal less",
    "Below 90 mg/dL (5 mmol/L), up to 35 mL/kg/min",
    "sleep 7 h, walk 30 min, at 120 mmHg",
    "2 L per kg",
    "sleep-2-L and id-2 L and v2.5 L5/S1",
    "5 minutes, 3 largest, 4 months, 2 classes",
]


@pytest.mark.parametrize(
    ("mark", "us", "uk"),
    [
        ("72 kg", "159 lb", "11 st 5 lb"),
        ("70 to 76 kg", "154 to 168 lb", "11 st to 12 st"),
        ("70 or 76 kg", "154 or 168 lb", "11 st or 12 st"),
        ("2-3 kg", "4.4 to 6.6 lb", "4.4 to 6.6 lb"),
        ("0.04 kg", "0.09 lb", "0.09 lb"),
        ("0.45 to 0.9 kg", "1 to 2 lb", "1 to 2 lb"),
        ("172 cm", "5 ft 8 in", "5 ft 8 in"),
        ("150 cm around", "59 in", "59 in"),
        ("10 to 20 cm", "4 to 8 in", "4 to 8 in"),
        ("1.72 m", "5 ft 8 in", "5 ft 8 in"),
        ("20 to 40 m", "65 to 130 ft", "65 to 130 ft"),
        ("1,500 m", "4,920 ft", "4,920 ft"),
        ("5 km", "3.1 miles", "3.1 miles"),
        ("10 km/h", "6.2 mph", "6.2 mph"),
        ("2 L", "68 fl oz", "3.5 pints"),
        ("1.6 to 2 L", "54 to 68 fl oz", "2.8 to 3.5 pints"),
        ("3.0 and 2.2 L", "101 and 74 fl oz", "5.3 and 3.9 pints"),
        ("250 ml", "8.5 fl oz", "8.8 fl oz"),
        ("500 mL", "17 fl oz", "18 fl oz"),
        ("0.5 L = half a litre", "17 fl oz", "18 fl oz"),
        ("2 kg = Two kilograms", "4.4 lb", "4.4 lb"),
    ],
)
def test_amounts_are_shown_as_people_say_them(mark: str, us: str, uk: str) -> None:
    """Marked amounts appear in the usual unit, rounded to what a person can use."""
    amount = read_mark(mark)
    assert (amount.text("us"), amount.text("uk")) == (us, uk)
    assert amount.text("metric") == mark.partition(" = ")[2] or mark.removesuffix(" around")


def test_a_loss_is_shown_like_a_gain() -> None:
    """A number below nothing is rounded as the same number above it."""
    assert Amount((-2,), "kg", "-2 kg").text("us") == "-4.4 lb"


_numbers = st.integers(0, 5000).map(lambda n: f"{n / 10:,}")


@given(
    st.lists(st.sampled_from(["Drink ", "about ", " a day; ", "{{", "}}", "at 30 g "]), max_size=4),
    _numbers,
    st.sampled_from([*UNITS]),
    st.sampled_from(["", " to 600", "-600", " or 600.5"]),
)
def test_marks_are_invisible_to_metric_readers(
    around: list[str], low: str, unit: str, high: str
) -> None:
    """A marked text reads in metric units as if its amounts had no marks."""
    before, amount = "".join(around), f"{low}{high} {unit}"
    plain = before.replace("{{", "{").replace("}}", "}")
    sentence = MarkedText.read(f"A {before}{{{amount}}}.")
    assert sentence.render() == sentence.text == f"A {plain}{amount}."
    assert f"{amount}." not in sentence.render(lambda said: said.text("us"))


@given(st.text(st.sampled_from("{}= 12Lkgto.xab"), max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever stands in a text, it is read into pieces or refused with a reason."""
    template: Template | None
    try:
        template = Template.read(text)
    except PydanticCustomError:
        template = None
    assert template is None or template.fill(dict.fromkeys(template.names, "x")) is not None


def test_a_missing_word_leaves_the_text_out() -> None:
    """A text is never shown with a hole in it."""
    assert Template.read("{a} and {b}").fill({"a": "1"}) is None


@pytest.mark.parametrize("text", UNMARKED)
def test_what_needs_no_mark(text: str) -> None:
    """Ratios, grams, energy, time, ids and versions are the same for every reader."""
    assert unmarked_in(text) is None


@pytest.mark.parametrize("unit", [*UNITS])
def test_what_needs_a_mark(unit: str) -> None:
    """A number, a range or a number word before such a unit is found wherever it stands."""
    assert UNITS[unit] in CONVERTED
    for amount in (f"1.5 {unit}", f"2 to 3 {unit}", f"2-3 {unit}", f"Two {unit}", f"half a {unit}"):
        assert unmarked_in(f"Say ({amount}), and more.") == amount


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_question_about_an_amount_asks_in_the_system(system: UnitSystem) -> None:
    """No question asks others for kilograms, centimetres or litres; each shows how to answer."""
    for fact in facts_of(Profile).values():
        shown = fact.question_in(system)
        if system != "metric" and fact.unit in CONVERTED:
            example = re.search(r'"(.+?)"', shown)
            assert example is not None, shown
            Profile.from_units({fact.name: example[1]}, system=system)
            assert not re.search("litre|kilo|metre", shown)
        else:
            assert shown == fact.question
