"""``backfat-rules new rule``: an entry to finish, in the right place, that cannot pass unread."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from backfat_rules import KnowledgeError, load_knowledge
from backfat_rules.cli import main
from backfat_rules.cli.new_command import KINDS, TYPES
from backfat_rules.cli.topic_file import topic_file
from backfat_rules.knowledge.rules import AdviceRule, Finding

BASE = Path(__file__).parents[1] / "broken" / "base"
FILLED = {
    "impact: TODO": "impact: 0.4",
    "gate: TODO": "gate: modify",
    "kind: TODO": "kind: faq",
    "verdict: TODO": "verdict: plausible",
    "references: [TODO]": "references: [R1]",
    "fires: [{TODO: TODO}]": "fires: [{sleep_hours: 5}]",
    "silent: [{TODO: TODO}]": "silent: [{sleep_hours: 8}]",
    "when: TODO": "when: short_sleep",
}

New = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small knowledge base that loads, with a topic of its own."""
    shutil.copytree(BASE, tmp_path / "rules")
    sleep = tmp_path / "rules" / "sleep.yaml"
    text = "topic: rest\narea: lifestyle\n" + sleep.read_text(encoding="utf-8")
    sleep.write_text(text, encoding="utf-8")
    return tmp_path / "rules"


@pytest.fixture
def new(folder: Path, capsys: pytest.CaptureFixture[str]) -> New:
    """Runs ``new rule`` on the folder; gives the exit code and what was written where."""

    def run(id: str, topic: str, kind: str, *more: str) -> tuple[int, str, str]:
        call = ["new", "rule", id, "--topic", topic, "--kind", kind, "--folder", str(folder), *more]
        return main(call), *capsys.readouterr()

    return run


def fill(file: Path) -> None:
    """Write what an author would write in place of every TODO."""
    text = file.read_text(encoding="utf-8")
    for todo, written in FILLED.items():
        text = text.replace(todo, written)
    file.write_text(re.sub(r'"TODO: [^"]*"', "Words of an author", text), encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("topic", ["rest", "campus_life"])
def test_a_filled_entry_loads(new: New, folder: Path, kind: str, topic: str) -> None:
    """Once its TODOs are filled, an entry of any kind loads, in an old file and in a new one."""
    code, out, err = new("late-coffee", topic, kind, "--area", "lifestyle")
    assert (code, err) == (0, "")
    written = re.match(r"Wrote (\S+) to (\S+):(\d+)\n", out)
    assert written
    file = Path(written[2])
    line = file.read_text(encoding="utf-8").splitlines()[int(written[3]) - 1]
    assert line.strip() == f"- id: {written[1]}"
    fill(file)
    entry = load_knowledge(base=folder)[written[1]]
    assert isinstance(entry, Finding | AdviceRule)
    assert (entry.noun, entry.topic) == (kind, topic)


def test_a_program_learns_where_the_entry_stands(new: New, folder: Path) -> None:
    """With --json the section, the ids and the place of what was written are data."""
    code, out, err = new("late-coffee", "rest", "finding", "--json")
    told = json.loads(out)
    assert (code, err, told["section"], told["ids"][0]) == (0, "", "findings", "late_coffee")
    line = (folder / "sleep.yaml").read_text("utf-8").splitlines()[told["location"]["line"] - 1]
    assert told["location"]["path"] == str(folder / "sleep.yaml")
    assert line.strip() == "- id: late_coffee"


@pytest.mark.parametrize("kind", KINDS)
def test_an_unfinished_entry_never_loads(new: New, folder: Path, kind: str) -> None:
    """Whatever is left of the TODOs, loading names it, down to the last one."""
    new("late-coffee", "rest", kind)
    file = folder / "sleep.yaml"
    whole = file.read_text(encoding="utf-8")
    fill(file)
    filled = file.read_text(encoding="utf-8").splitlines(keepends=True)
    left = [at for at, row in enumerate(whole.splitlines()) if "TODO" in row]
    assert len(left) >= 6
    for at in left:
        rows = [*filled]
        rows[at] = whole.splitlines(keepends=True)[at]
        file.write_text("".join(rows), encoding="utf-8")
        with pytest.raises(KnowledgeError, match=r"TODO|must be a number"):
            load_knowledge(base=folder)


@pytest.mark.parametrize(
    "text",
    [
        "topic: rest\nfindings:\n  - {id: a}\n  - id: b\n",
        "topic: rest\nfindings:\n- {id: a}\n\n\n# about messages\nmessages:\n- {id: m}\n",
        "topic: rest\nfindings:\n  - {id: a}\n  # within\n\n# after\n\nmessages:\n  - {id: m}\n",
        "topic: rest # no newline at the end\nfindings:\n  - id: a",
        "topic: rest\r\nfindings:\r\n  - id: a\r\n    title: >-\r\n      long\r\n      text\r\n",
        "# only a head\ntopic: rest\n",
        "topic: rest\nfindings:\n    -   id: a\n        title: wide\nvalues:\n  - id: v\n",
    ],
)
def test_the_rest_of_the_file_keeps_every_byte(new: New, folder: Path, text: str) -> None:
    """Comments, blank lines and line ends stay; the entry stands at the end of its section."""
    file = folder / "sleep.yaml"
    file.write_bytes(text.encode())
    assert new("late-coffee", "rest", "finding")[0] == 0
    after = file.read_bytes().decode()
    written = re.search(r"\s*- +id: late", after)
    assert written
    start = written.start()
    before = after[:start].rstrip()
    assert text.startswith(before.removesuffix("findings:").rstrip())
    rest = after[after.index("unknown: [{}]") + len("unknown: [{}]") :]
    assert text.endswith(
        rest.strip("\r\n") + ("\n" if text.endswith("\n") and rest.strip() else "")
    )
    assert ("\r\n" in text) == ("\r\n" in after)
    if "# after" in text:
        assert after.index("# within") < start < after.index("# after")


@pytest.mark.parametrize(
    "text",
    [
        "topic: rest\nfindings: [{id: a}]\n",
        "topic: rest\nfindings: [\n  {id: a}\n]\n",
        "topic: rest\nfindings: {a: 1}\n",
        "topic: rest\nvalues:\n  - {id: v}\n...\n",
        "{topic: rest}\n",
    ],
)
def test_a_file_that_cannot_be_added_to_stays_as_it_is(new: New, folder: Path, text: str) -> None:
    """What could be spoilt is refused, with the way out."""
    file = folder / "sleep.yaml"
    file.write_text(text, encoding="utf-8")
    before = file.read_bytes()
    code, out, err = new("late-coffee", "rest", "finding")
    assert (code, out) == (2, "")
    assert "cannot be added to" in err
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("id", "kind"),
    [("short-sleep", "finding"), ("short_sleep", "mechanism"), ("sleep-longer", "recommendation")],
)
def test_ids_that_exist_are_refused(new: New, folder: Path, id: str, kind: str) -> None:
    """Ids of the folder and of the shipped knowledge are taken, those of rules too."""
    before = (folder / "sleep.yaml").read_bytes()
    code, _, err = new(id, "rest", kind)
    assert code == 2
    assert "exists already, at " in err
    assert (folder / "sleep.yaml").read_bytes() == before


