"""A question as it is put to a person, with all that a form needs; and a screen of them."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import field_validator

from backfat_rules.planning.shown import Shown

QuestionKind = Literal["yes_no", "number", "choice", "ticks", "statements"]


class Choice(Shown, frozen=True):
    """One thing that can be chosen, ticked or said.

    Attributes:
        label: what to show.
        condition: what it means for the facts, in the language of conditions.
    """

    shown_by = ("id", "label")

    id: str
    label: str
    condition: str = ""


class Question(Shown, frozen=True):
    """Something still worth asking for; ``Interview.answer(question.id, ...)`` takes the reply.

    Attributes:
        fact: the fact that is asked for; empty for statements, which tell of several.
        kind: ``yes_no``, ``number`` and ``choice`` take one answer; ``ticks`` a list of words, and
            ``statements`` the ids of those that are true, or a mapping of ids to yes or no.
        screen: the id of the screen where it stands; empty where there are no screens.
        facts: every fact that an answer tells of.
        unit: what a number is counted in.
        low: the lowest number that is allowed.
        high: the highest.
        whole: whether the number is whole.
        choices: what can be chosen or ticked. For a number they are rough answers, such as "a
            little", which can be given in its place.
        none: what to call the answer that nothing of it is true; empty where there is none.
        follow_ups: ids of the questions that an answer can bring.
        why: what the answer is for.
        note: what has to stand beside the question, such as whom to call.
        releases: ids of what is withheld until this is answered.
    """

    shown_by = ("id", "text")

    fact: str
    kind: QuestionKind | None = None
    screen: str = ""
    facts: tuple[str, ...] = ()
    text: str
    unit: str = ""
    low: float | None = None
    high: float | None = None
    whole: bool = False
    choices: tuple[Choice, ...] = ()
    none: str = ""
    follow_ups: tuple[str, ...] = ()
    why: str
    note: str = ""
    releases: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The name of the fact; for statements, the id of their screen."""
        return self.fact or self.screen

    @field_validator("choices", mode="before")
    @classmethod
    def _of_words(cls, choices: Any) -> Any:
        """Plans were once stored with the words of a choice alone."""
        if not isinstance(choices, list | tuple):
            return choices
        return tuple({"id": c, "label": c} if isinstance(c, str) else c for c in choices)


class Screen(Shown, frozen=True):
    """What is asked together.

    Attributes:
        title: a line above it.
        questions: in the order in which they are to be shown.
        warning: the gate in one sentence where it allows no plan, to be said before anything is
            asked; empty otherwise.
    """

    shown_by = ("id", "title")

    id: str
    title: str
    questions: tuple[Question, ...]
    warning: str = ""
