"""``backfat-rules week``: a person's file in, a training week out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backfat_rules import Programme
from backfat_rules.cli import main

PERSON = {"experience": "none", "minutes_per_session": 20, "training_days": ["tue", "fri"]}


@pytest.fixture
def person(tmp_path: Path) -> str:
    """A file of somebody with two short days."""
    path = tmp_path / "person.json"
    path.write_text(json.dumps(PERSON), encoding="utf-8")
    return str(path)


def test_a_week_is_printed_day_by_day(person: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The page names each day, what to do on it, and what to do when something comes between."""
    assert main(["week", person, "--start", "2026-12-07", "--weeks", "2"]) == 0
    page = capsys.readouterr().out
    assert "Tuesday 2026-12-08" in page
    assert "Week 2, from 2026-12-14" in page
    assert "When you miss a session" in page


def test_a_week_as_json_is_read_back(person: str, capsys: pytest.CaptureFixture[str]) -> None:
    """What the command prints as JSON is a programme."""
    assert main(["week", person, "--json", "--days", "1"]) == 0
    week = Programme.model_validate_json(capsys.readouterr().out)
    assert sum(bool(day.sessions) for day in week.days) > 0
    assert week.days_a_week == 1


def test_a_start_that_is_no_day_is_a_wrong_call(
    person: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A day that is none is refused with an example of one."""
    assert main(["week", person, "--start", "soon"]) == 2
    assert "such as 2026-12-07" in capsys.readouterr().err
