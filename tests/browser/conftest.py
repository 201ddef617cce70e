"""A real browser, and windows in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.chromium import QUIET, chromium
from tests.browser.window import PATIENCE, Window

Opened = Callable[..., Window]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without it the tests fail and say what to do."""
    path = chromium()
    if path is None:
        pytest.fail("There is no Chromium on this machine. Install it, or run: make browser")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def window(browser: Browser) -> Iterator[Opened]:
    """Opens windows, as ``Window`` takes them, and closes them after the test."""
    opened: list[Window] = []

    def open_one(**how: Any) -> Window:
        opened.append(Window(browser, **how))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()
