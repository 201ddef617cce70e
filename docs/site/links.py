"""A page that leads nowhere, or that loads anything from elsewhere, fails the build of the site."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from os.path import normpath
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urldefrag, urlsplit

LOADED = {("script", "src"), ("img", "src"), ("iframe", "src"), ("link", "href")}

_TAG = re.compile(r"<([a-z]\w*)\s([^>]*)>")
_NAMING = re.compile(r'\b(href|src|id)="([^"]*)"')


class Names(NamedTuple):
    """What a page leads to and loads, and what in it can be led to."""

    links: frozenset[str]
    loads: frozenset[str]
    ids: frozenset[str]


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
    pages = [page for page in sorted(site.rglob("*.html")) if "_static" not in page.parts]
    return [line for page in pages for line in _wrong_in(page, site)]


def _wrong_in(page: Path, site: Path) -> list[str]:
    names = _names_in(page)
    dead = {link for link in names.links | names.loads if _is_dead(link, page)}
    foreign = {link for link in names.loads if urlsplit(link).scheme in ("http", "https")}
    return [f"{page.relative_to(site)}: {link}" for link in sorted(dead | foreign)]


def _is_dead(link: str, page: Path) -> bool:
    address, place = urldefrag(link)
    if urlsplit(address).scheme:
        return False  # elsewhere: a test knows those that the documentation leads to
    target = _target(page.parent, address) if address else page
    if target is None:
        return True
    return bool(place) and target.suffix == ".html" and unquote(place) not in _names_in(target).ids


@cache
def _target(folder: Path, address: str) -> Path | None:
    """The file that an address leads to from a folder, by its shortest path, where there is one."""
    target = Path(normpath(folder / unquote(urlsplit(address).path)))
    return target if target.is_file() else None


@cache
def _names_in(page: Path) -> Names:
    """What a page names; Sphinx writes its attributes in double quotes, and no bracket in them."""
    links, loads, ids = set(), set(), set()
    for tag, attributes in _TAG.findall(page.read_text(encoding="utf-8")):
        for name, value in _NAMING.findall(attributes):
            named = ids if name == "id" else loads if (tag, name) in LOADED else links
            named.add(unescape(value))
    return Names(frozenset(links), frozenset(loads), frozenset(ids))
