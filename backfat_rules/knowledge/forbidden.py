"""The model of what no text may say."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field

from backfat_rules.knowledge.entry import Entry, FilePart, Slug, Text


def _readable(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"it is not a regular expression: {error.msg}") from None
    return pattern


class WordingException(FilePart):
    """An entry whose text may use the words all the same, and the reason."""

    id: Text
    reason: Text


class ForbiddenWording(Entry):
    """Words that no text of the knowledge base may use.

    Attributes:
        pattern: whole words in any case, or a simple regular expression.
        why: what is wrong with them, for whoever wrote such a text.
        exceptions: ``except`` in YAML.
    """

    noun: ClassVar[str] = "wording"
    id: Slug
    pattern: Annotated[Text, AfterValidator(_readable)]
    why: Text
    exceptions: tuple[WordingException, ...] = Field(default=(), alias="except")

    @property
    def headline(self) -> str:
        """What is wrong with the words."""
        return self.why

    def found_in(self, text: str) -> str | None:
        """The forbidden words as they stand in a text, or None."""
        found = re.search(rf"\b(?:{self.pattern})\b", " ".join(text.split()), re.IGNORECASE)
        return found[0] if found else None
