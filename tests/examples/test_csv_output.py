"""Tables of people: what is written of them, and where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from backfat_rules import Plan, Profile, recommend
from tests.examples.csv_runs import EXAMPLES, SCRIPT, SLEEP_HEALTH, Run, main


def test_the_written_plans_are_those_of_the_library(run: Run) -> None:
    """Each line holds row, id and the whole plan, equal to what recommend gives."""
    ended = run("Who,Hours\na7,5.5\n", "id: Who\nfacts: {sleep_hours: Hours}\n")
    (line,) = ended.lines
    assert (line["row"], line["id"]) == (2, "a7")
    assert Plan.model_validate_json(json.dumps(line["plan"])) == recommend(Profile(sleep_hours=5.5))


def test_missing_files_end_with_2(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A table or mapping that is not there is told in one line."""
    assert main([str(tmp_path / "none.csv"), str(SLEEP_HEALTH)]) == 2
    assert main([str(tmp_path / "none.csv"), str(tmp_path / "none.yaml")]) == 2
    assert capsys.readouterr().err.count("\n") == 2


def test_without_out_the_first_lines_of_each_plan_are_printed(tmp_path: Path) -> None:
    """As a command: row, gate and the titles of the first advice, then the summary."""
    table, mapping = tmp_path / "table.csv", tmp_path / "mapping.yaml"
    table.write_text("Hours,Stress,Sitting\n5,9,11\nx,1,1\n", encoding="utf-8")
    mapping.write_text(
        "facts: {sleep_hours: Hours, stress_level: Stress, sitting_hours_per_day: Sitting}\n",
        encoding="utf-8",
    )
    ended = subprocess.run(
        [sys.executable, SCRIPT, table, mapping, "--top", "1"],
        env={**os.environ, "PYTHONPATH": str(EXAMPLES.parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    plan = recommend(Profile(sleep_hours=5, stress_level=9, sitting_hours_per_day=11))
    first = plan.recommendations[0]
    assert ended.returncode == 1
    assert ended.stderr.startswith("row 3, column Hours: sleep_hours: 'x' is not a number.")
    lines = ended.stdout.splitlines()
    assert lines[0] == f"row 2: {plan.gate}"
    assert lines[1] == f"  1. {first.title} ({first.area}, {first.priority:g}/100)"
    assert lines[2] == "rows 2, plans 1, bad cells 1 (rows without a plan: 1)"
    assert lines[3] == f"gates: {plan.gate} 1"
    assert lines[4] == "most frequent recommendations:"
    assert {line.split()[1] for line in lines[5:]} <= plan.advised


def test_top_narrows_what_is_written(run: Run) -> None:
    """--top keeps the most important advice of each plan."""
    ended = run("Hours,Stress\n5,9\n", "facts: {sleep_hours: Hours, stress_level: Stress}\n")
    short = run(
        "Hours,Stress\n5,9\n", "facts: {sleep_hours: Hours, stress_level: Stress}\n", "--top", "1"
    )
    whole = ended.lines[0]["plan"]["recommendations"]
    assert len(whole) > 1
    assert short.lines[0]["plan"]["recommendations"] == whole[:1]


@pytest.mark.parametrize("read", ["table.csv", "mapping.yaml"])
def test_what_is_read_is_never_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], read: str
) -> None:
    """--out on the table or the mapping, by whatever path, is refused and changes nothing."""
    texts = {"table.csv": "Hours\n5\n", "mapping.yaml": "facts: {sleep_hours: Hours}\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "link").symlink_to(read)
    paths = [str(tmp_path / name) for name in texts]
    for out in (read, "link"):
        assert main([*paths, "--out", str(tmp_path / out)]) == 2
        assert "is read, so it cannot be written." in capsys.readouterr().err
    assert {name: (tmp_path / name).read_text(encoding="utf-8") for name in texts} == texts


def test_earlier_plans_stay_until_the_new_ones_are_whole(run: Run, tmp_path: Path) -> None:
    """A table that cannot be used, or breaks in the middle, leaves the file of --out as it was."""
    good = run("Hours\n5\n", "facts: {sleep_hours: Hours}\n")
    for table in ("Minutes\n5\n", 'Hours\n6\n"7\n'):
        ended = run(table, "facts: {sleep_hours: Hours}\n")
        assert (ended.code, ended.lines) == (2, good.lines)
    assert {each.name for each in tmp_path.iterdir()} == {
        *("table.csv", "mapping.yaml", "plans.jsonl")
    }


def test_a_folder_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """--out names a file."""
    (tmp_path / "table.csv").write_text("Hours\n5\n", encoding="utf-8")
    (tmp_path / "mapping.yaml").write_text("facts: {sleep_hours: Hours}\n", encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("table.csv", "mapping.yaml")]
    for out in (".", "/", str(tmp_path)):
        assert main([*paths, "--out", out]) == 2
        assert "is no file." in capsys.readouterr().err


@pytest.mark.parametrize("count", ["-1", "0", "x"])
def test_top_is_a_number_from_1(run: Run, count: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Less than one piece of advice is a slip, not a wish."""
    with pytest.raises(SystemExit) as ended:
        run("Hours\n5\n", "facts: {sleep_hours: Hours}\n", "--top", count)
    assert ended.value.code == 2
    assert "is not a number from 1." in capsys.readouterr().err


def test_only_an_earlier_output_is_replaced(run: Run, tmp_path: Path) -> None:
    """A file that holds something else is left as it is."""
    out = tmp_path / "plans.jsonl"
    table, mapping = "Sleep\n7\n", "facts: {sleep_hours: Sleep}"
    assert [run(table, mapping).code, run(table, mapping).code] == [0, 0]
    out.write_text("my novel\n", encoding="utf-8")
    assert (
        main([*map(str, (tmp_path / "table.csv", tmp_path / "mapping.yaml")), "--out", str(out)])
        == 2
    )
    assert out.read_text(encoding="utf-8") == "my novel\n"
    out.write_text("", encoding="utf-8")
    assert run(table, mapping).code == 0
