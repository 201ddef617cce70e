"""The list of all pages beside each page, made once for all pages that see the same.

Most pages, those of the knowledge among them, are not in that list: it marks no place of theirs,
and looks the same from every page of a folder.
"""

from __future__ import annotations

from functools import partial
from posixpath import dirname
from typing import Any


def setup(app: Any) -> dict[str, bool]:
    """Come before the theme, which asks for the list on every page."""
    seen: dict[tuple[Any, ...], str] = {}
    app.connect("html-page-context", partial(_remember, seen), priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _remember(
    seen: dict[tuple[Any, ...], str],
    app: Any,
    page: str,
    _template: str,
    context: dict[str, Any],
    _doctree: Any,
) -> None:
    listed = {each for within in app.env.toctree_includes.values() for each in within}
    if page in listed or page == app.config.root_doc:
        return
    made = context["toctree"]

    def remembered(**how: Any) -> str:
        key = (dirname(page), *sorted(how.items()))
        if key not in seen:
            seen[key] = made(**how)
        return seen[key]

    context["toctree"] = remembered
