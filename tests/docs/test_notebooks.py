"""The notebooks run from top to bottom, and show what they hold."""

from __future__ import annotations

import os
import warnings
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.docs.documents import NOTEBOOKS, ROOT, name_of


def run(path: Path) -> Any:
    """The notebook, executed in its folder by a fresh kernel; an error in a cell is raised."""
    notebook = nbformat.read(path, as_version=4)
    place = {"metadata": {"path": str(path.parent)}}
    client = NotebookClient(notebook, timeout=600, coalesce_streams=True, resources=place)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of libraries under the client; none of ours
        client.execute()
    return notebook


def shown(notebook: Any) -> list[list[str]]:
    """For each cell of code, the kinds of what it shows."""
    return [
        sorted(kind for output in cell.outputs for kind in output.get("data", {"stream": ""}))
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_a_notebook_runs(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A notebook runs without an error, and its plan shows itself as HTML."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
    saved = nbformat.read(path, as_version=4)
    fresh = run(path)
    assert any("text/html" in kinds for kinds in shown(fresh))
    assert shown(fresh) == shown(saved), "run the notebook and save it"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_a_saved_notebook_is_small(path: Path) -> None:
    """A saved notebook holds its outputs, and no more than a page of them."""
    assert path.stat().st_size < 150_000
