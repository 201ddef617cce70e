"""The site in a real browser, opened from its files as ``make docs`` writes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opened

SITE = Path(__file__).parents[2] / "build" / "site"
PAGES = (
    "docs/site/index",
    "docs/quick-start",
    "docs/tutorials/training-week",
    "docs/knowledge/topics/sleep",
    "docs/reference/plans",
)


@pytest.fixture(autouse=True)
def built() -> None:
    """The site stands; ``make site`` builds it first."""
    if not (SITE / "index.html").exists():
        pytest.fail("There is no site in build/site. Write it with: make docs")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_of_the_site_is_for_everybody(window: Opened, name: str, scheme: str) -> None:
    """Axe objects to nothing, and nothing is asked of any network."""
    opened = window(scheme=scheme)
    page = opened.open(SITE / f"{name}.html")
    page.wait_for_load_state("load")
    for frame in page.frames:
        assert opened.violations(frame) == []
    assert opened.refused == []


def test_the_first_page_asks_and_advises(window: Opened) -> None:
    """Whoever opens the site can answer at once, and gets on."""
    page = window().open(SITE / "docs" / "site" / "index.html")
    live = page.frame_locator("iframe.live")
    first = live.locator("#asking").inner_text()
    live.locator("input[value=sleep]").check()
    live.locator("#go-on").click()
    expect(live.locator("#asking")).not_to_have_text(first)
    expect(live.locator("#page")).not_to_be_empty()


@pytest.mark.parametrize(
    ("words", "guide"),
    [("change threshold", "how-to/overlay.html"), ("threshold", "how-to/overlay.html")],
)
def test_search_finds_the_guide_from_files(window: Opened, words: str, guide: str) -> None:
    """Without a server a word is found, and a guide stands before the pages of single entries."""
    opened = window()
    opened.page.goto(f"{(SITE / 'search.html').as_uri()}?q={words.replace(' ', '+')}")
    found = opened.page.locator("#search-results ul.search li a")
    expect(found.first).to_be_visible()
    expect(opened.page.locator("#search-results .search-summary")).to_contain_text("finished")
    first = [found.nth(at).get_attribute("href") or "" for at in range(min(5, found.count()))]
    assert any(guide in link for link in first), first
    assert opened.refused == []
