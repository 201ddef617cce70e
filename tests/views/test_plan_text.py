"""A plan as text."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given

from backfat_rules import BackfatRulesError, Profile
from backfat_rules.views import plan_text
from backfat_rules.views.page import sections_of
from backfat_rules.wording import shipped_reader
from tests.planning.people import BUSY, DIRECT, people, plan_of
from tests.strategies import profiles

HELD = shipped_reader().say("left-out")


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
    """In full the text holds the gate, all of each recommendation, and each message."""
    plan = plan_of(told)
    text = plan.text("full")
    assert text.startswith("Your plan: ")
    expected = [plan.gate_line, plan.notice]
    for each in plan.recommendations:
        expected += [each.title, each.action, *each.cautions, f"{each.priority:g}/100"]
        expected += [*each.steps, *(reason.text for reason in each.reasons)]
        expected += [each.dose.text] if each.dose else []
    expected += [message.text for message in plan.messages]
    expected += [part for each in plan.withheld for part in (each.title, each.reason)]
    expected += [question.text for question in plan.questions]
    assert [part for part in expected if unwrapped(part) not in unwrapped(text)] == []


def test_reasons_show_the_numbers_of_the_person() -> None:
    """A reason is about the person: it holds the number that was told."""
    text = unwrapped(plan_of(BUSY).text("full"))
    assert unwrapped("You sleep 5.5 h") in text
    assert unwrapped("You rate your stress at 8 out of 10") in text
    assert unwrapped("You take about 3,200 steps a day") in text


@given(people())
def test_a_page_names_all_that_screening_says(told: dict[str, Any]) -> None:
    """However short the page is, everything that needs care is said on it, or named."""
    plan = plan_of(told)
    page = unwrapped(str(plan))
    for message in plan.messages:
        if message.kind == "screening" and message.on_page:
            assert unwrapped(message.in_short) in page or unwrapped(message.title) in page


@given(people())
def test_a_page_says_all_that_help_now_needs(told: dict[str, Any]) -> None:
    """Where no plan is given, the page holds every word of what to do, and nothing milder."""
    plan = plan_of(told)
    if plan.gate in ("urgent", "emergency"):
        page = unwrapped(str(plan))
        assert all(unwrapped(message.text) in page for message in plan.messages)
        assert not plan.recommendations


@given(people())
def test_a_reason_stands_once_on_a_page(told: dict[str, Any]) -> None:
    """No reason and no caution is said twice where room is short."""
    plan = plan_of(told)
    sections = sections_of(plan, shipped_reader())
    notes = [text for each in sections for entry in each.entries for _, text in entry.notes]
    doses = [each.dose.in_short for each in plan.recommendations if each.dose]
    once = [text for text in notes if text not in doses]
    assert len(once) == len(set(once))


@given(people())
def test_exercises_that_nobody_asked_for_are_not_on_a_page(told: dict[str, Any]) -> None:
    """The page says which advice is held back; names of exercises and twins stand in full alone."""
    plan = plan_of(told)
    held = next(
        (each for each in sections_of(plan, shipped_reader()) if each.heading == HELD), None
    )
    shown = " ".join(each.text for each in held.entries) if held else ""
    for each in plan.withheld:
        if not each.is_exercise and each.kind != "rival" and each.under is None:
            assert each.title in shown


@pytest.mark.parametrize("extent", ["short", "", None, 3])
def test_an_extent_is_a_page_or_everything(extent: Any) -> None:
    """A mistyped extent is refused with what it can be."""
    with pytest.raises(BackfatRulesError, match='"page" or "full"'):
        plan_of({}).text(extent)


@pytest.mark.parametrize("width", [19, 0, True, "80", 60.5])
def test_a_width_is_a_number_of_columns(width: Any) -> None:
    """A width that no line could have is refused."""
    with pytest.raises(BackfatRulesError, match="whole number from 20"):
        plan_of({}).text(width=width)


def test_what_is_kept_for_later_is_counted_and_not_listed() -> None:
    """Whoever has little drive sees the few things to begin with, and that there is more."""
    plan = plan_of({**BUSY, "motivation": "low"})
    page, full = unwrapped(str(plan)), unwrapped(plan.text("full"))
    titles = [unwrapped(plan[id].title) for id in plan.later]
    assert titles
    assert not any(f"{title}(" in page for title in titles)
    assert all(title in full for title in titles)
    assert unwrapped("kept for later") in page


@given(people())
def test_a_caution_stands_once_on_a_page(told: dict[str, Any]) -> None:
    """What several pieces of advice ask to mind is read with the first of them, in full."""
    plan = plan_of(told)
    told_in_full = [
        line.text
        for section in sections_of(plan, shipped_reader())
        for entry in (*section.entries, *section.rest)
        if entry.id in {each.id for each in plan}
        for part in entry.more
        if part.title == shipped_reader().say("mind")
        for line in part.more
    ]
    cautions = dict.fromkeys(text for each in plan for text in each.cautions)
    assert sorted(told_in_full) == sorted(cautions)


def test_what_is_asked_for_together_is_one_question_on_a_page() -> None:
    """Both numbers of the blood pressure take the place of one, and the whole plan has both."""
    plan = plan_of({"age": 52, "sex": "male", "conditions": ["hypertension"]})
    asked = {each.id for each in plan.questions}
    assert {"systolic_bp", "diastolic_bp"} <= asked
    both = "What is your blood pressure, the upper and the lower number?"
    page = plan.text()
    assert page.count(both) == 1
    assert not any(each.text in page for each in plan.questions if each.id.endswith("_bp"))
    assert f"and {len(asked) - 1 - 3} more in the full plan" in page
