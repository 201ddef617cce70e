"""A plan as text."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given

from backfat_rules import Profile
from backfat_rules.views import plan_text
from backfat_rules.wording import shipped_reader
from tests.planning.people import BUSY, DIRECT, people, plan_of
from tests.strategies import profiles


def unwrapped(text: str) -> str:
    """A text without blanks and line ends, so that it does not matter where it was wrapped."""
    return re.sub(r"\s", "", text)


@given(profiles())
def test_no_line_is_wider_than_a_terminal(profile: Profile) -> None:
    """Whatever somebody answers, the plan fits 80 columns."""
    text = str(DIRECT.recommend(profile))
    assert [line for line in text.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("width", [40, 60, 120])
def test_the_width_can_be_chosen(width: int) -> None:
    """A narrow or a wide terminal gets lines that fit it, and make use of it."""
    lengths = [len(line) for line in plan_text(plan_of(BUSY), width).splitlines()]
    assert max(lengths) == width


@given(people())
def test_everything_that_matters_is_in_the_text(told: dict[str, Any]) -> None:
    """The text holds the gate, each recommendation with its reason, each caution and message."""
    plan = plan_of(told)
    text = str(plan)
    assert text.startswith("Your plan: ")
    expected = [shipped_reader().word("gate-lines", plan.gate), plan.notice]
    for each in plan.recommendations:
        expected += [each.title, each.action, *each.cautions, f"{each.priority:g}/100"]
        expected += [reason.text for reason in each.reasons[:1]]
        expected += [each.dose.text] if each.dose else []
    expected += [message.text for message in plan.messages]
    expected += [part for each in plan.withheld for part in (each.title, each.reason)]
    expected += [question.text for question in plan.questions]
    assert [part for part in expected if unwrapped(part) not in unwrapped(text)] == []


def test_reasons_show_the_numbers_of_the_person() -> None:
    """A reason is about the person: it holds the number that was told."""
    text = unwrapped(str(plan_of(BUSY)))
    assert unwrapped("You sleep 5.5 h") in text
    assert unwrapped("You rate your stress at 8 out of 10") in text
    assert unwrapped("You take about 3,200 steps a day") in text
