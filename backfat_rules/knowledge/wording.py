"""The models of what no text may say, and of whom to call where in the world."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field

from backfat_rules.knowledge.entry import Part, Slug, Text
from backfat_rules.knowledge.sentence import Sentence


def _readable(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"it is not a regular expression: {error.msg}") from None
    return pattern


class WordingException(Part):
    """An entry whose text may use the words all the same, and the reason."""

    id: Text
    reason: Text


class ForbiddenWording(Part):
    """Words that no text of the knowledge base may use.

    Attributes:
        pattern: whole words in any case, or a simple regular expression.
        why: what is wrong with them, for whoever wrote such a text.
        exceptions: ``except`` in YAML.
    """

    id: Slug
    pattern: Annotated[Text, AfterValidator(_readable)]
    why: Text
    exceptions: tuple[WordingException, ...] = Field(default=(), alias="except")

    def found_in(self, text: str) -> str | None:
        """The forbidden words as they stand in a text, or None."""
        found = re.search(rf"\b(?:{self.pattern})\b", " ".join(text.split()), re.IGNORECASE)
        return found[0] if found else None


class Contact(Part):
    """Whom to call in one country; the entry ``neutral`` holds wherever no country is given.

    Attributes:
        says: the sentence that an emergency message ends with.
        instead: another sentence for some screening rules, by their ids.
    """

    id: Slug
    title: Text
    says: Sentence
    instead: Mapping[Slug, Sentence] = Field(default_factory=dict)
