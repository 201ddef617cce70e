"""How long a page is, counted over invented people."""

from __future__ import annotations

from benchmarks.page import MEDIAN, NINE_IN_TEN, WORST, Lines, scenario_plans
from benchmarks.whole_people import whole_people
from tests.planning.people import DIRECT


def test_a_page_is_a_page_for_everybody_in_the_scenarios() -> None:
    """Whatever is wrong with somebody, their plan is read in one go."""
    lines = Lines.of(scenario_plans(DIRECT))
    assert lines.median <= MEDIAN
    assert lines.nine_in_ten <= NINE_IN_TEN
    assert lines.worst <= WORST


def test_a_page_is_a_page_for_whole_people() -> None:
    """Whoever answers nearly everything gets no longer plan for it."""
    lines = Lines.of(whole_people(60, DIRECT))
    assert lines.median <= MEDIAN
    assert lines.nine_in_ten <= NINE_IN_TEN
    assert lines.worst <= WORST
