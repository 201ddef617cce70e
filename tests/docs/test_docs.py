"""What the documentation shows is what the code does."""

from __future__ import annotations

import contextlib
import doctest
import io
import pkgutil
import re
import shlex
from importlib import import_module
from itertools import pairwise
from pathlib import Path

import pytest

import backfat_rules
from backfat_rules.cli import main
from tests.docs.documents import (
    DOCS,
    PAGES,
    ROOT,
    Block,
    blocks_of,
    name_of,
    without_fences,
)

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
MODULES = [
    "backfat_rules",
    *(
        module.name
        for module in pkgutil.walk_packages(backfat_rules.__path__, "backfat_rules.")
        if not module.name.startswith("backfat_rules.cli")  # tested as commands
        and not module.name.endswith(".__main__")  # importing one would run it
    ),
]
EXAMPLES = [page for page in PAGES if ">>>" in page.read_text(encoding="utf-8")]
SCRIPTS = [
    (page, script.text, shown)
    for page in PAGES
    for script, shown in pairwise([*blocks_of(page), None])
    if script and script.language == "python" and ">>>" not in script.text
]
COMMANDED = [
    page
    for page in PAGES
    if any(
        line.startswith("backfat-rules ")
        for block in blocks_of(page)
        for line in block.text.splitlines()
    )
]
SHELLS = {"sh", "console"}
SHOWN = {"text", "mermaid"}
"""Blocks to read: what is printed, drawings of how things are connected."""
TRIED_ELSEWHERE = {
    ("docs/javascript.md", "js"): "tests/javascript/test_documented.py",
    ("docs/how-to/assistant.md", "json"): "tests/assistant/test_command.py",
    ("docs/examples/README.md", "yaml"): "tests/examples/test_from_csv.py",
    ("knowledge/README.md", "yaml"): "tests/knowledge/test_written_examples.py",
}


def failures_of(test: doctest.DocTest) -> str:
    """What doctest reports of the failures; empty if all examples hold."""
    report: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=FLAGS)
    return "".join(report) if runner.run(test, out=report.append).failed else ""


@pytest.mark.parametrize("page", EXAMPLES, ids=name_of)
def test_every_example_of_a_page_holds(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reader who types the examples of a page in an empty folder sees what the page shows."""
    monkeypatch.chdir(tmp_path)
    report = failures_of(examples_of(page))
    assert not report, report


def examples_of(page: Path) -> doctest.DocTest:
    """The examples of a page as one test."""
    text = without_fences(page)
    return doctest.DocTestParser().get_doctest(text, {}, name_of(page), str(page), 0)


@pytest.mark.parametrize(
    ("page", "script", "shown"), SCRIPTS, ids=[name_of(page) for page, _, _ in SCRIPTS]
)
def test_every_script_of_a_page_prints_what_follows_it(
    page: Path, script: str, shown: Block | None
) -> None:
    """A block of Python without prompts runs as it stands, and prints the text block below it."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(script, str(page), "exec"), {})
    assert shown is not None
    assert shown.language == "text"
    expected, more, _ = shown.text.partition("...\n")
    assert printed.getvalue().startswith(expected)
    assert more or printed.getvalue() == expected


@pytest.mark.parametrize("name", MODULES)
def test_every_example_of_a_docstring_holds(name: str) -> None:
    """The examples in docstrings do what they say."""
    for test in doctest.DocTestFinder(exclude_empty=True).find(import_module(name)):
        report = failures_of(test)
        assert not report, report


@pytest.mark.parametrize("page", COMMANDED, ids=name_of)
def test_every_command_of_a_page_runs(
    page: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The command lines of a page work beside its examples, and print the text block below them."""
    monkeypatch.chdir(tmp_path)
    Path("docs").symlink_to(DOCS)
    commands = [
        (line, shown.text if shown and shown.language == "text" else "")
        for block, shown in pairwise([*blocks_of(page), None])
        if block and block.language in SHELLS
        for line in block.text.splitlines()
        if line.startswith("backfat-rules ")
    ]
    if any("our-rules" in line for line, _ in commands):
        assert not failures_of(examples_of(page))  # which write them
    for line, shown in commands:
        command, _, into = line.partition(" > ")
        assert main(shlex.split(command, comments=True)[1:]) == 0, line
        printed = capsys.readouterr().out
        assert printed or any(tmp_path.iterdir())
        assert not shown or doctest.OutputChecker().check_output(shown, printed, FLAGS), printed
        if into:
            Path(into).write_text(printed)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_block_of_code_is_run_by_some_test(page: Path) -> None:
    """No page shows code that nobody has run: each kind of block has a test, or is no code."""
    for block in blocks_of(page):
        if block.language not in SHOWN | SHELLS | {"python"}:
            tried = TRIED_ELSEWHERE[name_of(page), block.language]
            assert page.name in (ROOT / tried).read_text(encoding="utf-8"), tried
        elif block.language == "text":
            assert not re.search(r"^(backfat-rules |def |@)", block.text, re.MULTILINE), block.text


MAKE = re.compile(r"(?:`|^)make ([a-z]+)\b", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_what_a_page_asks_make_for_is_there(page: Path) -> None:
    """Every ``make`` command of a page is one that the Makefile has."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in MAKE.findall(page.read_text(encoding="utf-8")):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
