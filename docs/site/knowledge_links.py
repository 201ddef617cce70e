"""Links between pages of the knowledge, as the site has them: twenty thousand, and none looked up.

A program writes those pages and ``links`` follows every link of the finished site, so that none has
to be looked for among all pages while they are read, which took a fifth of the time.
"""

from __future__ import annotations

import re
from typing import Any

from docutils.nodes import make_id

WRITTEN = "docs/knowledge/"
_LINK = re.compile(r"\]\(((?:\.\./)?[\w./-]+)\.md(?:#([\w-]+))?\)")


def setup(app: Any) -> dict[str, bool]:
    """Write them anew while a page is read."""
    app.connect("source-read", _as_in_the_site)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _as_in_the_site(_: Any, page: str, source: list[str]) -> None:
    if page.startswith(WRITTEN):
        source[0] = _LINK.sub(_written, source[0])


def _written(link: re.Match[str]) -> str:
    path, heading = link.groups()
    if "knowledge/README" in path:
        return link[0]
    return f"](heading:{path}.html#{make_id(heading)})" if heading else f"](page:{path}.html)"
