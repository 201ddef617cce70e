"""Notebooks and tutorials take long to read; they are dealt out among all that read side by side.

Sphinx hands out pages in the order of their names, in which everything that is run comes last: one
process would run them all, while the others have nothing left to do.
"""

from __future__ import annotations

from math import isqrt
from typing import Any


def setup(app: Any) -> dict[str, bool]:
    """Change the order before the first page is read."""
    app.connect("env-before-read-docs", _deal)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _deal(_app: Any, _env: Any, pages: list[str]) -> None:
    hands = isqrt(len(pages)) or 1
    pages[:] = [page for first in range(hands) for page in pages[first::hands]]
