"""A plan as HTML for notebooks."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from hypothesis import given
from pydantic import BaseModel

from backfat_rules import Profile
from backfat_rules.views import plan_html
from backfat_rules.views.in_notebooks import InNotebooks
from tests.planning.people import BUSY, DIRECT, people, plan_of
from tests.strategies import profiles

TAGS = {"div", "style", "h3", "ul", "ol", "li", "p", "b", "i", "span", "details", "summary", "br"}
CARD_TAGS = {*TAGS, "h4", "table", "caption", "thead", "tbody", "tr", "th", "td"}
VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}
HOSTILE = "<script>alert('&')</script>\"><b onclick=\"x"
FIXED = {"schema_version", "gate", "kind", "area", "verdict", "evidence"}  # not free text


class Reader(HTMLParser):
    """Reads HTML and keeps what is in it; a tag that is not closed in order is an error."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an opening tag."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.open += [tag] if tag not in VOID else []

    def handle_endtag(self, tag: str) -> None:
        """Check a closing tag against the one that is open."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Collect text."""
        self.text += data


def with_hostile_texts(part: Any) -> Any:
    """The same plan, with every free text replaced by one that attacks a page."""
    if isinstance(part, str):
        return HOSTILE
    if isinstance(part, tuple):
        return tuple(map(with_hostile_texts, part))
    if isinstance(part, BaseModel):
        changed = {
            name: with_hostile_texts(getattr(part, name))
            for name in type(part).model_fields
            if name not in FIXED
        }
        return part.model_copy(update=changed)
    return part


@given(profiles())
def test_html_is_well_formed(profile: Profile) -> None:
    """Whatever somebody answers, every tag is closed in order, so a notebook stays whole."""
    html = Reader(plan_html(DIRECT.recommend(profile)))
    assert html.tags <= TAGS


@given(people())
def test_everything_is_in_the_html(told: dict[str, Any]) -> None:
    """The page holds each recommendation with all its reasons, each message and question."""
    plan = plan_of(told)
    text = Reader(plan_html(plan)).text
    expected = [plan.notice, *(message.text for message in plan.messages)]
    for each in plan.recommendations:
        expected += [each.title, each.action, *each.steps, *each.cautions]
        expected += [reason.text for reason in each.reasons]
        expected += [each.dose.text] if each.dose else []
    expected += [question.text for question in plan.questions]
    assert [part for part in expected if part not in text] == []


def test_hostile_texts_are_escaped() -> None:
    """A text from an app's own knowledge can never run in the page, wherever it stands."""
    plan = plan_of(BUSY)
    safe = Reader(plan_html(plan))
    attacked = Reader(plan_html(with_hostile_texts(plan)))
    assert attacked.tags <= safe.tags
    assert attacked.attributes <= safe.attributes
    assert attacked.text.count(HOSTILE) > 50


def test_a_hostile_title_is_shown_as_it_is() -> None:
    """A title with markup in it is read as text."""
    plan = plan_of({"sleep_hours": 5.5})
    sleep = plan["sleep-longer"].model_copy(update={"title": "<script>1</script>"})
    html = plan_html(plan.model_copy(update={"recommendations": (sleep,)}))
    assert "<script>" not in html
    assert "&lt;script&gt;1&lt;/script&gt;" in html


def test_nothing_is_loaded_from_the_network() -> None:
    """The page needs no connection and calls no address: what a person told stays where it is."""
    html = Reader(plan_html(plan_of(BUSY)))
    assert html.attributes <= {"class", "role", "start", "data-id"}
    assert "url(" not in html.text
    assert "@import" not in html.text


def test_notebooks_get_text_and_html() -> None:
    """Each front end takes the form that it can show."""
    plan = plan_of(BUSY)
    bundle = plan._repr_mimebundle_(include=None, exclude=None)
    assert bundle == {"text/plain": str(plan), "text/html": plan_html(plan)}


def test_without_styles_nothing_runs_together() -> None:
    """Where a host takes the styles away, titles, areas and numbers are still told apart."""
    text = Reader(plan_html(plan_of({"sleep_hours": 5.5}))).text
    assert "Give yourself more sleep (sleep)" in text
    assert "How much: at least" in text or "How much: 7 to 9 h" in text


def test_the_colours_of_the_page_are_kept() -> None:
    """On a dark page and on a light one the plan has the ink and the paper of that page."""
    plan = plan_of(BUSY)
    for html in (plan.to_html(), plan.why("gate").to_html(), plan.what_if(age=50).to_html()):
        style = html[html.index("<style>") : html.index("</style>")]
        assert not re.search(r"[^-]color:|prefers-color-scheme|#fff|#000", style)


def test_lists_say_how_they_look() -> None:
    """A host that takes bullets and numbers from all lists leaves those of a plan."""
    html = plan_of(BUSY).to_html()
    assert ".bfr ul{list-style:disc}" in html
    assert ".bfr ol{list-style:decimal}" in html


def test_every_host_gets_the_same_html() -> None:
    """Hosts that know no mimebundle find the HTML too, and an app asks for it by name."""
    plan = plan_of({"sleep_hours": 5.5, "age": 30})
    shown: list[InNotebooks] = [plan, plan.why("sleep-longer"), plan.why_not("drink-enough")]
    shown += [plan.outlook, plan.what_if(sleep_hours=8)]
    for each in shown:
        html = each.to_html()
        assert each._repr_html_() == html
        assert each._repr_mimebundle_() == {"text/plain": str(each), "text/html": html}
        assert Reader(html).tags <= CARD_TAGS
