"""What apps have stored of training weeks is read by every later library, and goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backfat_rules import BackfatRulesError, Programme, recommend

STORED = sorted((Path(__file__).parent / "fixtures" / "stored" / "programmes").glob("*.json"))
every_programme = pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)


def _programme(path: Path) -> Programme:
    return Programme.model_validate_json(path.read_text(encoding="utf-8"))


@every_programme
def test_a_stored_programme_says_what_it_said(path: Path) -> None:
    """Sessions, moves and amounts are those that were stored, and it can be shown and read back."""
    programme, stored = _programme(path), json.loads(path.read_text(encoding="utf-8"))
    assert programme.gate_line == stored["gate_line"]
    for week, kept in zip(programme.weeks, stored["weeks"], strict=True):
        told = [each["sessions"] for each in kept["days"]]
        assert [len(day.sessions) for day in week.days] == [*map(len, told)]
        assert [item.dose for each in week.sessions for item in each.items] == [
            item["dose"] for day in told for each in day for item in each["items"]
        ]
    assert all(move.title in programme.to_html() for move in programme.moves.values())
    assert Programme.model_validate_json(programme.model_dump_json()) == programme


@every_programme
def test_a_week_of_today_follows_a_stored_one(path: Path) -> None:
    """What an earlier library stored is followed by a new week; what it cannot answer it says."""
    before = _programme(path)
    week = recommend({**before.facts}, engine="direct").programme(after=before)
    assert week.weeks
    assert {*week.moves} & {*before.moves}
    with pytest.raises(BackfatRulesError, match="Make it anew"):
        before.swap(next(iter(before.moves)))


def test_that_a_solver_looked_is_kept() -> None:
    """Whether a better week was proved, or only found, stays with what was stored."""
    improved = [_programme(path).improved for path in STORED]
    assert [each.text for each in improved if each is not None]
