"""The explorer: answers on one side, the plan on the other, as the front end asks for them."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from typing import Any

import pytest

from backfat_rules import Advisor, BackfatRulesError, Profile, ProfileError, explore, recommend
from backfat_rules.explorer_front import explorer_style, widget_script, words_of
from backfat_rules.explorer_front.scripts import page_script
from backfat_rules.wording import shipped_reader
from tests.planning.people import BUSY, KNOWLEDGE

SCRIPTS = widget_script() + page_script()


class Page:
    """Asks as the front end does, and keeps what it is sent."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.widget = explore(told)
        self.sent: list[dict[str, Any]] = []
        setattr(self.widget, "send", self.sent.append)  # noqa: B010  # in the place of a kernel

    def ask(self, **asked: Any) -> dict[str, Any]:
        """The reply to one question."""
        asked = {"at": len(self.sent) + 1, **asked}
        self.widget._handle_custom_msg(asked, [])
        assert self.sent[-1]["at"] == asked["at"]
        return self.sent[-1]

    def answer(self, id: str, value: Any) -> dict[str, Any]:
        """The reply to an answer."""
        facts = self.widget.state["facts"]
        return self.ask(kind="tell", facts=facts, id=id, value=value)


def test_an_answer_changes_the_plan() -> None:
    """Whoever moves a slider sees the plan for it, what is new in it, and can go back."""
    page = Page({"sleep_hours": 5.5})
    state = page.answer("stress_level", 8)["state"]
    assert state["changed"]["train-against-stress"] == "new"
    assert state["plan"] == recommend({"sleep_hours": 5.5, "stress_level": 8}).to_html()
    assert page.widget.profile == Profile(sleep_hours=5.5, stress_level=8)
    back = page.ask(kind="tell", facts={"sleep_hours": 5.5}, id="", value=None)["state"]
    assert back["facts"] == {"sleep_hours": 5.5}
    assert "train-against-stress" not in page.widget.plan


def test_a_drag_is_compared_with_what_was_before_it() -> None:
    """However many steps a slider takes, what changed is told since it was taken."""
    page = Page({"sleep_hours": 5.5})
    since = page.widget.state["facts"]
    for hours in (6, 6.5, 7.5):
        facts = page.widget.state["facts"]
        told = {"facts": facts, "id": "sleep_hours", "value": hours, "since": since}
        state = page.ask(kind="tell", **told)["state"]
    assert "Give yourself more sleep" in state["change"]
    page.widget.profile = {"sleep_hours": 7.6}
    assert "Give yourself more sleep" not in page.widget.state["change"]


def test_an_answer_is_taken_back() -> None:
    """A number that was told becomes unknown again, and not some number."""
    page = Page({"sleep_hours": 5.5, "age": 30})
    assert page.answer("sleep_hours", None)["state"]["facts"] == {"age": 30}


def test_a_statement_tells_a_range() -> None:
    """A ticked sentence is told as an interview takes it, and shows what else it settles."""
    page = Page({})
    state = page.answer("sleeps-under-seven", True)["state"]
    assert state["facts"] == {"ranges": {"sleep_hours": {"below": 7}}}
    assert state["values"]["sleeps-under-nine"] is True
    assert "sleeps-under-five" not in state["values"]
    assert page.answer("sleep_hours", 6)["state"]["facts"] == {"sleep_hours": 6}


def test_what_cannot_be_right_changes_nothing() -> None:
    """A refused answer is told in the words of the profile, and the plan stays."""
    page = Page({"sleep_hours": 5.5})
    assert "sleep_hours: 99 is outside 0 to 24 h." in page.answer("sleep_hours", 99)["error"]
    assert "There is no" in page.answer("sleep_hour", 9)["error"]
    assert "'<b>'" in page.ask(kind="why", id="<b>")["error"]
    assert page.widget.profile == Profile(sleep_hours=5.5)


def test_why_is_answered() -> None:
    """A click on why shows the tree of the plan that is shown."""
    page = Page({"sleep_hours": 5.5})
    reply = page.ask(kind="why", id="sleep-longer")
    assert reply["html"] == page.widget.plan.why("sleep-longer").to_html()


