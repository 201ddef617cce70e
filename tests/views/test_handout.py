"""A plan as a whole page to hand over, and the file it is written to."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from backfat_rules import BackfatRulesError, Plan
from backfat_rules.explorer_front import explorer_style
from backfat_rules.whole_file import write_whole
from tests.planning.people import BUSY, people, plan_of
from tests.views.test_plan_html import CARD_TAGS, VOID, Reader, with_hostile_texts

PAGE_TAGS = {*CARD_TAGS, "html", "head", "meta", "title", "body", "main", "nav", "section"}
PAGE_TAGS |= {"h1", "h2", "h5", "a", "figure"}
PAGE_TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}
CALM = {
    "data-id",
    "lang",
    "charset",
    "name",
    "content",
    "class",
    "role",
    "start",
    "id",
    "href",
    "aria-label",
    "scope",
    "tabindex",
}


class Unfolded(Reader):
    """Reads what stands open."""

    def handle_decl(self, decl: str) -> None:
        """The page says what it is."""

    def handle_data(self, data: str) -> None:
        """Collect text that is in no fold."""
        if "details" not in self.open:
            super().handle_data(data)


def around_pictures(html: str) -> str:
    """The page without its pictures, which have tests of their own."""
    return re.sub(r"<svg .*?</svg>", "", html, flags=re.DOTALL)


def text_of(plan: Plan) -> str:
    """What the page says; it is one document, whole and closed."""
    html = around_pictures(plan.handout())
    read = Reader(html.removeprefix("<!doctype html>\n"))
    assert read.tags <= PAGE_TAGS
    assert read.attributes <= CALM
    assert "meta" in VOID
    return read.text


@given(people())
def test_everything_to_be_done_is_on_the_page(told: dict[str, Any]) -> None:
    """Whoever gets only the page has all advice with its steps, every alarm and every move."""
    plan = plan_of(told)
    text = text_of(plan)
    expected = [plan.notice, *(each.text for each in plan.messages)]
    for each in plan.recommendations:
        expected += [each.title, each.action, *each.steps, *each.cautions]
        expected += [reason.text for reason in each.reasons]
    for move in plan.moves.values():
        expected += [move.title, *move.steps, *move.cautions, *move.faults]
    assert [part for part in expected if part not in text] == []


def test_what_is_followed_is_not_folded() -> None:
    """Paper opens no fold: first steps, warnings and the first moves stand open, reasons do not."""
    plan = plan_of(BUSY)
    first = [plan[each.recommendation] for each in plan.first_steps]
    read = Unfolded(plan.handout()).text
    for advice in first:
        assert [step for step in advice.steps if step not in read] == []
    moves = [plan.moves[move.id] for advice in first for move in advice.exercises[:4]]
    assert moves
    assert [step for move in moves for step in move.steps if step not in read] == []
    assert plan.recommendations[0].reasons[1].text not in read


def test_the_week_stands_in_the_page() -> None:
    """Paper holds each session with its moves and amounts, and the muscles that the week trains."""
    plan = plan_of(BUSY)
    read = Unfolded(plan.handout()).text
    week = plan.programme()
    items = [item for session in week.sessions for item in session.items]
    expected = [each.title for each in week.sessions] + [each.title for each in items]
    expected += [part for item in items for part in (item.dose, item.effort)]
    assert [part for part in expected if part not in read] == []
    assert week.muscles().svg in plan.handout()


@given(people())
def test_how_to_do_a_move_stands_once_in_the_page(told: dict[str, Any]) -> None:
    """Plan and week share their moves: each is explained once, those of the week unfolded."""
    plan = plan_of(told)
    trained = plan.programme().moves if plan.moves else {}
    heads = Counter(re.findall(r"<h3>([^<]*)</h3>", plan.handout()))
    assert {heads[move.title] for move in trained.values()} <= {1}


@pytest.mark.parametrize(
    "told", [{"sleep_hours": 5}, {"symptoms": {"chest_pain"}}], ids=["no moves", "an emergency"]
)
def test_no_week_where_nobody_is_advised_to_train(told: dict[str, Any]) -> None:
    """The page of somebody who has to get help, or is advised no move, holds no training week."""
    html = plan_of(told).handout()
    assert "Your training week" not in html
    assert "<svg" not in html


def test_a_part_of_a_plan_holds_what_is_its_own() -> None:
    """A page of the advice on food alone has no training week."""
    plan = plan_of(BUSY)
    food = plan.narrowed(area="nutrition")
    assert "Your training week" not in food.handout()


def test_a_stored_plan_has_the_same_page() -> None:
    """Out of JSON the plan has its week again; one of other knowledge has its page without it."""
    plan = plan_of(BUSY)
    stored = Plan.model_validate_json(plan.model_dump_json())
    assert stored.handout() == plan.handout()
    other = stored.model_copy(update={"knowledge_version": "of last year"})
    assert "Your training week" not in other.handout()
    assert plan.recommendations[0].title in other.handout()


def test_a_screen_reader_finds_its_way() -> None:
    """The page names its language and title, has one first heading, and its links lead on."""
    html = around_pictures(plan_of(BUSY).handout())
    assert '<html lang="en">' in html
    assert "<title>Your plan</title>" in html
    assert html.count("<h1>") == html.count("<main>") == 1
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids)) > 5
    assert set(re.findall(r'href="#([^"]+)"', html)) == set(ids)


def test_the_page_loads_nothing() -> None:
    """Nothing that was told leaves the file: it names no address but those within it."""
    html = plan_of(BUSY).handout()
    assert all(link.startswith("#") for link in re.findall(r'(?:href|src)="([^"]*)"', html))
    assert not re.search(r"<script|<link|@import|url\((?!#)", html)


def test_hostile_texts_stay_text_on_the_page() -> None:
    """A text of an app's own knowledge cannot run in the page, wherever it stands."""
    attacked = with_hostile_texts(plan_of(BUSY))
    assert "<script" not in attacked.handout()
    assert 'onclick="' not in attacked.handout()


