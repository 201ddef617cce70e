"""Whoever uses no mouse gets everywhere."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.pages import written


def _tab_to(page: Page, what: str, most: int = 400) -> None:
    """Press Tab until an element that fits has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
    raise AssertionError(f"Tab does not lead to {what}")


def test_a_fold_opens_with_a_key(window: Opened, tmp_path: Path) -> None:
    """The contents open and lead to a section, and what is folded opens with Enter."""
    page = window().open(written("handed-over", tmp_path))
    _tab_to(page, "nav summary")
    page.keyboard.press("Enter")
    _tab_to(page, "nav a")
    page.keyboard.press("Enter")
    assert "#part-" in page.url
    _tab_to(page, "summary")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open")


def test_an_interview_without_a_mouse(window: Opened, tmp_path: Path) -> None:
    """Tab, space and Enter answer a screen; the focus stands at the next, and is seen."""
    opened = window()
    page = opened.open(written("web", tmp_path))
    first = page.locator("#asking").inner_text()
    _tab_to(page, "input[value=sleep]")
    page.keyboard.press("Space")
    width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert float(width.removesuffix("px")) >= 2
    _tab_to(page, "#go-on")
    page.keyboard.press("Enter")
    expect(page.locator("#asking")).to_be_focused()
    assert page.locator("#asking").inner_text() != first
    assert opened.complaints == []


def test_what_if_without_a_mouse(window: Opened, tmp_path: Path) -> None:
    """A group opens, a sentence is ticked, and what changed is told to a screen reader."""
    page = window().open(written("interactive", tmp_path))
    page.locator(".bfx").wait_for()
    page.locator("nav summary").click()
    page.locator("nav a").last.focus()
    page.keyboard.press("Enter")
    _tab_to(page, ".bfx summary")
    _tab_to(page, ".bfx input[type=checkbox]")
    page.keyboard.press("Space")
    expect(page.locator(".bfx [aria-live]")).to_be_attached()
    expect(page.locator(".bfx").get_by_role("button", name="Undo", exact=True)).to_be_enabled()