def test_an_entry_begun_before_does_not_get_in_the_way(new: New) -> None:
    """A folder with an unfinished entry cannot be loaded, and can be added to; its id is taken."""
    assert new("one", "rest", "finding")[0] == 0
    assert new("two", "rest", "finding")[0] == 0
    assert new("one", "rest", "finding")[0] == 2


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (("Late Coffee", "rest", "finding"), "cannot be an id"),
        (("late-coffee", "../rest", "finding"), "cannot be a topic"),
        (("late-coffee", "rest", "findng"), "Did you mean finding?"),
        (("late-coffee", "campus", "recommendation"), "Say it with --area"),
        (("late-coffee", "rest", "finding", "--area", "food"), "There is no area 'food'"),
    ],
)
def test_wrong_calls_are_refused(new: New, call: tuple[str, ...], said: str) -> None:
    """A wrong call ends with 2 and says what is wrong."""
    code, out, err = new(*call)
    assert (code, out) == (2, "")
    assert said in err


def test_a_place_that_cannot_be_written_is_told(new: New, folder: Path) -> None:
    """Where a file stands in the way of a folder, nothing is written and the path is named."""
    (folder / "screening").write_text("", encoding="utf-8")
    code, out, err = new("late-coffee", "campus", "screening")
    assert (code, out) == (2, "")
    assert "screening/campus.yaml cannot be written: " in err


def test_the_shipped_topics_are_found() -> None:
    """Each topic leads to its file; one of screening is found by the name of its file."""
    shipped = Path(__file__).parents[2] / "knowledge"
    found = topic_file(shipped, "daily_movement", "findings").path
    assert found == shipped / "lifestyle" / "daily-movement.yaml"
    assert topic_file(shipped, "core", "findings").path == shipped / "exercise" / "core.yaml"
    assert topic_file(shipped, "heart", "screening").path == shipped / "screening" / "heart.yaml"


@pytest.mark.parametrize("kind", TYPES)
def test_a_filled_fact_loads(new: New, folder: Path, kind: str) -> None:
    """A fact of any type loads once its TODOs are filled, and a rule may name it."""
    call = ["new", "fact", "late-coffee", "--topic", "rest", "--type", kind]
    assert main([*call, "--folder", str(folder)]) == 0
    file = folder / "sleep.yaml"
    text = file.read_text(encoding="utf-8").replace("unit: TODO", "unit: h")
    text = text.replace("[TODO, TODO]", "[0, 24]").replace("\n      TODO:", "\n      black:")
    file.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="says TODO"):
        load_knowledge(base=folder)
    file.write_text(re.sub(r'"TODO: [^"]*"', "Words", text), encoding="utf-8")
    assert load_knowledge(base=folder).facts["late_coffee"].label == "Words"


def test_a_fact_of_the_library_is_not_begun_again(new: New, folder: Path) -> None:
    """What people can tell already needs no second fact, and no rule of its name."""
    code, out, err = new("sleep-hours", "rest", "finding")
    assert (code, out) == (2, "")
    assert "sleep_hours is a fact already" in err
