"""``backfat-rules report``: the page to hand over, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from backfat_rules.cli import main
from tests.cli.test_why_command import PERSON, PLAN


def test_a_page_is_written_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file holds the page of the plan; a second call replaces it only when told to."""
    file = tmp_path / "plan.html"
    assert main(["report", str(PERSON), str(file)]) == 0
    assert file.read_text(encoding="utf-8") == PLAN.handout()
    file.write_text("kept", encoding="utf-8")
    capsys.readouterr()
    assert main(["report", str(PERSON), str(file)]) == 2
    assert "is there already. Give --overwrite to replace it." in capsys.readouterr().err
    assert file.read_text(encoding="utf-8") == "kept"
    assert main(["report", str(PERSON), str(file), "--overwrite", "--units", "us"]) == 0
    assert file.read_text(encoding="utf-8") == PLAN.in_units("us").handout()


def test_a_page_that_thinks(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --interactive the page answers what if; Markdown cannot."""
    file = tmp_path / "plan.html"
    assert main(["report", str(PERSON), str(file), "--interactive"]) == 0
    assert file.read_text(encoding="utf-8") == PLAN.handout(interactive=True)
    assert main(["report", str(PERSON), str(tmp_path / "plan.md"), "--interactive"]) == 2
    assert "Only a page can be interactive" in capsys.readouterr().err


def test_markdown_by_its_ending(tmp_path: Path) -> None:
    """A file that ends in .md is Markdown."""
    file = tmp_path / "plan.md"
    assert main(["report", str(PERSON), str(file)]) == 0
    assert file.read_text(encoding="utf-8") == PLAN.to_markdown()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("plan.pdf", "has to end in .html"),
        ("plan", "has to end in .html"),
        ("folder.html", "is a folder"),
        ("nowhere/plan.html", "There is no folder"),
    ],
)
def test_a_wrong_file_is_named(
    name: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be written is told in words, and nothing is written."""
    (tmp_path / "folder.html").mkdir()
    assert main(["report", str(PERSON), str(tmp_path / name)]) == 2
    assert said in capsys.readouterr().err
    assert [each.name for each in tmp_path.rglob("*")] == ["folder.html"]