def test_a_plan_goes_into_a_file(tmp_path: Path) -> None:
    """The file holds the whole page, a second plan replaces the first, and nothing else is left."""
    plan, other, file = plan_of(BUSY), plan_of({"sleep_hours": 5}), tmp_path / "plan.html"
    file.write_text("something else", encoding="utf-8")
    plan.to_html(file)
    assert file.read_text(encoding="utf-8") == plan.handout()
    other.to_html(str(file))
    assert file.read_text(encoding="utf-8") == other.handout()
    assert [*tmp_path.iterdir()] == [file]


def test_a_file_keeps_its_place_behind_a_link(tmp_path: Path) -> None:
    """What a link leads to is replaced, and the link stays."""
    file, link = tmp_path / "plan.html", tmp_path / "latest.html"
    file.write_text("", encoding="utf-8")
    link.symlink_to(file)
    write_whole(link, "new")
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("folder", "is a folder. Name a file in it."),
        ("nowhere/plan.html", "There is no folder"),
        ("pipe", "is no file that can be replaced"),
        ("n" * 300 + ".html", "cannot be written"),
        ("a\0b.html", "cannot be written"),
    ],
)
def test_where_no_file_can_be(name: str, said: str, tmp_path: Path) -> None:
    """A wrong place is named with what to do, and nothing half written is left there."""
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BackfatRulesError, match=re.escape(said)):
        plan_of({"sleep_hours": 5}).to_html(tmp_path / name)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_failed_writing_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk costs nobody the page of last week."""
    file = tmp_path / "plan.html"
    file.write_text("of last week", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(BackfatRulesError, match="No space left on device"):
        write_whole(file, "new")
    assert file.read_text(encoding="utf-8") == "of last week"
    assert [*tmp_path.iterdir()] == [file]


def test_what_if_is_added_and_changes_nothing_else() -> None:
    """A page that thinks is the same page with one more section, its style and its scripts."""
    plan = plan_of(BUSY)
    page, plain_page = plan.handout(interactive=True), plan.handout()
    left = re.sub(r"<script.*?</script>\n", "", page, flags=re.DOTALL)
    left = re.sub(r'<meta http-equiv[^>]*>\n|<li class="bfx-waits".*?</li>', "", left)
    left = re.sub(r'\n<section id="what-if".*?</section>', "", left, flags=re.DOTALL)
    left = left.replace(explorer_style(), "")
    assert left == plain_page


def test_a_page_that_thinks_asks_nobody() -> None:
    """Its policy allows no connection, and nothing in it names one."""
    page = plan_of({"sleep_hours": 5.5}).handout(interactive=True)
    assert "default-src 'none'" in page
    assert "connect-src" not in page
    assert not re.search(r"""(?:src|href|action)=["'](?!#)""", page.split("<script")[0])


def test_what_if_hides_until_it_works() -> None:
    """Without scripts, as in a mail, neither its link nor its section is seen."""
    page = plan_of({"sleep_hours": 5.5}).handout(interactive=True)
    assert len(re.findall(r'class="[^"]*bfx-waits" hidden', page)) == 2


def test_an_alarm_is_not_played_with() -> None:
    """Who needs help now gets the page of that alone."""
    plan = plan_of({"symptoms": {"chest_pain"}})
    assert plan.handout(interactive=True) == plan.handout()


def test_what_if_says_that_its_amounts_are_metric() -> None:
    """Whoever reads in pounds is told that what if does not."""
    plan = plan_of({"sleep_hours": 5.5})
    said = "Amounts are metric here."
    assert said in plan.in_units("us").handout(interactive=True)
    assert said not in plan.handout(interactive=True)


def test_a_piece_that_thinks_holds_the_plan_as_well() -> None:
    """Where no script may run, the plan stands in the place of what if, and is escaped once."""
    plan = plan_of({"sleep_hours": 5.5})
    piece = plan.to_html(interactive=True)
    shown, frame = piece.split("<iframe")
    assert plan.to_html() in shown
    assert "<script" not in frame
    assert frame.count("&lt;script") == 2


def test_a_hostile_text_ends_no_script() -> None:
    """What stands in the knowledge of an app cannot leave the data of the page."""
    page = plan_of({"sleep_hours": 5.5}).handout(interactive=True)
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", page, flags=re.DOTALL)
    assert len(scripts) == page.count("<script") == 2
    assert "<" not in scripts[0]
