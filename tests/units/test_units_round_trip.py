from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules import Profile, ProfileError
from backfat_rules.units import Amount, UnitSystem
from backfat_rules.units.systems import SYSTEMS
from tests.strategies import profiles

ROOT = Path(__file__).parents[2]


@given(profiles(), st.sampled_from(SYSTEMS))
def test_plain_metric_answers_mean_what_they_always_mean(told: Profile, system: UnitSystem) -> None:
    """Numbers, words and sets are taken as ``Profile`` takes them, in every system."""
    assert Profile.from_units(told.known(), system=system) == told


@given(
    st.sampled_from(["us", "uk"]),
    st.floats(26, 349),
    st.floats(140, 249),
    st.floats(41, 199),
    st.floats(0.02, 14),
)
def test_what_is_shown_can_be_told_back(
    system: UnitSystem, kg: float, cm: float, around: float, litres: float
) -> None:
    """Metric amounts, shown in other units and read again, differ by no more than was rounded."""

    def again(fact: str, number: float, unit: str) -> Any:
        shown = Amount((number,), unit, "", around=fact == "waist_cm").text(system)
        return Profile.from_units({fact: shown}, system=system).known()[fact]

    assert again("weight_kg", kg, "kg") == pytest.approx(kg, abs=0.2269)
    assert again("height_cm", cm, "cm") == pytest.approx(cm, abs=1.2701)
    assert again("waist_cm", around, "cm") == pytest.approx(around, abs=1.2701)
    assert again("water_l_per_day", litres, "L") == pytest.approx(litres, abs=0.0285)


@given(st.text(max_size=70) | st.from_regex(r"[0-9]{1,3}[ .,]?[a-z' ]{0,12}[0-9]{0,3}[a-z\"]{0,4}"))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is written, there is a profile or a ``ProfileError``, never another error."""
    told: Profile | None
    try:
        told = Profile.from_units(height_cm=text, water_l_per_day=text, minutes_per_session=text)
    except ProfileError:
        told = None
    assert told is None, "no text is a length, a volume and a time"


def in_a_new_process(code: str) -> str:
    """What a fresh Python prints."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=env, capture_output=True, check=True, text=True).stdout


def test_pint_is_loaded_only_when_an_amount_is_converted() -> None:
    """Metric profiles, plans and their texts never load pint."""
    code = (
        "import sys\nfrom backfat_rules import Profile, recommend\n"
        "told = Profile.from_units(age=40, water_l_per_day=1.2, weight_kg=None)\n"
        "str(recommend(told).in_units('metric'))\nprint('pint' in sys.modules)"
    )
    assert in_a_new_process(code) == "False\n"


def test_without_pint_all_that_is_wrong_is_told_at_once() -> None:
    """Where pint is missing, amounts say what to install, other mistakes stand beside them."""
    code = (
        "import sys\nsys.modules['pint'] = None\n"
        "from backfat_rules import Profile, ProfileError\n"
        "print(Profile.from_units(height_cm=172).height_cm)\n"
        "try: Profile.from_units(height_cm='5 ft 8 in', sleep_hours=330, nothing=1)\n"
        "except ProfileError as error: print(error)"
    )
    shown = in_a_new_process(code)
    assert shown.startswith("172.0\n3 answers cannot be used:\n")
    assert "height_cm: '5 ft 8 in' is in another unit than cm. " in shown
    assert 'Run: pip install "backfat-rules[units]"' in shown
    assert "sleep_hours: 330 is outside 0 to 24 h." in shown
    assert "nothing: is not a fact." in shown
