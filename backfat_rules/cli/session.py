"""An interview that is under way: asks, checks and keeps every answer, and can go back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from backfat_rules.cli.typed_replies import Reply
from backfat_rules.errors import BackfatRulesError, ProfileError
from backfat_rules.interview import Interview
from backfat_rules.planning.question import Question
from backfat_rules.profile import Fact
from backfat_rules.profile.json_facts import FactJson
from backfat_rules.profile.ranges import RANGES
from backfat_rules.wording import Reader


class Asker(Protocol):
    """Somebody who can be asked: a person at a terminal, or a program at a pipe."""

    def ask(self, question: Question, session: Session) -> Reply:
        """Ask one question."""
        ...

    def open_screen(self, title: str) -> None:
        """Say what the next questions are about."""
        ...

    def say(self, text: str) -> None:
        """Say why a reply cannot be taken."""
        ...


class Session:
    """The interview so far, and the order in which it was answered.

    Args:
        interview: where to begin.
        facts: everything that can be asked.
        reader: who is asked.
        keep: called with the interview after every answer.
    """

    def __init__(
        self,
        interview: Interview,
        facts: Mapping[str, Fact],
        reader: Reader,
        keep: Callable[[Interview], None] = lambda _: None,
    ) -> None:
        self.interview = interview
        self.facts = facts
        self.reader = reader
        self.told = _told_before(interview)
        self._keep = keep
        self._corrected: str | None = None

    def run(self, asker: Asker, most: int | None = None) -> None:
        """Ask until it is settled, somebody says stop, or so many questions are answered."""
        answered, here, warned = 0, "", ""
        while most is None or answered < most:
            question, title = self._next()
            if question is None:
                return
            if (warning := self._warning()) not in ("", warned):
                asker.say(warning)
            warned = warning
            if title not in ("", here):
                asker.open_screen(title)
            here = title or here
            try:
                reply = asker.ask(question, self)
                if reply.kind == "stop":
                    return
                if reply.kind == "back":
                    self._corrected = self._earlier(reply.fact)
                    continue
                self._take(question.id, reply)
            except BackfatRulesError as error:
                asker.say(said(error, question.id))
                continue
            answered += self._corrected is None
            self._corrected = None

    def refusal(self, id: str, reply: Reply) -> str:
        """What is wrong with an answer; empty if it can be taken."""
        try:
            if reply.kind == "answer":
                self.interview.answer(id, reply.value)
        except BackfatRulesError as error:
            return said(error, id)
        return ""

    def known(self, fact: str) -> FactJson | None:
        """What was told about a fact; None for "I don't know", and for a list."""
        value: FactJson | None = self.interview.answers.get(fact)
        return value

    def _next(self) -> tuple[Question | None, str]:
        """What to ask, and the title of its screen; none for what is corrected."""
        if self._corrected is not None:
            question = self.interview.question_on(self._corrected)
            return question.model_copy(update={"why": self.reader.say("to-correct")}), ""
        screen = self.interview.screen
        return (screen.questions[0], screen.title) if screen is not None else (None, "")

    def _warning(self) -> str:
        """What has to be said before anything else is asked; empty where nothing presses."""
        screen = self.interview.screen
        return screen.warning if screen is not None else ""

    def _take(self, id: str, reply: Reply) -> None:
        if reply.kind == "unknown":
            self.interview = self.interview.dont_know(id)
        else:
            self.interview = self.interview.answer(id, reply.value)
        self.told = [*(each for each in self.told if each != id), id]
        self._keep(self.interview)

    def _earlier(self, id: str | None) -> str:
        """What was named, or else the question answered before the one that is asked now."""
        if id is not None:
            return self.interview.question_on(id).id
        at = self.told.index(self._corrected) if self._corrected in self.told else len(self.told)
        if at == 0:
            raise BackfatRulesError(self.reader.say("first-question"))
        return self.told[at - 1]


def _told_before(interview: Interview) -> list[str]:
    """What can be corrected in an interview that goes on; statements as the facts they told."""
    return [*interview.not_known, *(name for name in interview.answers if name != RANGES)]


def said(error: BackfatRulesError, fact: str) -> str:
    """An error without the name of the fact that was asked for."""
    if not isinstance(error, ProfileError):
        return str(error)
    return "\n".join(str(each).removeprefix(f"{fact}: ") for each in error.problems)


def answer_line(question: Question, session: Session) -> str:
    """What may be answered, with the unit; words as they are to be written."""
    reader = session.reader
    if question.kind == "statements":
        return reader.say("tick-statements")
    fact = session.facts[question.fact]
    match fact.type.kind:
        case "truth":
            return reader.say("yes-or-no")
        case "number":
            line = _number_line(fact, reader)
            rough = reader.chained((each.label for each in question.choices), "list-comma")
            return reader.say("or-roughly", answer=line, words=rough) if rough else line
    ids = [each.id for each in question.choices]
    words = reader.chained(ids, "list-comma") or reader.say("any-words")
    return reader.say("any-of" if fact.type.kind == "set" else "one-of", words=words)


def _number_line(fact: Fact, reader: Reader) -> str:
    kind = reader.say("a-whole-number" if fact.whole else "a-number")
    low, high = (None if end is None else f"{end:.15g}" for end in (fact.low, fact.high))
    if low and high:
        kind = reader.say("number-from-to", number=kind, low=low, high=high)
    elif low:
        kind = reader.say("number-from", number=kind, low=low)
    elif high:
        kind = reader.say("number-up-to", number=kind, high=high)
    unit = reader.unit(fact.name, fact.high or 0)
    return reader.say("amount", number=kind, unit=unit) if unit else kind
