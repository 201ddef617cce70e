"""Asking over a pipe: the question to standard error, one line of standard input as the reply."""

from __future__ import annotations

import sys
from textwrap import wrap

from backfat_rules.cli.calls import CallError
from backfat_rules.cli.output import PIPED
from backfat_rules.cli.session import Session, answer_line
from backfat_rules.cli.typed_replies import STOP, Reply, read_answer
from backfat_rules.errors import BackfatRulesError
from backfat_rules.plain import harmless
from backfat_rules.planning.question import Question


class LineAsker:
    """A program, or a person without a terminal; the end of the input means stop."""

    def __init__(self) -> None:
        self._helped = False

    def open_screen(self, title: str) -> None:
        """Write a heading."""
        self.say(f"\n== {title} ==")

    def ask(self, question: Question, session: Session) -> Reply:
        """Ask one question and read one line.

        Raises:
            BackfatRulesError: the line cannot be read as an answer.
        """
        reader = session.reader
        lines = [f"{question.text} [{question.id}]"]
        if question.kind == "statements":
            lines += [f"  {at}. {each.label}" for at, each in enumerate(question.choices, 1)]
        lines += [f"  {answer_line(question, session)}", f"  {question.why}"]
        lines += [f"  {question.note}"] if question.note else []
        if not self._helped:
            lines.append(f"  {reader.say('reply-with-a-line', help=reader.say('reply-help'))}")
            self._helped = True
        self.say("\n".join(lines))
        try:
            line = sys.stdin.readline()
        except UnicodeDecodeError:
            raise CallError("standard input is not text in UTF-8.") from None
        if not line:
            return STOP
        if not line.strip():
            raise BackfatRulesError(
                reader.say("reply-with-an-answer", help=reader.say("reply-help"))
            )
        return read_answer(line.removeprefix("\ufeff"), question, session.facts)

    def say(self, text: str) -> None:
        """Write to standard error, where it is not mixed with the plan."""
        for line in harmless(text).splitlines():
            indent = " " * (len(line) - len(line.lstrip()))
            rows = wrap(line, PIPED, subsequent_indent=indent or "  ", break_on_hyphens=False)
            sys.stderr.write("\n".join(rows) + "\n")
        sys.stderr.flush()
