from __future__ import annotations

from typing import Any

import pint
import pytest

from backfat_rules import BackfatRulesError, Profile, ProfileError
from backfat_rules.profile import facts_of
from backfat_rules.profile.fields import number
from backfat_rules.units import UnitSystem
from backfat_rules.units.kinds import MEASURES, WORDS
from backfat_rules.units.reading import read_amount

PINT: Any = pint.UnitRegistry()


class AppProfile(Profile):
    """A profile with an amount of an app's own."""

    caffeine: float | None = number("caffeine", "mg", 0, 2000, "How much caffeine a day?")


def refusal(answers: dict[str, Any], system: UnitSystem = "us") -> list[str]:
    """The problems that are reported, one a line."""
    with pytest.raises(ProfileError) as caught:
        Profile.from_units(answers, system=system)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("fact", "given_text", "metric"),
    [
        ("weight_kg", "180 lb", 81.6466266),
        ("weight_kg", "11 st 4 lb", 158 * 0.45359237),
        ("weight_kg", "81,5 kg", 81.5),
        ("height_cm", "5 ft 11 in", 180.34),
        ("height_cm", "5'11\"", 180.34),
        ("height_cm", "5\u2032 11\u2033", 180.34),
        ("height_cm", "5 feet and 11 inches", 180.34),
        ("height_cm", "1.72 m", 172.0),
        ("height_cm", "17 hand", 172.72),
        ("waist_cm", '34"', 86.36),
        ("water_l_per_day", "64 fl oz", 1.892705892),
        ("water_l_per_day", "70 imp fl oz", 70 * 0.0284130625),
        ("water_l_per_day", "1,500 mL a day", 1.5),
        ("sleep_hours", "7 h 30 min", 7.5),
        ("sleep_hours", "7h30", 7.5),
        ("moderate_minutes_per_week", "2 h 30 min", 150),
        ("moderate_minutes_per_week", "20 min a day", 140),
        ("protein_g_per_day", "3 oz", 85.048569375),
        ("calories_per_day", "8368 kJ", 2000.0),
        ("calories_per_day", "2,000 calories", 2000.0),
        ("calorie_balance_kcal", "-300 kcal", -300.0),
        ("systolic_bp", "16 kPa", 120),
        ("minutes_per_session", "45 min 40 s", 46),
        ("pain_weeks", "14 days", 2.0),
        ("age", "40 years 11 months", 40),
    ],
)
def test_a_text_is_read_in_its_units(fact: str, given_text: str, metric: float) -> None:
    """Worked amounts, as people write them, become the metric number that was worked out."""
    read = Profile.from_units({fact: given_text}).known()[fact]
    assert read == pytest.approx(metric, rel=1e-9)
    assert isinstance(read, int) == facts_of(Profile)[fact].whole


def test_pints_are_those_of_the_system() -> None:
    """In the UK pints and fluid ounces are imperial, unless those of the US are named."""

    def litres(text: str, system: UnitSystem) -> Any:
        return Profile.from_units(water_l_per_day=text, system=system).water_l_per_day

    assert litres("2 pints", "us") == pytest.approx(0.946352946)
    assert litres("2 pints", "uk") == pytest.approx(1.1365225)
    assert litres("2 US pints", "uk") == litres("2 pints", "us")
    assert litres("2 imp pints", "us") == litres("2 imperial pt", "metric") == litres("2 pt", "uk")
    with pytest.raises(BackfatRulesError, match="no system of units 'usa'"):
        Profile.from_units(system="usa")  # type: ignore[arg-type]


def test_a_quantity_of_pint_is_converted_by_its_own_registry() -> None:
    """Quantities of any registry are taken, and those of another kind are refused."""
    told = Profile.from_units(height_cm=PINT.Quantity(70, "inch"), weight_kg=PINT("11 stone"))
    assert told == Profile(height_cm=177.8, weight_kg=69.85322498)
    assert refusal({"height_cm": PINT.Quantity(70, "lb")})[0].startswith(
        "height_cm: '70 pound' is not a length."
    )


def test_all_problems_are_reported_at_once_in_the_order_of_the_facts() -> None:
    """Texts, dimensions, ranges and names that are wrong come together, and nothing is kept."""
    assert refusal(
        {
            "sleep_hour": 7,
            "water_l_per_day": "much",
            "weight_kg": "20 lb",
            "height_cm": "180 lb",
            "age": 200,
            "sleep_hours": "7 h",
        }
    ) == [
        "age: 200 is outside 5 to 110 years.",
        "height_cm: '180 lb' is a weight, not a length. "
        "Give a number in cm, or a text such as '5 ft 8 in' or '34 in'.",
        "weight_kg: '20 lb' is 9.07 kg, outside 25 to 350 kg.",
        "water_l_per_day: 'much' cannot be read as a volume. "
        "Give a number in L, or a text such as '64 fl oz' or '2 L'.",
        "sleep_hour: is not a fact. Did you mean sleep_hours?",
    ]


@pytest.mark.parametrize(
    ("fact", "text", "message"),
    [
        ("height_cm", "172", "'172' is text, not a number."),
        ("height_cm", "", "'' cannot be read as a length."),
        ("height_cm", "5 ft 13 in", "'5 ft 13 in' does not add up to a length."),
        ("height_cm", "11 in 5 ft", "'11 in 5 ft' does not add up to a length."),
        ("height_cm", "5 volt", "'5 volt' is not a length."),
        ("height_cm", "172 __import__", "'172 __import__' cannot be read as a length."),
        ("height_cm", "172 cm cm", "'172 cm cm' cannot be read as a length."),
        ("weight_kg", "1.2.3 kg", "'1.2.3 kg' cannot be read as a weight."),
        ("weight_kg", "180 lb a day", "'180 lb a day' is not a weight, but one per day."),
        ("weight_kg", "8 fl oz", "'8 fl oz' is a volume, not a weight."),
        ("sleep_hours", "30 h", "'30 h' is outside 0 to 24 h."),
        ("steps_per_day", "5 km", "'5 km' is text, not a number."),
        ("weight_kg", "80 nan", "'80 nan' cannot be read as a weight."),
    ],
)
def test_what_cannot_be_read_is_refused(fact: str, text: str, message: str) -> None:
    """Nothing is guessed: a text that is no amount of the right kind names what was given."""
    assert refusal({fact: text})[0].startswith(f"{fact}: {message}")
    assert len(refusal({fact: "x" * 5000})[0]) < 300


def test_every_measured_fact_takes_texts_and_its_examples_can_be_read() -> None:
    """The units of facts are in the table or have no other units, and every example is right."""
    left = {"", "0-10", "0-40", "0-6", "1-5", "1-8", "per day", "per week", "steps a day"}
    units = {fact.unit for fact in facts_of(Profile).values()}
    assert units - MEASURES.keys() == left | {"units per week"}
    for measure in MEASURES.values():
        for example in measure.examples:
            assert read_amount(example, measure, "week", "us") > 0
    assert all(PINT(unit) for words in WORDS.values() for unit in words.values())


def test_an_app_gives_its_own_facts_units() -> None:
    """A fact of a subclass with a known unit takes texts as well."""
    assert AppProfile.from_units(caffeine="0.2 g").caffeine == 200
