"""Asking on a terminal: lists to choose from, boxes to tick, and numbers checked as they come."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from typing import Any

import questionary
from prompt_toolkit.application import create_app_session
from prompt_toolkit.output import create_output
from questionary import Choice, Question, Separator

from backfat_rules.cli.session import Session, answer_line, said
from backfat_rules.cli.typed_replies import BACK, STOP, UNKNOWN, Reply, read_answer
from backfat_rules.errors import BackfatRulesError
from backfat_rules.planning.question import Question as Asked
from backfat_rules.wording import Reader

_NONE = Reply("answer", [])
_WAYS_OUT = (("do-not-know", UNKNOWN), ("go-back", BACK), ("stop-here", STOP))


@contextmanager
def on_standard_error() -> Iterator[None]:
    """Questions go where they are seen even if the plan goes to a file; Ctrl-C ends them."""
    with suppress(KeyboardInterrupt), create_app_session(output=create_output(stdout=sys.stderr)):
        yield


class TerminalAsker:
    """A person at a terminal; Ctrl-C and Ctrl-D mean stop."""

    def open_screen(self, title: str) -> None:
        """Write a heading."""
        questionary.print(f"\n{title}", style="bold")

    def ask(self, question: Asked, session: Session) -> Reply:
        """Ask one question; "back" first asks how far."""
        questionary.print(f"\n{question.why}", style="italic")
        if question.note:
            questionary.print(question.note, style="bold")
        reply = _reply(question, _prompt(question, session), session)
        return _how_far(session) if reply is BACK else reply

    def say(self, text: str) -> None:
        """Say it in red."""
        questionary.print(text, style="fg:ansired")


def _reply(question: Asked, prompt: Question, session: Session) -> Reply:
    try:
        chosen: Any = prompt.unsafe_ask()
    except (KeyboardInterrupt, EOFError):
        return STOP
    if isinstance(chosen, str):
        return read_answer(chosen, question, session.facts)
    ticked = chosen if isinstance(chosen, list) else [chosen]
    alone = [each for each in ticked if isinstance(each, Reply)]
    return alone[0] if alone else Reply("answer", chosen)


def _prompt(question: Asked, session: Session) -> Question:
    reader = session.reader
    match question.kind:
        case "yes_no":
            yes, no = reader.say("choose-yes"), reader.say("choose-no")
            options = [Choice(yes, Reply("answer", True)), Choice(no, Reply("answer", False))]
        case "choice":
            options = [Choice(c.label, Reply("answer", c.id)) for c in question.choices]
        case "ticks" | "statements" if question.choices:
            return _boxes(question, reader)
        case _:
            return _line(question, session)
    return questionary.select(
        question.text,
        [*options, Separator(), *_ways_out(reader)],
        instruction=reader.say("how-to-choose"),
    )


def _boxes(question: Asked, reader: Reader) -> Question:
    options = [Choice(each.label, each.id) for each in question.choices]
    none = Choice(reader.say("none-of-these"), _NONE)
    return questionary.checkbox(
        question.text,
        [*options, Separator(), none, *_ways_out(reader)],
        instruction=reader.say("how-to-tick"),
        validate=partial(_one_way, reader),
    )


def _one_way(reader: Reader, chosen: list[Any]) -> bool | str:
    """Whether something is ticked, and nothing beside "none", "back" and the like."""
    if not chosen:
        return reader.say("tick-what-fits", none=reader.say("none-of-these"))
    alone = len(chosen) == 1 or not any(isinstance(each, Reply) for each in chosen)
    return alone or reader.say("go-with-nothing-else")


def _line(question: Asked, session: Session) -> Question:
    """A line to type; what cannot be right is refused with the words of the library."""
    reader = session.reader

    def check(text: str) -> bool | str:
        if not text.strip():
            return reader.say("give-an-answer", help=reader.say("reply-help"))
        try:
            reply = read_answer(text, question, session.facts)
            return session.refusal(question.id, reply) or True
        except BackfatRulesError as error:
            return said(error, question.id)

    return questionary.text(
        reader.say(
            "question-with-hint",
            question=question.text,
            answer=answer_line(question, session),
            help=reader.say("short-help"),
        ),
        validate=check,
        validate_while_typing=False,
    )


def _ways_out(reader: Reader) -> list[Choice]:
    return [Choice(reader.say(id), reply) for id, reply in _WAYS_OUT]


def _how_far(session: Session) -> Reply:
    """Which answer to correct, the last one first."""
    if not session.told:
        return BACK
    options = [Choice(_told(name, session), name) for name in reversed(session.told)]
    try:
        which = questionary.select(session.reader.say("which-answer"), options)
        return Reply("back", fact=which.unsafe_ask())
    except (KeyboardInterrupt, EOFError):
        return STOP


def _told(name: str, session: Session) -> str:
    """An answer that was given, to choose from."""
    reader = session.reader
    if name not in session.facts:
        return session.interview.question_on(name).text
    text = reader.value(name, session.known(name))
    return reader.say("label-and-text", label=reader.label(name), text=text)
