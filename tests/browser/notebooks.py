"""The notebook that is looked at in every host: the explorer, and what Python knows of it."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

CELLS = (
    "from backfat_rules import explore\n\n"
    'widget = explore({"sleep_hours": 5.5, "stress_level": 8})\n'
    "widget",
    "print(widget.profile)",
)


def ipynb(folder: Path) -> Path:
    """As Jupyter holds it, not yet run."""
    file = folder / "try.ipynb"
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    notebook = new_notebook(cells=[new_code_cell(each) for each in CELLS])
    notebook.metadata.kernelspec = kernel
    nbformat.write(notebook, file)
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
