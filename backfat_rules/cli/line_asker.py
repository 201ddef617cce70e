"""Asking over a pipe: the question to standard error, one line of standard input as the reply."""

from __future__ import annotations

import sys
from textwrap import wrap

from backfat_rules.cli.calls import CallError
from backfat_rules.cli.output import PIPED
from backfat_rules.cli.replies import STOP, Reply, read_reply
from backfat_rules.cli.session import Session, answer_line
from backfat_rules.errors import BackfatRulesError
from backfat_rules.plain import harmless
from backfat_rules.profile import Fact


class LineAsker:
    """A program, or a person without a terminal; the end of the input means stop."""

    def __init__(self) -> None:
        self._helped = False

    def ask(self, fact: Fact, why: str, session: Session) -> Reply:
        """Ask one question and read one line.

        Raises:
            BackfatRulesError: the line cannot be read as an answer.
        """
        reader = session.reader
        question = reader.question(fact.name)
        lines = [f"{question} [{fact.name}]", f"  {answer_line(fact, reader)}", f"  {why}"]
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
        return read_reply(line.removeprefix("\ufeff"), fact)

    def say(self, text: str) -> None:
        """Write to standard error, where it is not mixed with the plan."""
        for line in harmless(text).splitlines():
            indent = " " * (len(line) - len(line.lstrip()))
            rows = wrap(line, PIPED, subsequent_indent=indent or "  ", break_on_hyphens=False)
            sys.stderr.write("\n".join(rows) + "\n")
        sys.stderr.flush()
