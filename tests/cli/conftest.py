"""What the tests of commands share."""

from __future__ import annotations

import io
import sys

import pytest

from backfat_rules.cli import main
from tests.cli.calls import Call, Ended


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Runs the command line in this process, with a text as standard input."""

    def run(*arguments: object, given: str | bytes = "") -> Ended:
        raw = given.encode() if isinstance(given, str) else given
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        capsys.readouterr()
        code = main([str(each) for each in arguments])
        return Ended(code, *capsys.readouterr())

    return run
