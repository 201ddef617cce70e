"""A training week as HTML: what it says, and that it does no harm."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from pydantic import BaseModel

from backfat_rules import BackfatRulesError, Programme, recommend
from tests.planning.people import BUSY
from tests.views.test_plan_html import HOSTILE, TAGS, Reader

HELD = {"weeks", "days", "sessions", "items", "notes", "conflicts", "without"}
TOLD = {"title", "why", "dose", "effort", "warm_up", "text", "gate_line", "notice", "steps", "cue"}
WEEKS = [recommend(BUSY).programme(start="2026-12-07", weeks=2), recommend({}).programme()]
PICTURED = (
    TAGS
    | {"h4", "figure", "table", "thead", "tbody", "tr", "th", "td"}
    | {*("svg", "title", "desc", "defs", "pattern", "rect", "path", "g", "use", "text")}
)


def hostile(part: Any) -> Any:
    """The same week, with every text that is told to somebody replaced by an attack."""
    if isinstance(part, tuple):
        return tuple(map(hostile, part))
    if not isinstance(part, BaseModel):
        return HOSTILE if isinstance(part, str) else part
    parts = {name: getattr(part, name) for name in type(part).model_fields}
    told = {
        name: hostile(value)
        for name, value in parts.items()
        if name in TOLD
        or (isinstance(value, tuple) and any(isinstance(each, BaseModel) for each in value))
    }
    return part.model_copy(update=told)


@pytest.mark.parametrize("week", WEEKS, ids=["busy", "nobody"])
def test_every_session_stands_in_the_page(week: Programme) -> None:
    """Each day, each session with its reason, and each move with its amount can be read."""
    page = Reader(week.to_html())
    assert page.tags <= PICTURED
    for session in week.sessions:
        assert session.title in page.text
        assert session.why in page.text
        for item in session.items:
            assert item.title in page.text
            assert item.dose in page.text
            assert item.effort in page.text


def test_how_to_do_a_move_stands_once() -> None:
    """A move of several days is explained where it comes first, and not again."""
    week = WEEKS[0]
    text = Reader(week.to_html()).text
    done = Counter(item.exercise for session in week.sessions for item in session.items)
    steps = [week.moves[id].steps[0] for id in done if id in week.moves]
    assert any(number > 1 for number in done.values())
    assert {text.count(step) for step in steps} == {1}


def test_the_muscles_of_the_page_are_those_of_the_week() -> None:
    """The picture and its table show the sets that the week really has."""
    week = WEEKS[0]
    table = week.muscles().table
    assert [float(str(row[-1])) for row in table.rows] == sorted(
        (sets for sets in week.weeks[0].sets_by_muscle.values() if sets), reverse=True
    )
    assert week.muscles().svg in week.to_html()


def test_hostile_texts_stay_texts() -> None:
    """No text of somebody's own rules becomes a tag or an attribute of the page."""
    page = Reader(hostile(WEEKS[0]).to_html())
    assert page.tags <= PICTURED
    assert "onclick" not in page.attributes
    assert HOSTILE in page.text


@pytest.mark.parametrize("number", [0, 3, "one"])
def test_a_week_that_is_not_there(number: Any) -> None:
    """Who asks for a week that the programme has not is told which it has."""
    with pytest.raises(BackfatRulesError, match="its weeks: from 1 to 2"):
        WEEKS[0].muscles(number)


def test_nobody_in_an_emergency_gets_a_week_to_look_at() -> None:
    """Where help comes first the page says so, and shows no body and no table."""
    week = recommend({"symptoms": {"chest_pain"}}).programme()
    html = week.to_html()
    assert week.gate_line in html
    assert 'class="gate stop"' in html
    assert "<svg" not in html
    assert "<table" not in html
