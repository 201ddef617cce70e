from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from backfat_rules import Profile, load_knowledge
from backfat_rules.cli.facts_command import allowed
from backfat_rules.profile import facts_of

ROOT = Path(__file__).parents[2]
PERSON = ROOT / "docs" / "examples" / "person.json"


def in_process_of_its_own(code: str, **options: Any) -> subprocess.Popen[bytes]:
    """A Python process that can import this checkout."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm-256color"} | options.pop("env", {})
    return subprocess.Popen([sys.executable, "-c", code], env=env, **options)


def test_without_the_extra_one_line_tells_what_to_install() -> None:
    """Where typer or rich is missing, the command line says so and ends with 2."""
    code = (
        "import sys; sys.modules['rich'] = None\n"
        "from backfat_rules.cli import main; sys.exit(main(['facts']))"
    )
    with in_process_of_its_own(code, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        out, err = process.communicate()
    assert (process.returncode, out) == (2, b"")
    assert b'needs rich, which is not installed. Run: pip install "backfat-rules[cli]"' in err
    assert err.count(b"\n") == 1


def test_the_library_needs_no_extra() -> None:
    """Importing the library, and the command line's own module, loads neither typer nor rich."""
    code = "import sys, backfat_rules, backfat_rules.cli; print({'typer', 'rich'} & {*sys.modules})"
    with in_process_of_its_own(code, stdout=subprocess.PIPE) as process:
        out, _ = process.communicate()
    assert out.decode().strip() == "set()"


@pytest.mark.skipif(os.name != "posix", reason="pipes break in another way there")
@pytest.mark.parametrize("command", [["facts"], ["recommend", str(PERSON), "--json"], ["--help"]])
def test_a_closed_pipe_is_no_error(command: list[str]) -> None:
    """A reader such as head that goes away leaves no message behind."""
    code = f"import sys; from backfat_rules.cli import main; sys.exit(main({command!r}))"
    with in_process_of_its_own(
        code, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is a device of Linux")
def test_a_full_disk_is_told_in_one_line() -> None:
    """What cannot be written ends with 2 and a sentence, not with a traceback."""
    code = "import sys; from backfat_rules.cli import main; sys.exit(main(['facts']))"
    with (
        Path("/dev/full").open("w") as full,
        in_process_of_its_own(code, stdout=full, stderr=subprocess.PIPE) as process,
    ):
        _, said = process.communicate()
    assert (process.returncode, said.decode()) == (
        2,
        "backfat-rules: standard output cannot be written: No space left on device.\n",
    )


def on_a_terminal(*arguments: str, columns: int, **env: str) -> str:
    """What a command shows on a terminal of this width."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    code = f"import sys; from backfat_rules.cli import main; sys.exit(main({[*arguments]!r}))"
    shown = b""
    with in_process_of_its_own(code, stdin=theirs, stdout=theirs, stderr=theirs, env=env):
        os.close(theirs)
        try:
            while part := os.read(ours, 65536):
                shown += part
        except OSError:  # Linux ends a closed terminal so
            pass
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_a_terminal_gets_colours_and_its_own_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal lines are as long as it is wide, up to 100, and the gate has a colour."""
    for name in ("NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    narrow = on_a_terminal("recommend", str(PERSON), "--top", "1", columns=60)
    wide = on_a_terminal("recommend", str(PERSON), "--top", "1", columns=200)
    assert narrow.startswith("\x1b[1;3")
    assert "\n" + "=" * 60 + "\n" in narrow
    assert "\n" + "=" * 100 + "\n" in wide
    assert "\x1b[1mFirst steps\x1b[0m\n" in wide
    table = on_a_terminal("facts", "--area", "sleep", columns=90)
    assert "sleep_hours" in table
    assert "\x1b[36m" in table


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("columns", [40, 85, 100])
def test_a_narrow_terminal_loses_nothing(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Names, questions, ranges and titles are all there, in lines that fit."""
    for name in ("NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    shown = re.sub(r"\x1b\[[0-9;]*m", "", on_a_terminal("facts", columns=columns))
    assert max(map(len, shown.splitlines())) <= columns
    words = {*shown.split()}
    for fact in facts_of(Profile).values():
        assert {fact.name, *fact.question.split(), *allowed(fact).split()} <= words
    shown = re.sub(r"\x1b\[[0-9;]*m", "", on_a_terminal("rules", columns=columns))
    for entry in load_knowledge().recommendations.values():
        assert {entry.id, *entry.headline.split()} <= {*shown.split()}
    assert len(shown.splitlines()) < 3000


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR a terminal gets bold text and no colour."""
    monkeypatch.delenv("COLUMNS", raising=False)
    shown = on_a_terminal("recommend", str(PERSON), "--top", "1", columns=80, NO_COLOR="1")
    assert shown.startswith("\x1b[1mYour plan: ")
    assert "\x1b[3" not in shown
