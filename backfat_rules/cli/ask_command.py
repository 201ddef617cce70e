"""``backfat-rules ask``: an interview that ends with the plan, on a terminal or over a pipe."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Annotated

import typer

from backfat_rules.advisor import Advisor
from backfat_rules.cli.calls import CallError, Overlays, load, number_from
from backfat_rules.cli.line_asker import LineAsker
from backfat_rules.cli.output import show, width, write
from backfat_rules.cli.recommend_command import STYLES
from backfat_rules.cli.session import Asker, Session
from backfat_rules.errors import BackfatRulesError
from backfat_rules.interview import Interview
from backfat_rules.knowledge.gates import GATES
from backfat_rules.views import plan_text
from backfat_rules.wording import Reader

EXAMPLES = """\b
Examples:
  backfat-rules ask
  backfat-rules ask --save me.json --max 10
  backfat-rules ask --resume me.json --save me.json
  printf 'none\\nno\\n?\\nstop\\n' | backfat-rules ask --json
"""

_File = Path | None


def ask(
    save: Annotated[
        _File, typer.Option(metavar="FILE", help="Keep the answers here, after each of them.")
    ] = None,
    resume: Annotated[
        _File, typer.Option(metavar="FILE", help="Go on where this saved interview ended.")
    ] = None,
    most: Annotated[
        int | None,
        typer.Option(
            "--max", parser=number_from(0, "--max"), metavar="N", help="At most N questions."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="End with the plan as JSON.")] = False,
    knowledge: Overlays = None,
) -> None:
    """Ask the next best question until nothing matters any more, then show the plan.

    Safety comes first, then what settles most. To every question you can reply "I don't know", go
    back or correct an answer, or stop. Without a terminal each reply is one line of standard
    input: words or JSON, '?', 'back', 'back FACT' or 'stop'; questions go to standard error.
    """
    base = load(knowledge)
    stored = _resumed(resume) if resume is not None else None
    session = Session(
        Advisor(base).interview(stored),
        base.facts,
        Reader(base),
        keep=lambda now: _save(now, save),
    )
    _save(session.interview, save)  # so that a file that cannot be written is told at once
    with ExitStack() as stack:
        session.run(_asker(stack), most)
    plan = session.interview.plan()
    if as_json:
        write(plan.model_dump_json(indent=2))
    else:
        style = STYLES[GATES[plan.gate].tone]
        show(plan_text(plan, width(), session.reader), first=style, last="dim")


def _asker(stack: ExitStack) -> Asker:
    """Lists and boxes where somebody sits at a terminal, else lines."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return LineAsker()
    try:
        from backfat_rules.cli.terminal_asker import TerminalAsker, on_standard_error
    except ModuleNotFoundError as missing:
        remedy = 'Run: pip install "backfat-rules[cli]"'
        raise CallError(f"Asking needs {missing.name}, which is not installed. {remedy}") from None
    stack.enter_context(on_standard_error())
    return TerminalAsker()


def _resumed(path: Path) -> Interview:
    try:
        return Interview.model_validate_json(path.read_bytes())
    except OSError as error:
        raise CallError(f"{path} cannot be read: {error.strerror}.") from None
    except BackfatRulesError:
        raise CallError(f"{path} is not a saved interview.") from None


def _save(interview: Interview, path: Path | None) -> None:
    """Write it beside the file first, so that there is a whole interview at any time."""
    if path is None:
        return
    if path.is_dir():
        raise CallError(f"{path} is a folder. Name a file, such as {path / 'me.json'}.")
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(interview.model_dump_json(indent=2) + "\n", encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise CallError(f"{path} cannot be written: {error.strerror}.") from None
