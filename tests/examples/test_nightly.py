"""The nightly job tells each person what got better, and keeps what it needs for the next night."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from nightly import main

from backfat_rules import Interview, recommend

FIRST = {"sleep_hours": 5.5, "stress_level": 8, "sitting_hours_per_day": 10, "symptoms": []}
SECOND = {"sleep_hours": 6.5, "stress_level": 2, "sitting_hours_per_day": 6}


def check_in(told: dict[str, Any], day: str = "2026-11-01", person: str = "kim") -> dict[str, Any]:
    """What one person told on a day."""
    return {"person": person, "day": day, "told": told}


def night(folder: Path, *check_ins: Any) -> int:
    """Run the job over some lines."""
    lines = folder / "check-ins.jsonl"
    texts = (each if isinstance(each, str) else json.dumps(each) for each in check_ins)
    lines.write_text("".join(f"{text}\n" for text in texts), encoding="utf-8")
    return main([str(lines), str(folder / "people"), str(folder / "letters")])


def letters(folder: Path) -> dict[str, str]:
    """All letters by name."""
    found = sorted((folder / "letters").iterdir())
    return {each.name: each.read_text(encoding="utf-8") for each in found}


def test_what_is_over_and_what_is_milder_is_told(tmp_path: Path) -> None:
    """A person who sits less and sleeps longer reads that, and what is next."""
    assert night(tmp_path, check_in(FIRST)) == 0
    assert night(tmp_path, check_in(SECOND, "2026-11-08")) == 0
    first, second = letters(tmp_path).values()
    assert "Better than before" not in first
    assert "- Swap some sitting for moving: done.\n" in second
    assert "- Give yourself more sleep: you are closer to it than before.\n" in second
    assert second.endswith(f"{recommend({}).notice}\n")


def test_what_is_no_longer_known_is_not_called_better(tmp_path: Path) -> None:
    """An answer that is taken back ends advice, and is no success."""
    night(tmp_path, check_in(FIRST), check_in({"sleep_hours": None}, "2026-11-08"))
    assert "Better than before" not in [*letters(tmp_path).values()][1]


def test_an_alarm_stands_first_and_nothing_is_praised_beside_it(tmp_path: Path) -> None:
    """Who tells of chest pain reads what to do now and nothing else."""
    night(tmp_path, check_in(FIRST), check_in({"symptoms": ["chest_pain"]}, "2026-11-08"))
    letter = [*letters(tmp_path).values()][1]
    plan = recommend({**FIRST, "symptoms": ["chest_pain"]})
    assert letter.startswith(plan.gate_line)
    assert "emergency number" in letter
    assert "Better" not in letter
    assert "Next" not in letter


def test_a_day_is_worked_through_once(tmp_path: Path) -> None:
    """A job that is started again changes nothing, and writes no second letter."""
    both = (check_in(FIRST), check_in(SECOND, "2026-11-08"))
    night(tmp_path, *both)
    before = letters(tmp_path), (tmp_path / "people" / "kim.json").read_bytes()
    assert night(tmp_path, *both) == 0
    assert (letters(tmp_path), (tmp_path / "people" / "kim.json").read_bytes()) == before


def test_what_was_not_told_again_stays(tmp_path: Path) -> None:
    """A check-in of one answer keeps all others."""
    night(tmp_path, check_in(FIRST), check_in({"sleep_hours": 6.5}, "2026-11-08"))
    kept = json.loads((tmp_path / "people" / "kim.json").read_text(encoding="utf-8"))
    answers = Interview.model_validate(kept["interview"]).answers
    assert (answers["sleep_hours"], answers["stress_level"]) == (6.5, 8)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (check_in({"sleep_hours": 330}), "Did you mean 5.5 h"),
        (check_in({"sleep_hour": 7}), "Did you mean sleep_hours?"),
        (check_in({}, person="../kim"), "this is no check-in"),
        (check_in({}, day="yesterday"), "this is no check-in"),
        ("{", "this is no check-in"),
    ],
)
def test_a_wrong_line_is_reported_and_the_others_go_on(
    line: Any, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One person's slip costs nobody else their letter."""
    assert night(tmp_path, line, check_in(FIRST, person="lee")) == 1
    assert [*letters(tmp_path)] == ["lee-2026-11-01.txt"]
    error = capsys.readouterr().err
    assert error.startswith("line 1: ")
    assert said in error
