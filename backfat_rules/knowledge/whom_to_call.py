"""The model of whom to call where in the world."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import Field

from backfat_rules.knowledge.entry import Slug, Titled
from backfat_rules.knowledge.marked_text import MarkedText


class Contact(Titled):
    """Whom to call in one country; the entry ``neutral`` holds wherever no country is given.

    Attributes:
        says: the sentence that an emergency message ends with.
        instead: another sentence for some screening rules, by their ids.
    """

    noun: ClassVar[str] = "contact"
    id: Slug
    says: MarkedText
    instead: Mapping[Slug, MarkedText] = Field(default_factory=dict)
