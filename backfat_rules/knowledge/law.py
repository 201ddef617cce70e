"""The model of a law: what no combination of answers may bring about, or fail to."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from backfat_rules.knowledge.entry import Entry, FilePart, Grounds, Identifier, Slug, Text
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.gates import GateName

Something = Literal["advice", "keep_going", "guidance"]


class Contents(FilePart):
    """Things that a plan may hold, each kind by its ids or words.

    Attributes:
        advice: recommendations that are given.
        items: exercises, foods and messages that are offered or said.
        tags: whatever is given, offered or said and carries one of them.
        gates: the gate.
        numbers: facts and values that texts may show.
        texts: words that stand in something that is advised or said.
    """

    advice: tuple[Slug, ...] = ()
    items: tuple[str, ...] = ()
    tags: tuple[Identifier, ...] = ()
    gates: tuple[GateName, ...] = ()
    numbers: tuple[Identifier, ...] = ()
    texts: tuple[Text, ...] = ()


class Required(Contents):
    """What a plan must hold: one of the gates, at least one of ``something``, and all else."""

    something: tuple[Something, ...] = ()


class Law(Entry, Grounds):
    """A law over one person, or over a step from one person to another.

    Over a person: whoever meets ``who``, under one of the gates ``under``, with ``untold`` not
    told, has a plan that holds nothing of ``never`` and all of ``always``.

    Over a step: whoever meets ``who`` takes it, and nothing of ``must_not_grow`` is in the plan
    afterwards that was not in it before; with ``gate_holds`` the gate is no milder, unless answers
    contradicted each other before and no longer do; and with ``priority_holds`` no advice that
    stays falls in priority. ``adding`` adds a word to a set, or answers yes; ``unanswering`` takes
    an answer back; ``worsening`` moves a number down or up.
    """

    noun: ClassVar[str] = "law"
    id: Slug
    says: Text
    who: Formula | None = None
    under: Annotated[tuple[GateName, ...], Field(min_length=1)] | None = None
    untold: tuple[Identifier, ...] = ()
    never: Contents = Contents()
    always: Required = Required()
    adding: tuple[Identifier, ...] = ()
    unanswering: tuple[Identifier, ...] = ()
    worsening: dict[Identifier, Literal["down", "up"]] = Field(default_factory=dict)
    must_not_grow: Contents = Contents()
    gate_holds: bool = False
    priority_holds: bool = False

    @property
    def headline(self) -> str:
        """What the law says."""
        return self.says

    @property
    def is_step(self) -> bool:
        """Whether it is over a step."""
        return bool(self.adding or self.unanswering or self.worsening)

    @property
    def says_something(self) -> bool:
        """Whether it forbids or asks for something, in just one of the two kinds."""
        over_a_person = self.never != Contents() or self.always != Required()
        over_a_step = self.must_not_grow != Contents() or self.gate_holds or self.priority_holds
        return over_a_person is not over_a_step and over_a_step is self.is_step
