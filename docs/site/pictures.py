"""``python docs/site/pictures.py``: photograph what the pages show, with Chromium.

Nothing in a picture is drawn by hand: it is the plan of ``docs/examples/person.json``, the training
week of it, and the page that asks without Python. Names of pictures choose some.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from html import escape
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from backfat_rules import Plan, load_knowledge, recommend
from backfat_rules.javascript import site_page

DOCS = Path(__file__).parents[1]
PICTURES = DOCS / "pictures"
WIDTH, HEIGHT = 720, 900
STYLE = ":root {color-scheme: light} body {font: 15px/1.45 sans-serif; margin: 1.5rem}"
PAGE = f'<!doctype html><html lang="en"><meta charset="utf-8"><style>{STYLE}</style>'


def plan_of_the_person() -> Plan:
    """The plan that the README shows."""
    return recommend(json.loads((DOCS / "examples" / "person.json").read_text(encoding="utf-8")))


def plan_page() -> str:
    """A plan as a notebook shows it."""
    plan = plan_of_the_person()
    return f"{PAGE}<title>{escape(plan.gate_line)}</title>{plan.to_html()}"


def week_page() -> str:
    """Its training week."""
    return f"{PAGE}<title>Week</title>{plan_of_the_person().programme().to_html()}"


def asking_page() -> str:
    """The page that asks and advises without Python."""
    return site_page(load_knowledge())


SHOWN: dict[str, Callable[[], str]] = {
    "plan": plan_page,
    "week": week_page,
    "asking": asking_page,
}


def photograph(html: str, picture: Path) -> None:
    """Show a page to Chromium and keep what it sees.

    Raises:
        SystemExit: there is no Chromium.
    """
    browser = which("chromium") or which("chromium-browser") or which("google-chrome")
    if browser is None:
        sys.exit("Install Chromium: the pictures are taken with it.")
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(html, encoding="utf-8")
        look = [
            "--headless",
            "--no-sandbox",
            "--hide-scrollbars",
            f"--window-size={WIDTH},{HEIGHT}",
        ]
        kept = f"--screenshot={picture}"
        quiet = subprocess.DEVNULL
        subprocess.run([browser, *look, kept, page.as_uri()], check=True, stderr=quiet)


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    for name in sys.argv[1:] or SHOWN:
        photograph(SHOWN[name](), PICTURES / f"{name}.png")
        print((PICTURES / f"{name}.png").relative_to(DOCS.parent))
