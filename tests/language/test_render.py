"""Trees as text: short where brackets add nothing, and never read as something else."""

from __future__ import annotations

import pytest

from backfat_rules.language import parse, render
from backfat_rules.language.tree import Arithmetic, Name, Number

SAME = [
    "sleep_hours < 7",
    "not tired",
    "not (not tired)",
    "tired and busy and (size < 3)",
    "(tired and busy) or (not lean)",
    '"neck" in pain_sites',
    'sex in ("female",)',
    'sex in ("female", "male")',
    'sex == "female"',
    "(5 if tired else (-161)) + 1",
    "(a + 1) if (b < 2) else (c if d else e)",
    "ramp(sleep_hours, 7, 4) + count(pain_sites)",
    "max(a, b + 1, -2)",
]


@pytest.mark.parametrize("text", SAME)
def test_text_in_its_own_form_stays_as_it_is(text: str) -> None:
    """Only parts that have parts of their own stand in brackets."""
    assert render(parse(text)) == text


@pytest.mark.parametrize(("number", "text"), [(-0.5, "(-0.5) ** 2"), (0, "0 ** 2"), (3, "3 ** 2")])
def test_a_negative_number_keeps_its_sign(number: float, text: str) -> None:
    """A power of a negative number is no negated power, however small the number is."""
    power = Arithmetic("**", Number(number), Number(2))
    assert render(power) == text
    assert parse(text) == power
    assert parse("-x ** 2") == Arithmetic("-", Number(0), Arithmetic("**", Name("x"), Number(2)))
