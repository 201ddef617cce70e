"""What the theme leaves out for people who read with a keyboard or a screen reader."""

from __future__ import annotations

from pathlib import Path
from typing import Any

MENDED = {
    # a line above a list of pages is no heading of the page
    '<p class="caption" role="heading">': '<p class="caption">',
    # two of a kind are told apart by their names
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="All pages">',
    '<aside class="toc-drawer">': '<aside class="toc-drawer" aria-label="On this page">',
    # what scrolls can be reached
    "<pre>": '<pre tabindex="0">',
    '<div class="table-wrapper ': '<div tabindex="0" class="table-wrapper ',
}


def setup(app: Any) -> dict[str, bool]:
    """Mend the pages once they are written."""
    app.connect("build-finished", _mend)
    return {"parallel_read_safe": True}


def _mend(app: Any, failed: Exception | None) -> None:
    if failed is None and app.builder.format == "html":
        for page in Path(app.outdir).rglob("*.html"):
            text = page.read_text(encoding="utf-8")
            for left_out, mended in MENDED.items():
                text = text.replace(left_out, mended)
            page.write_text(text, encoding="utf-8")
