"""The explorer in notebooks: with a kernel, and exported where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.explored import ENOUGH, Explored, goes_back, works
from tests.browser.hosts import called, jupyterlab, marimo
from tests.browser.notebooks import ipynb, marimo_file

_FRONT_END = re.compile(r"^https://cdn\.jsdelivr\.net/npm/@marimo-team/frontend@[^/]*/dist/([^?]*)")


@pytest.fixture
def lab(tmp_path: Path) -> Iterator[str]:
    """The address of a notebook in JupyterLab."""
    ipynb(tmp_path)
    with jupyterlab(tmp_path) as address:
        yield f"{address}/lab/tree/try.ipynb"


def test_jupyterlab(window: Opened, lab: str) -> None:
    """A cell shows the explorer, what is told reaches Python, and a slider has its own keys."""
    opened = window(hosts=(lab.split("/lab")[0], lab.split("/lab")[0].replace("http", "ws")))
    page = opened.open(lab)
    cells = page.locator(".jp-Notebook .jp-CodeCell")
    expect(page.locator("#jp-main-statusbar")).to_contain_text("| Idle")  # before, nothing is run
    _run(page, 0)
    shown = Explored(page, cells.first.locator(".bfx"))
    shown.root.wait_for()
    works(shown)
    assert cells.count() == 2
    goes_back(shown)
    shown.drag_to(ENOUGH)
    shown.is_not_advised("sleep-longer")
    _run(page, 1)
    told = cells.nth(1).locator(".jp-OutputArea-output")
    expect(told).to_have_text(f"{ENOUGH:.1f} 8")
    assert opened.violations(inside=".bfx") == []
    assert _of_ours(opened.complaints) == []


def _run(page: Page, cell: int) -> None:
    """Run a cell as somebody does: a click into it, and Shift+Enter."""
    place = page.locator(".jp-Notebook .jp-CodeCell").nth(cell)
    place.locator(".cm-content").click()
    page.keyboard.press("Shift+Enter")


def _of_ours(complaints: list[str]) -> list[str]:
    """What a host says of itself left out."""
    return [each for each in complaints if re.search(r"bfx|backfat|explorer", each)]


def test_marimo(window: Opened, tmp_path: Path) -> None:
    """The explorer works there as well, in the shadow that marimo puts a widget into."""
    with marimo(marimo_file(tmp_path)) as address:
        opened = window(hosts=(address, address.replace("http", "ws")))
        page = opened.open(address)
        shown = Explored(page, page.locator(".bfx"))
        shown.root.wait_for()
        works(shown)
        assert _of_ours(opened.complaints) == []


def test_an_exported_notebook(window: Opened, tmp_path: Path) -> None:
    """After nbconvert, without a kernel and without a network, the slider still moves the plan."""
    ipynb(tmp_path)
    called("nbconvert", "--execute", "--to", "html", "try.ipynb", folder=tmp_path)
    opened = window()
    page = opened.open(tmp_path / "try.html")
    works(Explored(page, page.frame_locator("iframe").locator(".bfx")))
    assert opened.violations(frame=page.frames[-1]) == []
    ours = [each for each in opened.refused if not re.search(r"require|mathjax|html-manager", each)]
    assert ours == []


def test_a_notebook_exported_by_marimo(window: Opened, tmp_path: Path) -> None:
    """So it does after marimo's export, which loads marimo itself from a network, and only that."""
    marimo_file(tmp_path)
    called("marimo", "export", "html", "try.py", "-o", "try.html", folder=tmp_path)
    opened = window(served=_marimo_itself)
    page = opened.open(tmp_path / "try.html")
    shown = Explored(page, page.locator(".bfx"))
    shown.root.wait_for()
    works(shown)
    assert opened.refused == []


def _marimo_itself(url: str) -> Path | None:
    """The installed file that stands in the place of one that marimo loads from a network."""
    found = _FRONT_END.match(url)
    file = Path(str(files("marimo"))) / "_static" / found[1] if found else None
    return file if file and file.is_file() else None
