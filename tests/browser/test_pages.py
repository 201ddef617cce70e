"""Every page of ours in a real browser: in silence, in any width and light, for everybody."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opened
from tests.browser.explored import Explored, works
from tests.browser.pages import PAGES, written

INTERACTIVE = ("interactive", "thinking-piece")
WIDTHS = (1280, 360)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_calm_fits_and_is_for_everybody(
    window: Opened, tmp_path: Path, name: str, scheme: str
) -> None:
    """No error, no request, nothing to scroll sideways for, and nothing that axe objects to."""
    opened = window(scheme=scheme)
    page = opened.open(written(name, tmp_path))
    if name in INTERACTIVE:
        _explorer(page, name).root.wait_for()
    for width in WIDTHS:
        opened.resize(width)
        assert opened.too_wide() <= 0
    page.locator("details").evaluate_all("all => all.forEach((each) => { each.open = true; })")
    for width in WIDTHS:
        opened.resize(width)
        assert opened.too_wide() <= 0, "with all that opens"
    for frame in page.frames:
        assert opened.violations(frame) == []
    assert opened.complaints == []
    assert opened.refused == []


@pytest.mark.parametrize("name", INTERACTIVE)
@pytest.mark.parametrize("width", WIDTHS)
def test_what_if_is_answered_without_python(
    window: Opened, tmp_path: Path, name: str, width: int
) -> None:
    """Whoever was handed a page moves a slider and sees the plan follow, offline."""
    opened = window(width=width)
    opened.open(written(name, tmp_path))
    works(_explorer(opened.page, name))
    assert opened.complaints == []
    assert opened.refused == []


def _explorer(page: Page, name: str) -> Explored:
    frame = page.frame_locator("iframe") if name == "thinking-piece" else page
    return Explored(page, frame.locator(".bfx"))
