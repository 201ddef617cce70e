"""``backfat-rules export`` and ``web``: the pack for pages, and a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from backfat_rules import load_knowledge
from backfat_rules.javascript import pack_of, site_page
from tests.cli.calls import Call


def test_export_writes_the_pack(call: Call, tmp_path: Path) -> None:
    """The folder is made, and each file that was written is named with its size."""
    folder = tmp_path / "site" / "js"
    code, out, err = call("export", "js", folder)
    assert (code, err) == (0, "")
    files = pack_of(load_knowledge())
    assert {each.name: each.read_text(encoding="utf-8") for each in folder.iterdir()} == files
    assert [line.split(" (")[0] for line in out.splitlines()] == [
        f"Wrote {folder / name}" for name in files
    ]


def test_a_folder_that_cannot_be_written_is_named(call: Call, tmp_path: Path) -> None:
    """A file in the way is an error in one line, and no traceback."""
    (tmp_path / "taken").write_text("")
    code, out, err = call("export", "js", tmp_path / "taken" / "site")
    assert (code, out) == (2, "")
    assert err.startswith(f"backfat-rules: {tmp_path / 'taken' / 'site'}")
    assert err.count("\n") == 1


def test_web_writes_one_page(call: Call, tmp_path: Path) -> None:
    """The page is one file, in the words and with the numbers that were asked for."""
    code, out, err = call("web", tmp_path, "--country", "gb")
    assert (code, err) == (0, "")
    assert out.startswith(f"Wrote {tmp_path / 'index.html'} (")
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert page == site_page(load_knowledge(), country="gb")


@pytest.mark.parametrize("option", [("--country", "atlantis"), ("--language", "klingon")])
def test_a_pack_without_words_or_numbers_is_refused(
    call: Call, tmp_path: Path, option: tuple[str, str]
) -> None:
    """A language or country that the knowledge does not know is named, and nothing is written."""
    code, out, err = call("export", "js", tmp_path, *option)
    assert (code, out) == (2, "")
    assert option[1] in err
    assert not [*tmp_path.iterdir()]
