"""Questions, screens and a whole interview as cards."""

from __future__ import annotations

from typing import Literal

from backfat_rules.planning.question import Question, Screen
from backfat_rules.views.sections import Card, Entry, Part, Section
from backfat_rules.wording import Reader

HowFar = Literal["all-asked", "enough-told", "still-asked"]
"""How far an interview is: nothing left, nothing of weight left, or more to ask."""


def question_card(question: Question, reader: Reader) -> Card:
    """A question, what may be answered, and what it is for."""
    entry = _entry(question, reader)
    return Card(entry.title, entry.more)


def screen_card(screen: Screen, reader: Reader) -> Card:
    """What is asked together."""
    warning = [screen.warning] if screen.warning else []
    return Card(screen.title, (*warning, _asked("", screen, reader)))


def interview_card(
    screen: Screen | None, told: int, not_known: int, far: HowFar, reader: Reader
) -> Card:
    """How far an interview is, and what it asks next; none of the answers.

    Args:
        screen: what is asked next; None where nothing is left.
        told: how many facts were told.
        not_known: how many could not be told.
        far: how far it is.
        reader: who is asked.
    """
    counts = [reader.say("told-so-far", number=told)]
    if not_known:
        counts.append(reader.say("not-known-so-far", number=not_known))
    parts: list[Part] = [" ".join(counts)]
    if far == "all-asked" or screen is None:
        parts.append(reader.say("all-asked"))
    else:
        parts += [screen.warning] if screen.warning else []
        parts.append(reader.say("enough-told" if far == "enough-told" else "still-asked"))
        parts.append(_asked(reader.say("asked-next", title=screen.title), screen, reader))
    return Card(reader.say("interview"), tuple(parts))


def _asked(heading: str, screen: Screen, reader: Reader) -> Section:
    return Section(heading, tuple(_entry(each, reader) for each in screen.questions))


def _entry(question: Question, reader: Reader) -> Entry:
    """A question that opens: what may be answered, what has to stand beside it, why it is asked."""
    more = [Entry("", question.note)] if question.note else []
    if kind := _answers(question, reader):
        more.append(Entry(reader.say("to-choose-from"), kind))
    labels = [each.label for each in question.choices] + ([question.none] if question.none else [])
    if labels:
        more.append(
            Entry(reader.say("choose-from"), more=tuple(Entry("", each) for each in labels))
        )
    return Entry(question.text, more=(*more, Entry(reader.say("why"), question.why)))


def _answers(question: Question, reader: Reader) -> str:
    """What kind of answer is asked for, where the choices do not say it."""
    if question.kind == "yes_no":
        return reader.say("yes-or-no")
    if question.kind != "number":
        return ""
    return number_asked(question.low, question.high, question.unit, question.whole, reader)


def number_asked(
    low: float | None, high: float | None, unit: str, whole: bool, reader: Reader
) -> str:
    """Which numbers may be told, in which unit."""
    number = reader.say("a-whole-number" if whole else "a-number")
    if low is not None and high is not None:
        number = reader.say("number-from-to", number=number, low=low, high=high)
    elif low is not None:
        number = reader.say("number-from", number=number, low=low)
    elif high is not None:
        number = reader.say("number-up-to", number=number, high=high)
    return reader.say("amount", number=number, unit=unit) if unit else number