def test_strange_messages_are_left_alone() -> None:
    """What is no question of the front end neither answers nor breaks."""
    page = Page({})
    stranges: list[Any] = [None, "x", [], {}, {"kind": "why"}]
    for strange in stranges:
        page.widget._handle_custom_msg(strange, [])
    assert page.sent == []


def test_the_profile_is_observed_and_set() -> None:
    """A cell of Python sees each change, and its own change is shown."""
    page = Page({"sleep_hours": 5.5})
    seen: list[Profile] = []
    page.widget.observe(lambda change: seen.append(change["new"]), names="profile")
    page.answer("age", 30)
    page.widget.profile = {"age": 40}
    assert seen == [Profile(sleep_hours=5.5, age=30), Profile(age=40)]
    assert page.widget.state["facts"] == {"age": 40}
    with pytest.raises(ProfileError):
        page.widget.profile = {"age": 400}


def test_the_code_gives_the_same_plan() -> None:
    """What is copied as Python is the plan that was looked at, ranges and lists too."""
    page = Page({**BUSY, "sleep_hours": None})
    page.answer("sleeps-under-seven", True)
    names = {"Profile": Profile, "recommend": recommend}
    assert eval(page.widget.state["code"], names) == page.widget.plan


def test_all_that_can_be_told_has_a_control() -> None:
    """Every statement and every fact but those with ids of exercises can be told, each once."""
    controls = [each for group in explore().groups for each in group["controls"]]
    ids = [each["id"] for each in controls]
    assert len(ids) == len(set(ids))
    told = {name for name, fact in KNOWLEDGE.facts.items() if not fact.ids_of}
    assert set(ids) == told | set(KNOWLEDGE.statements)
    for each in controls:
        if each["kind"] == "number":
            assert each["low"] < each["high"]
            assert 0 < each["step"] <= each["high"] - each["low"]
            assert each["unit"] == KNOWLEDGE.facts[each["id"]].unit


def test_all_of_it_is_plain_data() -> None:
    """A saved notebook holds the widget: everything that is sent is JSON."""
    shown = explore(BUSY)
    assert json.loads(json.dumps([shown.groups, shown.words, shown.state]))


def test_the_front_end_has_its_words() -> None:
    """The script has no sentence of its own, says none that nobody wrote, and loads nothing."""
    words = words_of(shipped_reader())
    asked = set(re.findall(r"words\.([a-z_]+)", SCRIPTS))
    assert asked | {"new", "more", "less", "amount"} == set(words)
    assert not re.search(r"https?:|\bfetch\b|eval\(", SCRIPTS)
    assert set(re.findall(r"import\([^)]*\)", SCRIPTS)) == {"import(url)"}  # of its own pack
    assert not re.search(r"@import|url\(", explorer_style())


def test_a_saved_notebook_shows_the_plan_of_the_cell() -> None:
    """Without a kernel and the state of the widget, the plan stands where the widget was put."""
    shown = explore({"sleep_hours": 5.5})
    data, _ = shown._repr_mimebundle_()
    assert shown.plan.to_html() in data["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in data


def test_two_widgets_know_nothing_of_each_other() -> None:
    """An answer in one widget leaves another as it was."""
    one, other = Page({"age": 30}), Page({"age": 40})
    one.answer("sleep_hours", 5)
    assert other.widget.profile == Profile(age=40)


def test_without_anywidget_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has not installed the extra reads what to install."""
    monkeypatch.delitem(sys.modules, "backfat_rules.explorer.widget")
    monkeypatch.setitem(sys.modules, "anywidget", None)
    with pytest.raises(BackfatRulesError, match=r"backfat-rules\[widget\]"):
        explore()


def test_an_advisor_is_needed() -> None:
    """Knowledge in the place of an advisor is refused in words."""
    with pytest.raises(BackfatRulesError, match="An advisor is needed"):
        explore({}, advisor=KNOWLEDGE)  # type: ignore[arg-type]
    assert explore({}, advisor=Advisor(engine="direct")).profile == Profile()
