"""What stands on the first page of the site, made by the library as it is when the site is built.

That is the page that interviews and advises without Python, and a plan as a notebook shows it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from backfat_rules import load_knowledge, recommend
from backfat_rules.javascript import site_page

PERSON = Path(__file__).parents[1] / "examples" / "person.json"


def setup(app: Any) -> dict[str, bool]:
    """Write both beside the other files that pages load."""
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True}


def _write(app: Any, failed: Exception | None) -> None:
    if failed is None and app.builder.format == "html":
        beside = Path(app.outdir) / "_static"
        (beside / "try.html").write_text(site_page(load_knowledge()), encoding="utf-8")
        recommend(json.loads(PERSON.read_text(encoding="utf-8"))).to_html(beside / "plan.html")
