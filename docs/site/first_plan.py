"""The plan on the first page of the site: made by the library as it is, when the site is built."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import Any

from backfat_rules import recommend

PERSON = Path(__file__).parents[1] / "examples" / "person.json"
STYLE = ":root {color-scheme: light dark} body {font-family: sans-serif; margin: 1rem}"


def setup(app: Any) -> None:
    """Write it beside the other files that pages load."""
    app.connect("build-finished", _write)


def _write(app: Any, failed: Exception | None) -> None:
    if failed is None and app.builder.format == "html":
        folder = Path(app.outdir) / "_static"
        (folder / "plan.html").write_text(first_plan(), encoding="utf-8")


def first_plan() -> str:
    """The plan of the example person as a page."""
    plan = recommend(json.loads(PERSON.read_text(encoding="utf-8")))
    head = f'<meta charset="utf-8"><title>{escape(plan.gate_line)}</title><style>{STYLE}</style>'
    return f'<!doctype html><html lang="en">{head}<main>{plan.to_html()}</main></html>'
