"""Search in the site: each word is taken to its stem once."""

from __future__ import annotations

from functools import cache
from typing import Any

from sphinx.search.en import SearchEnglish


class RememberedEnglish(SearchEnglish):
    """English, where a word that many pages hold is taken to its stem for the first of them."""

    def __init__(self, options: dict[str, str]) -> None:
        super().__init__(options)
        self.stem = cache(super().stem)  # type: ignore[method-assign]


def setup(app: Any) -> dict[str, bool]:
    """Take the place of Sphinx's own English."""
    app.add_search_language(RememberedEnglish)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
