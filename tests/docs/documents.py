"""The pages of the documentation, and the blocks of code in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    {
        *ROOT.glob("*.md"),
        *ROOT.glob("[a-z]*/README.md"),
        *DOCS.rglob("*.md"),
        *(ROOT / "knowledge").rglob("*.md"),
    }
)
NOTEBOOKS = sorted(DOCS.rglob("*.ipynb"))

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


class Block(NamedTuple):
    """A fenced block: its language, its text, and the line where the text starts."""

    language: str
    text: str
    line: int


def name_of(page: Path) -> str:
    """A page as test reports show it."""
    return page.relative_to(ROOT).as_posix()


def blocks_of(page: Path) -> Iterator[Block]:
    """The fenced blocks of a page, from top to bottom."""
    text = page.read_text(encoding="utf-8")
    for found in _BLOCK.finditer(text):
        yield Block(found[1], found[2], text.count("\n", 0, found.start(2)))


def without_fences(page: Path) -> str:
    """The text of a page for doctest, which would take a closing fence for expected output."""
    return re.sub(r"^```.*$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
