"""Every mistake that a knowledge file can hold, with the whole message its author gets.

A file ``tests/broken/KIND.yaml`` holds one kind of mistake, ``KIND.expected.txt`` what is said
about it. ``python -m tests.knowledge.test_broken`` writes the expected texts anew: read the diff.
"""

from __future__ import annotations

import ast
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import backfat_rules
from backfat_rules import locate
from backfat_rules.errors import KnowledgeError
from backfat_rules.knowledge import load_knowledge

BROKEN = Path(__file__).parents[1] / "broken"
BASE = BROKEN / "base"
PACKAGE = Path(backfat_rules.__file__).parent
DOCUMENT = PACKAGE.parent / "docs" / "knowledge-errors.md"

KINDS = sorted(file.stem for file in BROKEN.glob("*.yaml"))
WITHOUT_BASE = {"no-policy", "policy-without-fields"}  # what the base has would hide the mistake
INSIDE_BASE = {"second-policy"}  # an overlay may have a policy of its own
# Mistakes of whole folders and installations, tested elsewhere, and those that loading does not
# look for.
NOT_A_FILE = {
    "broken-law",
    "large-file",
    "lost",
    "near-id",
    "no-files",
    "no-knowledge",
    "too-many-files",
    "too-many-layers",
    "undue-loses",
    "unreadable-file",
    "wrong-case",
    "wrong-person",
}


def problems_of(folder: Path, *kinds: str) -> KnowledgeError:
    """What is said about the base with some broken files laid over it."""
    overlay = folder / "overlay"
    if INSIDE_BASE & {*kinds}:
        shutil.copytree(BASE, overlay)
    overlay.mkdir(exist_ok=True)
    for kind in kinds:
        shutil.copy(BROKEN / f"{kind}.yaml", overlay)
    folders = [overlay] if (WITHOUT_BASE | INSIDE_BASE) & {*kinds} else [BASE, overlay]
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(*folders[1:], base=folders[0])
    return caught.value


def expected(kind: str) -> str:
    """The text kept beside a broken file."""
    return (BROKEN / f"{kind}.expected.txt").read_text(encoding="utf-8").rstrip("\n")


def noted_codes() -> Iterator[ast.expr]:
    """The code in each call that notes a mistake of a knowledge file."""
    others = ("language/check.py", "planning/cases.py", "verify/review.py", "locate.py")
    for file in [*PACKAGE.glob("knowledge/**/*.py"), *map(PACKAGE.joinpath, others)]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            if called.endswith(".note") or called == "KnowledgeProblem":
                assert isinstance(node, ast.Call)
                yield node.args[1]


CODES = {str(each.value) for each in noted_codes() if isinstance(each, ast.Constant)}


def test_the_base_is_good() -> None:
    """The base loads, so every message is about the broken file laid over it."""
    assert load_knowledge(base=BASE)["short_sleep"].headline == "short sleep"


@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_message(kind: str, tmp_path: Path) -> None:
    """A mistake is reported with its place, its cause, its code and what to do about it."""
    assert str(problems_of(tmp_path, kind)) == expected(kind)


def test_an_empty_folder(tmp_path: Path) -> None:
    """A folder without YAML files is named, not silently taken for an empty overlay."""
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(tmp_path, base=BASE)
    assert [str(each) for each in caught.value.problems] == [
        f"{tmp_path}:1:1: there is no YAML file in this folder. [no-files]"
    ]


def test_every_ending_of_yaml_is_read(tmp_path: Path) -> None:
    """A rule counts whether its file ends in .yaml, .yml or .YAML; folders may have any name."""
    texts = (BROKEN / "unknown-section.yaml").read_text(encoding="utf-8")
    for name in ("a.yml", "b.YAML", "c.yaml/d.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(texts, encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(tmp_path, base=BASE)
    places = {each.location.path.partition("/")[2] for each in caught.value.problems}
    assert places == {"a.yml", "b.YAML", "c.yaml/d.yaml"}


def test_a_broken_link(tmp_path: Path) -> None:
    """A file that cannot be read is named beside all other mistakes."""
    (tmp_path / "x.yaml").symlink_to("nowhere")
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(tmp_path, base=BASE)
    assert [str(each) for each in caught.value.problems] == [
        f"{tmp_path.name}/x.yaml:1:1: this file cannot be read: No such file or directory."
        " [unreadable-file]"
    ]


@pytest.mark.parametrize("text", ["[" * 20_000, "{a: " * 900, "a:\n" + "- " * 900, "- " * 100_000])
def test_a_file_that_is_nested_too_deeply(text: str, tmp_path: Path) -> None:
    """However deep the lists and fields, the file is named and Python's own limit is not met."""
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"x.yaml:\d+:\d+: not (readable|YAML)"):
        load_knowledge(tmp_path, base=BASE)


def test_an_incomplete_installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation that lacks the knowledge says so and how to mend it."""
    (tmp_path / "backfat_rules").mkdir()
    monkeypatch.setattr(locate, "_PACKAGE", tmp_path / "backfat_rules")
    with pytest.raises(KnowledgeError) as caught:
        locate.shipped_folder()
    assert [str(each) for each in caught.value.problems] == [
        f"{tmp_path / 'backfat_rules' / '_knowledge'}:1:1: the knowledge base is missing from this "
        "installation. [no-knowledge]\n    Install the package again."
    ]


def test_every_code_has_a_broken_file() -> None:
    """Whatever the library can note, some file here shows it."""
    shown = re.findall(r"\[([a-z0-9-]+)\]$", "\n".join(map(expected, KINDS)), re.M)
    assert {*shown} | NOT_A_FILE == CODES


def test_codes_are_written_out() -> None:
    """Each code stands as a literal where it is noted, so that it can be searched for."""
    computed = {ast.unparse(code) for code in noted_codes() if not isinstance(code, ast.Constant)}
    assert computed == {"code", "mistake.code"}  # where note() itself, or a check, passes one on


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    """Every mistake of several files is reported in one go, in the order of the files."""
    kinds = ["bad-ramp", "duplicate-key", "unknown-claim", "yaml-tab"]
    said = str(problems_of(tmp_path, *kinds)).splitlines()
    assert said[0] == "4 mistakes in the knowledge base:"
    assert said[1:] == [line for kind in kinds for line in expected(kind).splitlines()[1:]]


def test_every_code_is_documented() -> None:
    """docs/knowledge-errors.md has one row for each code, in the order of the alphabet."""
    rows = re.findall(r"^\| `([a-z0-9-]+)` \|", DOCUMENT.read_text(encoding="utf-8"), re.M)
    assert rows == sorted(CODES)


if __name__ == "__main__":
    for each in KINDS:
        with tempfile.TemporaryDirectory() as folder:
            text = str(problems_of(Path(folder), each))
        (BROKEN / f"{each}.expected.txt").write_text(text + "\n", encoding="utf-8")
