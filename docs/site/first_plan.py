"""The plan on the first page of the site: made by the library as it is, when the site is built."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from backfat_rules import recommend

PERSON = Path(__file__).parents[1] / "examples" / "person.json"


def setup(app: Any) -> dict[str, bool]:
    """Write it beside the other files that pages load."""
    app.connect("build-finished", _write)
    return {"parallel_read_safe": True}


def _write(app: Any, failed: Exception | None) -> None:
    if failed is None and app.builder.format == "html":
        plan = recommend(json.loads(PERSON.read_text(encoding="utf-8")))
        plan.to_html(Path(app.outdir) / "_static" / "plan.html")
