"""What the tests of the examples share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.examples.csv_runs import Ended, Run, main


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the example on a table and a mapping, both given as text."""

    def call(table: str, mapping: str, *options: str) -> Ended:
        paths = tmp_path / "table.csv", tmp_path / "mapping.yaml", tmp_path / "plans.jsonl"
        paths[0].write_text(table, encoding="utf-8")
        paths[1].write_text(mapping, encoding="utf-8")
        capsys.readouterr()
        code = main([*map(str, paths[:2]), "--out", str(paths[2]), *options])
        text = paths[2].read_text(encoding="utf-8") if paths[2].exists() else ""
        return Ended(code, *capsys.readouterr(), [json.loads(line) for line in text.splitlines()])

    return call
