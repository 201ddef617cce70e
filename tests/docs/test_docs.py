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
from tests.docs.documents import PAGES, ROOT, Block, blocks_of, name_of, without_fences

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
SHELL = [
    line
    for page in PAGES
    for block in blocks_of(page)
    if block.language in ("sh", "console")
    for line in block.text.splitlines()
    if line.startswith("backfat-rules ")
]


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
    text = without_fences(page)
    test = doctest.DocTestParser().get_doctest(text, {}, name_of(page), str(page), 0)
    report = failures_of(test)
    assert not report, report


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


@pytest.mark.parametrize("line", sorted(set(SHELL)))
def test_every_command_of_the_docs_runs(
    line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command lines that the pages show work in a checkout."""
    monkeypatch.chdir(ROOT)
    command, _, _ = line.partition(" > ")
    assert main(shlex.split(command)[1:]) == 0
    assert capsys.readouterr().out


MAKE = re.compile(r"(?:`|^)make ([a-z]+)\b", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_what_a_page_asks_make_for_is_there(page: Path) -> None:
    """Every ``make`` command of a page is one that the Makefile has."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in MAKE.findall(page.read_text(encoding="utf-8")):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
