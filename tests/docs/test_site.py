"""What the site checks of itself when it is built."""

from __future__ import annotations

from pathlib import Path
from runpy import run_path

import pytest

from tests.docs.documents import DOCS

PAGE = '<!doctype html><h1 id="top">A page</h1><a href="{link}">elsewhere</a>{more}'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of two pages, of which one has a part called ``top``."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "other.html").write_text(PAGE.format(link="#top", more=""))
    return tmp_path


@pytest.mark.parametrize(
    ("link", "more", "wrong"),
    [
        ("../other.html#top", "", []),
        ("https://example.org/book", "", []),
        ("../another.html", "", ["deep/page.html: ../another.html"]),
        ("../other.html#bottom", "", ["deep/page.html: ../other.html#bottom"]),
        ("#bottom", "", ["deep/page.html: #bottom"]),
        ("#top", '<img src="no.png">', ["deep/page.html: no.png"]),
        (
            "#top",
            '<script src="https://example.org/a.js"></script>',
            ["deep/page.html: https://example.org/a.js"],
        ),
    ],
)
def test_a_link_that_leads_nowhere_fails_the_site(
    link: str, more: str, wrong: list[str], site: Path
) -> None:
    """No reader of the site meets a dead link, and no page loads anything from elsewhere."""
    wrong_links = run_path(str(DOCS / "site" / "links.py"))["wrong_links"]
    (site / "deep" / "page.html").write_text(PAGE.format(link=link, more=more))
    assert wrong_links(site) == wrong
