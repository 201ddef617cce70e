"""The browser on this machine, and how it is started."""

from __future__ import annotations

import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")

QUIET = (
    "--no-sandbox",  # which root has none of
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""Options under which it asks nobody for anything."""


def chromium() -> str | None:
    """Where a browser of this kind lies; None where there is none."""
    return next(filter(None, map(shutil.which, NAMES)), None)
