"""``python docs/site/pictures.py``: photograph what the README shows, with Chromium.

Nothing in a picture is drawn by hand: it is the plan of ``docs/examples/person.json``.
"""

from __future__ import annotations

import json
import subprocess
import sys
from html import escape
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from backfat_rules import recommend

DOCS = Path(__file__).parents[1]
PICTURE = DOCS / "pictures" / "plan.png"
WIDTH, HEIGHT = 720, 900
STYLE = ":root {color-scheme: light} body {font: 15px/1.45 sans-serif; margin: 1.5rem}"
PAGE = f'<!doctype html><html lang="en"><meta charset="utf-8"><style>{STYLE}</style>'


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
    person = json.loads((DOCS / "examples" / "person.json").read_text(encoding="utf-8"))
    plan = recommend(person)
    PICTURE.parent.mkdir(exist_ok=True)
    title = f"<title>{escape(plan.gate_line)}</title>"
    photograph(PAGE + title + plan.to_html(), PICTURE)
    print(PICTURE.relative_to(DOCS.parent))
