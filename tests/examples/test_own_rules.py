"""The examples of rules of one's own: no Python, and everything that facts are good for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from backfat_rules.cli import main

RULES = Path(__file__).parents[2] / "docs" / "examples" / "own-rules"
ADDED = {
    "last_coffee_to_bed_hours (fact)",
    "late_coffee (finding)",
    "coffee-earlier (recommendation)",
    "coffee-after-dinner (scenario)",
    "has_standing_desk (fact)",
    "raise-the-desk (recommendation)",
}


def call(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """Runs the command line; gives the exit code and what was written where."""
    return main([*map(str, arguments)]), *capsys.readouterr()


def test_check_tells_what_they_add(capsys: pytest.CaptureFixture[str]) -> None:
    """The folder loads over the library's own rules, loses nothing, and every case is run."""
    code, out, err = call(capsys, "check", RULES)
    assert (code, err) == (0, "")
    assert {*map(str.strip, out.splitlines())} >= ADDED
    assert "no mistakes, nothing lost" in out


def test_a_loss_ends_with_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Whoever softens a gate of the library is told so, with everybody whom it concerns."""
    text = "screening: [{id: fluid-limits, gate: proceed}]\n"
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    code, out, err = call(capsys, "check", tmp_path)
    assert (code, err) == (1, "")
    assert "fluid-limits loses gate: modify. [lost]" in out


def test_their_facts_are_taken_like_any(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Recommend, facts and schema know what the folder declares, units and all."""
    person = tmp_path / "person.yaml"
    person.write_text("last_coffee_to_bed_hours: 90 min\nsleep_hours: 8\n", encoding="utf-8")
    code, out, err = call(capsys, "recommend", person, "--json", "--knowledge", RULES)
    assert (code, err) == (0, "")
    plan = json.loads(out)
    assert plan["facts"]["last_coffee_to_bed_hours"] == 1.5
    assert plan["recommendations"][0]["id"] == "coffee-earlier"
    assert "last_coffee_to_bed_hours" in call(capsys, "facts", "--knowledge", RULES)[1]
    schema = json.loads(call(capsys, "schema", "profile", "--knowledge", RULES)[1])
    assert schema["properties"]["has_standing_desk"]["title"].startswith("have a desk")
    person.write_text("last_coffee_to_bed_hours: 30\n", encoding="utf-8")
    code, _, err = call(capsys, "recommend", person, "--knowledge", RULES)
    assert code == 1
    assert "last_coffee_to_bed_hours" in err
