"""``backfat-rules exercise``: one exercise of the catalogue on a terminal."""

from __future__ import annotations

import json

import pytest

from backfat_rules.cli import main


def test_an_exercise_is_shown_with_steps_cautions_and_doses(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """All that the catalogue says, for whoever it may be."""
    assert main(["exercise", "deadlift_conventional"]) == 0
    shown = capsys.readouterr().out
    for text in ("Conventional deadlift", "Keep the spine long", "thin bones", "3 to 4 sets"):
        assert text in shown


def test_an_exercise_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The same as data."""
    assert main(["exercise", "band_row", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "band_row"


def test_a_wrong_id_is_a_wrong_call_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """A slip names what was meant."""
    assert main(["exercise", "band_rwo"]) == 2
    assert "Did you mean band_row?" in capsys.readouterr().err
