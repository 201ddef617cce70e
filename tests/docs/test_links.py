"""Readers of the documentation reach everything that it names."""

from __future__ import annotations

import json
import re
from functools import cache
from os.path import normpath
from pathlib import Path

import pytest

import backfat_rules
from tests.docs.documents import DOCS, NOTEBOOKS, PAGES, ROOT, name_of

ELSEWHERE = {
    "https://altair-viz.github.io",
    "https://cosmic-ray.readthedocs.io",
    "https://fastapi.tiangolo.com",
    "https://github.com/nilp0inter/experta",
    "https://gorules.io",
    "https://mermaid.js.org",
    "https://modelcontextprotocol.io",
    "https://openfisca.org",
    "https://pint.readthedocs.io",
    "https://www.clipsrules.net",
}
"""Where the documentation leads outside of the project; look a new one up before adding it."""

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```$|`[^`\n]*`", re.DOTALL | re.MULTILINE)


def text_of(page: Path) -> str:
    """The prose of a page or of a notebook's cells of text."""
    text = page.read_text(encoding="utf-8")
    if page.suffix == ".ipynb":
        cells = json.loads(text)["cells"]
        text = "\n\n".join("".join(c["source"]) for c in cells if c["cell_type"] == "markdown")
    return _CODE.sub("", text)


@cache
def relative_links(page: Path) -> list[str]:
    """The files that a page links to, each once, as the page names them."""
    links = [link for link in _LINK.findall(text_of(page)) if not re.match(r"[a-z]+:|#", link)]
    return sorted({link.partition("#")[0] for link in links})


@pytest.mark.parametrize("page", [*PAGES, *NOTEBOOKS], ids=name_of)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    """No reader meets a dead link."""
    dead = [link for link in relative_links(page) if not (page.parent / link).exists()]
    assert not dead


def test_links_to_elsewhere_are_known() -> None:
    """No page leads to an address that nobody looked up; references have a list of their own."""
    pages = [page for page in [*PAGES, *NOTEBOOKS] if DOCS / "knowledge" not in page.parents]
    found = {link for page in pages for link in _LINK.findall(text_of(page)) if "://" in link}
    assert {link.rstrip("/") for link in found} == ELSEWHERE


def test_every_page_can_be_reached() -> None:
    """From the README, links lead to every page and notebook of the docs."""
    lost = {*PAGES, *NOTEBOOKS}
    waiting = {ROOT / "README.md"}
    while waiting:
        page = waiting.pop()
        lost.discard(page)
        waiting |= {Path(normpath(page.parent / link)) for link in relative_links(page)} & lost
    assert sorted(map(name_of, lost)) == []


@pytest.mark.parametrize("name", backfat_rules.__all__)
def test_every_public_name_is_documented(name: str) -> None:
    """Whoever meets a public name finds it in the docs."""
    pages = [ROOT / "README.md", *DOCS.rglob("*.md")]
    assert any(re.search(rf"\b{name}\b", page.read_text(encoding="utf-8")) for page in pages)


def test_the_promise_names_what_is_public() -> None:
    """``stability.md`` promises each public name, and none that there is not."""
    text = (DOCS / "stability.md").read_text(encoding="utf-8")
    table = text.partition("| what for | names |")[2].partition("\n\n")[0]
    assert {*re.findall(r"`(\w+)`", table), "__version__"} == {*backfat_rules.__all__}


def test_the_readme_is_short() -> None:
    """The first page stays a first page."""
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) < 150
