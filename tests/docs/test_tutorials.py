"""The tutorials of the site run from top to bottom, and the site leads to every page."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import Any

import pytest

from tests.docs.documents import DOCS, ROOT, name_of

TUTORIALS = sorted((DOCS / "tutorials").glob("*.md"))
SITE = DOCS / "site" / "index.md"

_CELL = re.compile(r"^```\{code-cell\} python\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_TREE = re.compile(r"^```\{toctree\}\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("tutorial", TUTORIALS, ids=name_of)
def test_every_cell_of_a_tutorial_runs(tutorial: Path) -> None:
    """Whoever runs a tutorial meets no error, and what it prints is something."""
    cells = _CELL.findall(tutorial.read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    printed = io.StringIO()
    for cell in cells:
        with contextlib.redirect_stdout(printed):
            exec(compile(cell, str(tutorial), "exec"), names)
    assert len(cells) >= 3
    assert printed.getvalue().strip()


def test_the_site_leads_to_every_kind_of_page() -> None:
    """No tutorial, how-to or page of its own is left out of the site's contents."""
    trees = "\n".join(_TREE.findall(SITE.read_text(encoding="utf-8")))
    listed = set(re.findall(r"\.\.[^\s<>]+", trees))
    named = {(SITE.parent / line).resolve().with_suffix("") for line in listed}
    assert all(any(page.with_suffix(end).exists() for end in (".md", ".ipynb")) for page in named)
    expected = {
        page.with_suffix("").resolve()
        for folder in (DOCS, DOCS / "tutorials", DOCS / "how-to")
        for page in folder.glob("*.md")
    }
    assert expected - {(DOCS / "README").resolve()} <= named
    assert (ROOT / "CHANGELOG") in named
