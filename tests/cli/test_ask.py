from __future__ import annotations

import io
import json
import os
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from backfat_rules import Interview, Plan, Profile, ProfileError, load_knowledge, recommend
from backfat_rules.cli import main
from backfat_rules.cli.session import Session
from backfat_rules.cli.terminal_asker import TerminalAsker
from backfat_rules.cli.typed_replies import STOP, UNKNOWN, Reply, read_reply
from backfat_rules.profile.json_facts import by_name
from backfat_rules.wording import shipped_reader

ROOT = Path(__file__).parents[2]
FACTS = load_knowledge().facts
UP, DOWN, TICK, ENTER = "\x1b[A", "\x1b[B", " ", "\r"
OPENED = Interview().dont_know("complaint")
"""An interview in which it is not known what brings the person: that is asked first."""
NOTHING_TICKED = UP * 4 + TICK + ENTER
"""The fourth from below is "None of these"."""


class Ended(NamedTuple):
    """How the command ended, and what it wrote."""

    code: int
    out: str
    err: str


Ask = Callable[..., Ended]


class Terminal(io.StringIO):
    """A stream that takes itself for a terminal."""

    def isatty(self) -> bool:  # noqa: D102
        return True


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Runs ``backfat-rules ask`` with these lines on a pipe, one argument after the other."""

    def run(*lines: str, options: tuple[object, ...] = ()) -> Ended:
        raw = "".join(f"{line}\n" for line in lines).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        capsys.readouterr()
        code = main(["ask", *map(str, options)])
        return Ended(code, *capsys.readouterr())

    return run


def typed(keys: str, interview: Interview | None = None, most: int = 2) -> Interview:
    """The interview after these keys on a terminal."""
    session = Session(interview or OPENED, FACTS, shipped_reader())
    with create_pipe_input() as keyboard, create_app_session(keyboard, DummyOutput()):
        keyboard.send_text(keys)
        session.run(TerminalAsker(), most=most)
    return session.interview


def test_the_end_of_the_input_ends_with_the_plan(ask: Ask) -> None:
    """Replies on a pipe become facts, and the plan for them is all there is on standard output."""
    code, out, err = ask("?", "none", "none", "I don't know", "male")
    assert code == 0
    told = Profile(goals=frozenset(), target_regions=frozenset(), sex="male")
    assert out == f"{recommend(told)}\n"
    assert err.startswith(f"\n== What brings you ==\n{FACTS['complaint'].question} [complaint]\n")
    assert err.count("\n== About you ==\n") == 1
    assert "\n  one of: female, male\n  What it is for: formulas for" in err


def test_json_is_the_plan_and_nothing_else(ask: Ask) -> None:
    """--json ends with the plan as data."""
    assert "complaint" in Plan.model_validate_json(ask("[]", options=("--json",)).out).facts


def test_an_emergency_ends_the_interview(ask: Ask) -> None:
    """After a red flag nothing more is asked, and the plan says to get help."""
    code, out, err = ask("back symptoms", "chest pain", "no", "no")
    assert (code, err.count("[symptoms]"), err.count("[goals]")) == (0, 1, 0)
    assert out.startswith("Your plan: Get help now because of chest pain.")


def test_what_presses_is_said_once_before_the_next_question(ask: Ask) -> None:
    """Whoever has to be seen hears it at once; what is asked then could be more urgent."""
    told = ("none", "none", "none", "31", "female", "none", "dizziness", *["none"] * 3)
    err = " ".join(ask(*told, "yes", "120", "stop").err.split())
    before, after = err.split("See a doctor soon")
    assert "[pregnant]" in before
    assert "[systolic_bp]" in after
    assert "[diastolic_bp]" in after
    assert "[weight_kg]" not in after


def test_a_bad_answer_is_refused_in_the_words_of_the_library(ask: Ask) -> None:
    """What cannot be right is explained, and the same question comes again."""
    _, out, err = ask("", "nec", "none", "stop", options=("--json",))
    assert err.count("[complaint]") == 3
    assert "Did you mean neck?" in " ".join(err.split())
    assert Plan.model_validate_json(out).facts == {"complaint": ()}


def test_back_corrects_the_answer_before(ask: Ask) -> None:
    """'back' asks the question before again, twice the one before that; then it goes on."""
    assert "the first question" in ask("back").err
    lines = ("none", "none", "back", "back", "neck", "none", "40", "stop")
    told = ask(*lines, options=("--json",))
    facts = Plan.model_validate_json(told.out).facts
    assert (facts["complaint"], facts["goals"], facts["age"]) == (("neck",), (), 40)
    assert "You wanted to correct it." in told.err


def test_statements_are_ticked_by_number(ask: Ask) -> None:
    """A list is answered by the numbers or ids of what is true; a second answer corrects it."""
    numbers = ("back sleep-and-stress", "1, sleeps-badly")
    _, out, err = ask(*numbers, "back sleep-and-stress", "99", "none", "stop", options=("--json",))
    assert "  1. I sleep less than seven hours.\n" in err
    assert "'99' is none of the numbers from 1 to" in err
    assert by_name(Plan.model_validate_json(out).facts)["sleep_hours"] == {"at_least": 7}
    told = by_name(Plan.model_validate_json(ask(*numbers, "stop", options=("--json",)).out).facts)
    assert told["sleep_hours"] == {"at_least": 5, "below": 7}
    assert told["sleep_quality"] == {"at_most": 2}


def test_back_to_a_fact_that_is_named(ask: Ask) -> None:
    """'back FACT' asks for that fact, told or not; a misspelt one is refused."""
    _, out, err = ask("back sleep_hour", "back sleep_hours", "330", "5.5", options=("--json",))
    assert "There is no fact 'sleep_hour'. Did you mean sleep_hours?" in err
    assert "330 is outside 0 to 24 h. Did you mean 5.5 h (330 min)?" in err
    assert Plan.model_validate_json(out).facts == {"sleep_hours": 5.5}


def test_max_ends_after_so_many_questions(ask: Ask) -> None:
    """--max 1 asks one question; --max 0 none."""
    assert ask("none", "no", options=("--max", 1)).err.count("\n  What it is for") == 1
    assert ask("none", options=("--max", 0)).err == ""


def test_an_interview_is_saved_and_resumed(ask: Ask, tmp_path: Path) -> None:
    """The file holds the interview after each answer, and the next one goes on from there."""
    file = tmp_path / "me.json"
    ask("none", "?", options=("--save", file))
    assert file.read_text() == (
        Interview().answer("complaint", []).dont_know("goals").model_dump_json(indent=2) + "\n"
    )
    whole = ask("none", "?", "none", "30", options=("--json",))
    rest = ask("none", "30", options=("--resume", file, "--json"))
    assert rest.out == whole.out
    assert [each.name for each in tmp_path.iterdir()] == ["me.json"]


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("{", 2, "is not a saved interview"),
        ('{"answers": {"sleep_hours": 99}}', 1, "99 is outside 0 to 24 h"),
        ('{"answers": {"slep_hours": 7}}', 1, "Did you mean sleep_hours?"),
        ('{"not_known": ["slep_hours"]}', 2, "Did you mean sleep_hours?"),
    ],
)
def test_a_file_that_was_spoilt_is_refused(
    ask: Ask, tmp_path: Path, text: str, code: int, said: str
) -> None:
    """A saved interview is checked like any answers, with the exit codes of the help."""
    file = tmp_path / "me.json"
    file.write_text(text)
    ended = ask("none", options=("--resume", file))
    assert (ended.code, ended.out) == (code, "")
    assert said in ended.err


def test_files_that_cannot_be_used_end_with_2(ask: Ask, tmp_path: Path) -> None:
    """A missing file, or a folder that is not there, is told before the first question."""
    for options in (("--resume", tmp_path / "no.json"), ("--save", tmp_path / "no" / "me.json")):
        code, out, err = ask("none", options=options)
        assert (code, out, err.count("\n")) == (2, "", 1)


def test_a_folder_is_no_place_to_save_to(ask: Ask, tmp_path: Path) -> None:
    """A folder instead of a file is told, and nothing is left beside it."""
    for folder in (tmp_path / "mine", Path(), Path("/")):
        folder.mkdir(exist_ok=True)
        code, out, err = ask("none", options=("--save", folder))
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert "is a folder. Name a file" in err
    assert [each.name for each in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize(
    ("fact", "text", "expected"),
    [
        ("pregnant", "Yes", True),
        ("pregnant", "false", False),
        ("sleep_hours", "5.5", 5.5),
        ("height_cm", "5 ft 11 in", 180.34),
        ("pain_sites", "lower_back, Neck", ["lower_back", "neck"]),
        ("pain_sites", '["neck"]', ["neck"]),
        ("pain_sites", "none of these", []),
        ("experience", "none", "none"),
        ("commute_mode", "Car", "car"),
        ("stress_level", "high", "high"),
    ],
)
def test_an_answer_is_read_in_words_or_as_json(fact: str, text: str, expected: object) -> None:
    """Plain words and JSON mean the same; what is neither is left for the profile to refuse."""
    if fact == "stress_level":
        with pytest.raises(ValueError, match="is text, not a number"):
            read_reply(text, FACTS[fact])
    else:
        assert read_reply(text, FACTS[fact]) == Reply("answer", expected)


@pytest.mark.parametrize("text", ["?", "dont know", "I don't know", "I don\u2019t know", "null"])
def test_not_knowing_can_be_said_in_many_ways(text: str) -> None:
    """Whoever does not know says so in any common words."""
    assert read_reply(text, FACTS["sleep_hours"]) == UNKNOWN
    assert read_reply("STOP", FACTS["sleep_hours"]) == STOP
    assert read_reply("back  sleep_hours", FACTS["age"]) == Reply("back", fact="sleep_hours")


def test_on_a_terminal_boxes_are_ticked_and_lines_chosen() -> None:
    """A set is ticked, yes or no is chosen with the arrows."""
    assert typed(NOTHING_TICKED + NOTHING_TICKED).answers == {"goals": (), "target_regions": ()}
    begun = OPENED.answer_many({"goals": [], "target_regions": [], "age": 40})
    assert typed(DOWN + ENTER, begun, most=1).answers["sex"] == "male"


def test_on_a_terminal_none_goes_with_nothing_else() -> None:
    """Nothing ticked, and "None of these" beside a goal, are no answers; unticking helps."""
    both = ENTER + DOWN * 2 + TICK + UP * 6 + TICK + ENTER
    assert typed(both + TICK + ENTER, most=1).answers["goals"] == ("posture",)


def test_on_a_terminal_a_number_is_checked_as_it_is_given() -> None:
    """A number out of range stays on the line until it is right; '?' is "I don't know"."""
    begun = OPENED.answer_many({"goals": [], "target_regions": []})
    assert typed(f"7777{ENTER}" + "\x7f" * 4 + f"75{ENTER}", begun, most=1).answers["age"] == 75
    assert typed(f"?{ENTER}", begun, most=1).not_known == (*begun.not_known, "age")


def test_on_a_terminal_statements_are_ticked() -> None:
    """The sentences of a list are boxes, and what is left unticked is not so."""
    begun = Interview(not_known=tuple(each for each in FACTS if each not in ("sleep_hours",)))
    told = typed(TICK + ENTER, begun, most=1)
    assert told.answers["sleep_hours"] == {"at_least": 5, "below": 7}


def test_on_a_terminal_back_asks_how_far() -> None:
    """Going back offers what was told, the last first; the other answers stay."""
    back = UP * 2 + TICK + ENTER + ENTER + DOWN + TICK + ENTER
    stop = UP + TICK + ENTER
    assert typed(NOTHING_TICKED + back + stop).answers == {"goals": ("tone",)}


@pytest.mark.parametrize("keys", ["\x03", UP + TICK + ENTER, UP * 2 + TICK + ENTER + "\x03"])
def test_on_a_terminal_one_can_always_stop(keys: str) -> None:
    """Ctrl-C, the last line and going back from nowhere leave the interview as it was."""
    assert typed(keys) == OPENED


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_questions_stay_on_the_terminal_when_the_plan_goes_to_a_file(tmp_path: Path) -> None:
    """With standard output in a file, lists show on the terminal and the file holds the plan."""
    import fcntl
    import pty
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    call = "main(['ask', '--json', '--max', '1'])"
    code = f"import sys; from backfat_rules.cli import main; sys.exit({call})"
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"}
    with (tmp_path / "plan.json").open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-c", code], env=env, stdin=theirs, stdout=file, stderr=theirs
        )
    os.close(theirs)
    shown = b""
    while b"Stop, and show" not in shown:
        shown += os.read(ours, 65536)
    os.write(ours, b" \r")
    try:
        while os.read(ours, 65536):
            pass
    except OSError:  # Linux ends a closed terminal so
        pass
    os.close(ours)
    assert process.wait(60) == 0
    assert json.loads((tmp_path / "plan.json").read_text())["facts"] == {"complaint": ["neck"]}


def test_without_questionary_one_line_tells_what_to_install(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a terminal the prompt library is needed; over a pipe it is not."""
    monkeypatch.setitem(sys.modules, "questionary", None)
    monkeypatch.delitem(sys.modules, "backfat_rules.cli.terminal_asker")
    assert ask("stop").code == 0
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert main(["ask"]) == 2
    assert terminal.getvalue() == (
        "backfat-rules: Asking needs questionary, which is not installed. "
        'Run: pip install "backfat-rules[cli]"\n'
    )


@pytest.mark.parametrize("text", ["maybe", "5", "[true]"])
def test_a_reply_that_is_neither_yes_nor_no(text: str) -> None:
    """The refusal asks for the words that the question asks for."""
    with pytest.raises(ProfileError, match=r"neither yes nor no\. Reply yes or no"):
        read_reply(text, FACTS["desk_job"])
