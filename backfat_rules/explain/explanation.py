"""What an explanation is: a tree of data; text comes last."""

from __future__ import annotations

from typing import Literal

from backfat_rules.decision.priority import PriorityParts
from backfat_rules.knowledge.entry import Verdict
from backfat_rules.planning.plan_content import Source
from backfat_rules.profile.json_facts import FactJson
from backfat_rules.views.explanation_tree import tree_html, tree_mermaid, tree_text
from backfat_rules.views.in_notebooks import InNotebooks
from backfat_rules.views.readable import Readable
from backfat_rules.wording import Reader, shipped_reader

Kind = Literal[
    "gate",
    "screening",
    "recommendation",
    "message",
    "withheld",
    "finding",
    "mechanism",
    "value",
    "condition",
    "fact",
]


class Explanation(InNotebooks, Readable, frozen=True):
    """One thing that is so, not so or unknown, and what makes it that.

    Attributes:
        id: what is explained; a condition's id is its text in the language.
        holds: True, False, or None where it is unknown; for facts and values, whether known.
        value: what a fact or value is worth; None where it is unknown or hidden.
        text: one sentence or phrase for a person.
        rules: the rules or the screening that decided it, by id.
        because: what it rests on, each explained in the same way.
    """

    shown_by = ("id", "holds", "text")

    id: str
    kind: Kind
    title: str
    text: str
    holds: bool | None = None
    value: FactJson | None = None
    rules: tuple[str, ...] = ()
    verdict: Verdict | None = None
    severity: float | None = None
    priority: float | None = None
    priority_parts: PriorityParts | None = None
    sources: tuple[Source, ...] = ()
    because: tuple[Explanation, ...] = ()

    def told(self, reader: Reader) -> str:  # noqa: ARG002  # its texts are told already
        """The tree as indented lines."""
        return tree_text(self)

    def mermaid(self) -> str:
        """The tree as a mermaid chart, from the facts upwards."""
        return tree_mermaid(self)

    def to_html(self) -> str:
        """The tree as nested lists that fold."""
        return tree_html(self, self._reader or shipped_reader())
