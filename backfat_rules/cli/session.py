"""An interview that is under way: asks, checks and keeps every answer, and can go back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from backfat_rules.cli.replies import Reply
from backfat_rules.errors import BackfatRulesError, ProfileError, did_you_mean
from backfat_rules.interview import Interview
from backfat_rules.profile import Fact
from backfat_rules.profile.json_facts import FactJson
from backfat_rules.wording import Reader


class Asker(Protocol):
    """Somebody who can be asked: a person at a terminal, or a program at a pipe."""

    def ask(self, fact: Fact, why: str, session: Session) -> Reply:
        """Ask one question."""
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
        self.told = [*interview.not_known, *interview.answers]
        self._keep = keep
        self._corrected: str | None = None

    def run(self, asker: Asker, most: int | None = None) -> None:
        """Ask until it is settled, somebody says stop, or so many questions are answered."""
        answered = 0
        while most is None or answered < most:
            asked = self._next()
            if asked is None:
                return
            fact, why = asked
            try:
                reply = asker.ask(self.facts[fact], why, self)
                if reply.kind == "stop":
                    return
                if reply.kind == "back":
                    self._corrected = self._earlier(reply.fact)
                    continue
                self._take(fact, reply)
            except BackfatRulesError as error:
                asker.say(said(error, fact))
                continue
            answered += self._corrected is None
            self._corrected = None

    def refusal(self, fact: str, reply: Reply) -> str:
        """What is wrong with an answer; empty if it can be taken."""
        try:
            if reply.kind == "answer":
                self.interview.answer(fact, reply.value)
        except BackfatRulesError as error:
            return said(error, fact)
        return ""

    def known(self, fact: str) -> FactJson | None:
        """What was told about a fact; None for "I don't know"."""
        value: FactJson | None = self.interview.answers.get(fact)
        return value

    def _next(self) -> tuple[str, str] | None:
        """The fact to ask for, and why."""
        if self._corrected is not None:
            return self._corrected, self.reader.say("to-correct")
        question = self.interview.question
        return (question.fact, question.why) if question is not None else None

    def _take(self, fact: str, reply: Reply) -> None:
        if reply.kind == "unknown":
            self.interview = self.interview.dont_know(fact)
        else:
            self.interview = self.interview.answer(fact, reply.value)
        self.told = [*(each for each in self.told if each != fact), fact]
        self._keep(self.interview)

    def _earlier(self, fact: str | None) -> str:
        """The fact that was named, or else the one answered before the one that is asked now."""
        if fact is not None and fact not in self.facts:
            remedy = did_you_mean(fact, list(self.facts))
            raise BackfatRulesError(f"There is no fact {fact!r}. {remedy}".rstrip())
        at = self.told.index(self._corrected) if self._corrected in self.told else len(self.told)
        if fact is None and at == 0:
            raise BackfatRulesError(self.reader.say("first-question"))
        return fact if fact is not None else self.told[at - 1]


def said(error: BackfatRulesError, fact: str) -> str:
    """An error without the name of the fact that was asked for."""
    if not isinstance(error, ProfileError):
        return str(error)
    return "\n".join(str(each).removeprefix(f"{fact}: ") for each in error.problems)


def answer_line(fact: Fact, reader: Reader) -> str:
    """What may be answered, with the unit; words as they are to be written."""
    match fact.type.kind:
        case "truth":
            return reader.say("yes-or-no")
        case "number":
            return _number_line(fact, reader)
    words = reader.chained(fact.words, "list-comma") or reader.say("any-words")
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
