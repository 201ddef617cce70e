"""Asking on a terminal: lists to choose from, boxes to tick, and numbers checked as they come."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import questionary
from prompt_toolkit.application import create_app_session
from prompt_toolkit.output import create_output
from questionary import Choice, Question, Separator

from backfat_rules.cli.replies import BACK, HELP, STOP, UNKNOWN, Reply, read_reply
from backfat_rules.cli.session import Session, answer_line, said
from backfat_rules.errors import BackfatRulesError
from backfat_rules.profile import Fact
from backfat_rules.views.lists import value_words

_NONE = Reply("answer", [])
_WAYS_OUT = (
    ("I don't know", UNKNOWN),
    ("Go back, or correct an answer", BACK),
    ("Stop, and show the plan so far", STOP),
)


@contextmanager
def on_standard_error() -> Iterator[None]:
    """Questions go where they are seen even if the plan goes to a file; Ctrl-C ends them."""
    with suppress(KeyboardInterrupt), create_app_session(output=create_output(stdout=sys.stderr)):
        yield


class TerminalAsker:
    """A person at a terminal; Ctrl-C and Ctrl-D mean stop."""

    def ask(self, fact: Fact, why: str, session: Session) -> Reply:
        """Ask one question; "back" first asks how far."""
        questionary.print(f"\n{why}", style="italic")
        reply = _reply(fact, _prompt(fact, session))
        return _how_far(session) if reply is BACK else reply

    def say(self, text: str) -> None:
        """Say it in red."""
        questionary.print(text, style="fg:ansired")


def _reply(fact: Fact, prompt: Question) -> Reply:
    try:
        chosen: Any = prompt.unsafe_ask()
    except (KeyboardInterrupt, EOFError):
        return STOP
    if isinstance(chosen, str):
        return read_reply(chosen, fact)
    ticked = chosen if isinstance(chosen, list) else [chosen]
    alone = [each for each in ticked if isinstance(each, Reply)]
    return alone[0] if alone else Reply("answer", chosen)


def _prompt(fact: Fact, session: Session) -> Question:
    words = fact.words
    if fact.type.kind == "truth":
        options = [Choice("Yes", Reply("answer", True)), Choice("No", Reply("answer", False))]
    elif fact.type.kind == "choice" and words:
        options = [Choice(value_words(word), Reply("answer", word)) for word in words]
    elif fact.type.kind == "set" and words:
        return _boxes(fact, words)
    else:
        return _line(fact, session)
    return questionary.select(
        fact.question, [*options, Separator(), *_ways_out()], instruction="(arrows and Enter)"
    )


def _boxes(fact: Fact, words: tuple[str, ...]) -> Question:
    options = [*(Choice(value_words(word), word) for word in words), Separator()]
    return questionary.checkbox(
        fact.question,
        [*options, Choice("None of these", _NONE), *_ways_out()],
        instruction="(arrows, Space to tick, Enter)",
        validate=_one_way,
    )


def _one_way(chosen: list[Any]) -> bool | str:
    """Whether something is ticked, and nothing beside "none", "back" and the like."""
    if not chosen:
        return "Tick what fits, or 'None of these'."
    alone = len(chosen) == 1 or not any(isinstance(each, Reply) for each in chosen)
    return alone or "The last four go with nothing else."


def _line(fact: Fact, session: Session) -> Question:
    """A line to type; what cannot be right is refused with the words of the library."""

    def check(text: str) -> bool | str:
        if not text.strip():
            return f"Give an answer, or {HELP}."
        try:
            return session.refusal(fact.name, read_reply(text, fact)) or True
        except BackfatRulesError as error:
            return said(error, fact.name)

    return questionary.text(
        f"{fact.question} ({answer_line(fact)}; ?, back, stop)",
        validate=check,
        validate_while_typing=False,
    )


def _ways_out() -> list[Choice]:
    return [Choice(title, reply) for title, reply in _WAYS_OUT]


def _how_far(session: Session) -> Reply:
    """Which answer to correct, the last one first."""
    if not session.told:
        return BACK
    options = [
        Choice(f"{session.facts[name].label}: {value_words(session.known(name))}", name)
        for name in reversed(session.told)
    ]
    try:
        return Reply("back", fact=questionary.select("Correct which answer?", options).unsafe_ask())
    except (KeyboardInterrupt, EOFError):
        return STOP
