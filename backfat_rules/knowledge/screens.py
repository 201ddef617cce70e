"""The models of what an interview asks: screens in their order, and statements to tick."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from backfat_rules.knowledge.entry import FilePart, Identifier, Layered, Slug, Text
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.marked_text import MarkedText
from backfat_rules.language import Facts, evaluate

Several = Annotated[int, Field(ge=1)]


class ForSome(FilePart):
    """What is for some people only.

    Attributes:
        when: it is only for whom this is true.
        unless: it is not for whom this is true.
    """

    when: Formula | None = None
    unless: Formula | None = None

    def is_for(self, known: Facts) -> bool:
        """Whether it is for somebody of whom this is known."""
        if self.when is not None and evaluate(self.when.tree, known) is not True:
            return False
        return self.unless is None or evaluate(self.unless.tree, known) is not True


class Ask(ForSome):
    """One fact on a screen.

    Attributes:
        always: whether it is asked for although no rule waits for it: the answer changes order,
            words or what can be chosen.
        releases: whether it is asked for as well, whatever ``when`` says, where the answer could
            release something that is held back.
        sharpens: whether it is asked for beside statements, of whom these leave only a range.
        beside: a sentence that stands beside the question.
        help_for: the screening rule whose contact stands beside the question, too.
    """

    fact: Identifier
    always: bool = False
    releases: bool = False
    sharpens: bool = False
    beside: MarkedText | None = None
    help_for: Slug | None = None


class Behind(FilePart):
    """How many facts behind the best advice are asked for.

    Attributes:
        advice: how many of the best recommendations are looked at.
        together: how many facts stand on one screen.
    """

    advice: Several
    together: Several


class ScreenRule(Layered, ForSome):
    """What is asked together.

    Attributes:
        order: screens are asked from the lowest on.
        asks: facts, as they stand on the screen.
        which: how the statements of the screen are asked for; its statements name it.
        behind: the screen asks for what the best advice rests on, by number.
        rest: the screen asks for whatever is left, so many at once.
    """

    id: Slug
    order: int
    title: Text
    asks: tuple[Ask, ...] = ()
    which: Text | None = None
    behind: Behind | None = None
    rest: Several | None = None


class StatementRule(Layered, ForSome):
    """A plain sentence for a comparison on one fact; ticked or not, it tells the fact's range.

    Attributes:
        screen: where it can be ticked.
        says: the sentence, as the person would say it.
        means: a number compared with a limit, or a yes-or-no fact.
        reason: why it means that, where that is not plain.
    """

    id: Slug
    screen: Slug
    says: MarkedText
    means: Formula
    reason: Text | None = None


class NeverAsked(Layered):
    """A fact that an interview does not ask for; it can be told all the same."""

    id: Identifier
    reason: Text
