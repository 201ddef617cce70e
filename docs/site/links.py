"""A page that leads nowhere, or that loads anything from elsewhere, fails the build of the site."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urldefrag, urlsplit

LOADED = {("script", "src"), ("img", "src"), ("iframe", "src"), ("link", "href")}


class Names(NamedTuple):
    """What a page leads to and loads, and what in it can be led to."""

    links: frozenset[str]
    loads: frozenset[str]
    ids: frozenset[str]


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.loads: set[str] = set()
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note what one element names."""
        for name, value in attributes:
            if name == "id" and value:
                self.ids.add(value)
            elif (tag, name) in LOADED and value:
                self.loads.add(value)
            elif name == "href" and value:
                self.links.add(value)


def setup(app: Any) -> dict[str, bool]:
    """Follow the links once all other extensions have written what they write."""
    app.connect("build-finished", _follow, priority=900)
    return {"parallel_read_safe": True}


def _follow(app: Any, failed: Exception | None) -> None:
    if failed is None and app.builder.format == "html":
        from sphinx.errors import SphinxError  # here, so that following links needs no Sphinx

        wrong = wrong_links(Path(app.outdir))
        if wrong:
            raise SphinxError("\n".join(["links that lead nowhere:", *wrong]))


def wrong_links(site: Path) -> list[str]:
    """A line for each link that leads nowhere, and for each file that is loaded from elsewhere."""
    pages = sorted(site.rglob("*.html"))
    return [line for page in pages for line in _wrong_in(page, site)]


def _wrong_in(page: Path, site: Path) -> list[str]:
    names = _names_in(page)
    dead = {link for link in names.links | names.loads if _is_dead(link, page)}
    foreign = {link for link in names.loads if urlsplit(link).scheme in ("http", "https")}
    return [f"{page.relative_to(site)}: {link}" for link in sorted(dead | foreign)]


def _is_dead(link: str, page: Path) -> bool:
    if urlsplit(link).scheme:
        return False  # elsewhere: a test knows those that documentation leads to
    address, place = urldefrag(link)
    target = page.parent / unquote(urlsplit(address).path) if address else page
    if not target.is_file():
        return True
    return bool(place) and target.suffix == ".html" and unquote(place) not in _names_in(target).ids


@cache
def _names_in(page: Path) -> Names:
    reading = _Reading()
    reading.feed(page.read_text(encoding="utf-8"))
    return Names(*map(frozenset, (reading.links, reading.loads, reading.ids)))
