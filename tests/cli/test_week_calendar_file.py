"""``backfat-rules week --ics``: a week in a calendar file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backfat_rules import recommend
from tests.cli.calls import Call

PERSON = Path(__file__).parents[2] / "docs" / "examples" / "person.json"
START = ("--start", "2026-12-07")


def test_the_file_is_that_of_the_week(call: Call, tmp_path: Path) -> None:
    """The command writes what ``to_ics`` gives, byte for byte, and says so."""
    file = tmp_path / "week.ics"
    hour = ("--at", "18:00", "--zone", "Europe/Berlin")
    code, out, err = call("week", PERSON, *START, "--weeks", "2", "--ics", file, *hour)
    assert (code, out, err) == (0, f"{file} is written.\n", "")
    plan = recommend(json.loads(PERSON.read_text(encoding="utf-8")))
    week = plan.programme(start="2026-12-07", weeks=2)
    assert file.read_bytes().decode() == week.to_ics(at="18:00", zone="Europe/Berlin")


def test_a_calendar_is_not_lost(call: Call, tmp_path: Path) -> None:
    """What stands in a file already is replaced only where that is asked for."""
    file = tmp_path / "week.ics"
    file.write_text("mine", encoding="utf-8")
    assert "Give --overwrite" in call("week", PERSON, *START, "--ics", file).err
    assert file.read_text(encoding="utf-8") == "mine"
    assert call("week", PERSON, *START, "--ics", file, "--overwrite").code == 0
    assert file.read_text(encoding="utf-8").startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "A calendar needs days. Give --start"),
        ((*START, "--at", "18:00"), "An hour needs the time zone"),
        ((*START, "--at", "18:00", "--zone", "Mars"), "There is no time zone 'Mars'"),
    ],
)
def test_what_no_calendar_can_say(
    call: Call, tmp_path: Path, asked: tuple[str, ...], said: str
) -> None:
    """Without days, or with an hour of no known zone, nothing is written."""
    file = tmp_path / "week.ics"
    code, _, err = call("week", PERSON, "--ics", file, *asked)
    assert code != 0
    assert said in " ".join(err.split())
    assert not file.exists()
