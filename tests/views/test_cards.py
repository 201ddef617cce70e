"""Whatever the library hands out shows itself as a card."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hypothesis import given

from backfat_rules import Advisor, Interview, PlanChange
from backfat_rules.explain.change import Moved
from backfat_rules.shows_itself import ShowsItself
from backfat_rules.views.cards import card_of_its_own
from backfat_rules.views.html_writer import card_html
from backfat_rules.views.sections import Card, Entry, Section, Table
from backfat_rules.wording import shipped_reader
from tests.plan.test_short_in_a_console import parts_of
from tests.planning.people import BUSY, KNOWLEDGE, people, plan_of
from tests.views.test_hostile_texts import ESCAPED, HOSTILE
from tests.views.test_plan_html import CARD_TAGS, Reader, with_hostile_texts

CALM = {"class", "role", "start", "scope", "open", "title", "aria-label", "data-id"}
"""Attributes that neither load nor run anything, and name nothing that another card names."""


def results() -> Iterator[ShowsItself]:
    """One of each kind that a user meets in a notebook."""
    plan = plan_of(BUSY)
    yield from (plan, plan.decision, plan.why("sleep-longer"), plan.outlook, KNOWLEDGE)
    yield from (plan.why_not("slight-deficit"), plan.exercise("band_row"))
    yield from (plan.what_if(sleep_hours=8), plan_of({"age": 30}).what_if(age=31))
    yield from (Interview(), Advisor(engine="direct").interview().answer_many(BUSY))
    yield from KNOWLEDGE.facts.values()


def flaws(html: str) -> list[str]:
    """What is wrong with a card in any host."""
    read = Reader(html)
    found = sorted(read.tags - CARD_TAGS) + sorted(read.attributes - CALM)
    if "<table" in html and not re.search(r"<caption>[^<]", html):
        found.append("a table without a caption")
    return found + re.findall(r"<(?:h[34]|li|summary|th[^>]*|caption)></", html)


def test_everything_shows_itself() -> None:
    """Whatever stands on the last line of a cell is a card that loads and runs nothing."""
    for each in results():
        assert flaws(each._repr_html_()) == [], type(each)
        assert each._repr_html_() == each.to_html()


@given(people())
def test_every_part_of_a_plan_shows_itself(told: dict[str, Any]) -> None:
    """Each part that one picks out of a plan or decision is a card, whoever it was made for."""
    plan = plan_of(told)
    shown = {type(each): each for each in parts_of(plan) if isinstance(each, ShowsItself)}
    shown |= {type(each): each for each in parts_of(plan.decision) if isinstance(each, ShowsItself)}
    for each in shown.values():
        assert flaws(each.to_html()) == [], type(each)


def test_every_entry_of_the_knowledge_shows_itself() -> None:
    """Whoever looks a rule up in a notebook reads its title, its place and what it says."""
    for entry in KNOWLEDGE:
        html = entry.to_html()
        assert flaws(html) == [], entry.id
        assert str(entry.place.at.line) in html


def test_a_recommendation_says_everything() -> None:
    """The card of a recommendation has its steps, reasons, end and the parts of its priority."""
    advice = plan_of(BUSY)["sleep-longer"]
    text = Reader(advice.to_html()).text
    expected = [advice.title, advice.action, *advice.steps, *(each.text for each in advice.reasons)]
    expected += [advice.done_when or "", "impact", "87.5"]
    assert [each for each in expected if each not in text] == []


def test_an_interview_shows_no_answer() -> None:
    """A notebook that is handed on tells how far somebody is, and not what they told."""
    interview = Advisor(engine="direct").interview().answer("sleep_hours", 5.25).dont_know("age")
    text = Reader(interview.to_html()).text
    assert "1 answer told so far" in text
    assert "5.25" not in text


def test_a_change_shows_before_and_after_with_units() -> None:
    """What was told differently stands in a table with the units of the plan it was asked of."""
    html = plan_of({"sleep_hours": 5.5, "age": 30}).what_if(sleep_hours=8).to_html()
    assert '<th scope="row">sleep</th><td>5.5 h</td><td>8 h</td>' in html


def test_many_cards_stand_on_one_page() -> None:
    """No card gives a name that another gives too, so that links and labels stay right."""
    assert all(" id=" not in each.to_html() for each in results())


def test_hostile_texts_stay_text() -> None:
    """A text of somebody else's knowledge cannot run in a notebook, in whichever part it stands."""
    plan = with_hostile_texts(plan_of(BUSY))
    for each in {type(part): part for part in parts_of(plan)}.values():
        html = card_of_its_own(each)
        assert "<script" not in html
        assert 'onclick="' not in html
    table = Table(HOSTILE, (HOSTILE,), ((HOSTILE, (HOSTILE, HOSTILE)),))
    parts = (HOSTILE, Entry(HOSTILE, HOSTILE), Section(HOSTILE, (Entry(HOSTILE),)), table)
    assert card_html(Card(HOSTILE, parts), shipped_reader()).count(ESCAPED) == 11


def test_what_moved_says_why() -> None:
    """A priority that changed is shown with both numbers and the reason."""
    moved = Moved(id="a", title="Sleep", before=70, after=80, reason="Worse now.")
    change = plan_of({"sleep_hours": 5.5}).what_if(sleep_hours=5.5)
    html = change.model_copy(update={"moved_up": (moved,)}).to_html()
    assert isinstance(change, PlanChange)
    assert "<td>70</td><td>80</td><td>Worse now.</td>" in html
