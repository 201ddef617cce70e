"""The notebook that is looked at in every host: the explorer, and what Python knows of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

CELLS = (
    "from backfat_rules import explore\n\n"
    'widget = explore({"sleep_hours": 5.5, "stress_level": 8})\n'
    "widget",
    "print(widget.profile.sleep_hours, widget.profile.stress_level)",
)


def ipynb(folder: Path) -> Path:
    """As Jupyter holds it, not yet run."""
    file = folder / "try.ipynb"
    about: dict[str, Any] = {"execution_count": None, "metadata": {}, "outputs": []}
    cells = [
        {"id": f"cell-{at}", "cell_type": "code", "source": each, **about}
        for at, each in enumerate(CELLS)
    ]
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": kernel}}
    file.write_text(json.dumps({**notebook, "cells": cells}), encoding="utf-8")
    return file


def marimo_file(folder: Path) -> Path:
    """As marimo holds it; its second cell shows a trait that the widget changes."""
    file = folder / "try.py"
    first = CELLS[0].replace("\n", "\n    ")
    file.write_text(
        f"import marimo\n\napp = marimo.App()\n\n\n@app.cell\ndef _():\n    {first}\n"
        "    return (widget,)\n\n\n@app.cell\ndef _(widget):\n    widget.profile\n    return\n",
        encoding="utf-8",
    )
    return file
