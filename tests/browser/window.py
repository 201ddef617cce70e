"""A window on one page: what it shows, what it complained of, and what it asked the network for."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, Route

PATIENCE = 240_000
"""Milliseconds that anything may take on a busy machine."""

_AXE = files("axe_playwright_python").joinpath("axe.min.js")
_OURS = re.compile(r"^(file|blob|data|about):")

Served = Callable[[str], Path | None]


class Window:
    """One page in a context of its own.

    Args:
        browser: what shows it.
        width: of the window, in pixels.
        scheme: "light" or "dark".
        hosts: beginnings of addresses that it may ask, such as that of a notebook server.
        served: files in the place of addresses that a host loads its own scripts from.

    Attributes:
        complaints: what the console and uncaught errors said.
        refused: the addresses that were asked for and are not allowed.
    """

    def __init__(
        self,
        browser: Browser,
        *,
        width: int = 1280,
        scheme: str = "light",
        hosts: tuple[str, ...] = (),
        served: Served = lambda _: None,
    ) -> None:
        self._context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        self._context.set_default_timeout(PATIENCE)
        self._context.route("**/*", self._answer)
        self._hosts, self._served = hosts, served
        self.width = width
        self.complaints: list[str] = []
        self.refused: list[str] = []
        self.page: Page = self._context.new_page()
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _answer(self, route: Route) -> None:
        url = str(route.request.url)
        file = self._served(url)
        if file is not None:
            route.fulfill(path=file, headers={"access-control-allow-origin": "*"})
        elif _OURS.match(url) or url.startswith(self._hosts):
            route.continue_()
        else:
            self.refused.append(url)
            route.abort()

    def open(self, file: Path | str) -> Page:
        """Open a file or an address."""
        self.page.goto(file.as_uri() if isinstance(file, Path) else file)
        return self.page

    def resize(self, width: int) -> None:
        """Make it wider or narrower."""
        self.width = width
        self.page.set_viewport_size({"width": width, "height": 900})

    def violations(self, frame: Any = None, inside: str = "body") -> list[str]:
        """What axe finds wrong, each with where; not in the frames of the page.

        In a frame it takes the page that shines through for white, so contrast is not judged there.
        """
        place = frame or self.page.main_frame
        rules = {} if place.parent_frame is None else {"color-contrast": {"enabled": False}}
        place.evaluate(_AXE.read_text(encoding="utf-8"))
        found: Mapping[str, Any] = place.evaluate(
            """([inside, rules]) =>
            axe.run(inside, { resultTypes: ["violations"], iframes: false, rules })""",
            [inside, rules],
        )
        return [
            f"{each['id']}: {node['html'][:200]}"
            for each in found["violations"]
            for node in each["nodes"]
        ]

    def too_wide(self) -> int:
        """By how many pixels the page can be scrolled sideways."""
        return int(self.page.evaluate("document.documentElement.scrollWidth")) - self.width

    def close(self) -> None:
        """Forget it with everything that it kept."""
        self._context.close()
