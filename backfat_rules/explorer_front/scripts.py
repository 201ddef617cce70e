"""The scripts and the style of the explorer: one front end, and who answers it."""

from __future__ import annotations

from importlib.resources import files


def widget_script() -> str:
    """The module that a notebook shows the widget with."""
    return _joined("explorer.js", "rules.js", "widget.js")


def page_script() -> str:
    """The module of a page that needs no Python."""
    return _joined("explorer.js", "rules.js", "alone.js")


def explorer_style() -> str:
    """How the explorer looks; the plans in it have a style of their own."""
    return _joined("explorer.css")


def _joined(*names: str) -> str:
    folder = files(__package__)
    return "\n".join(folder.joinpath(each).read_text(encoding="utf-8") for each in names)
