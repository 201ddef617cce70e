"""The model of what no text may say."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field, ValidationInfo
from pydantic_core import PydanticCustomError

from backfat_rules.knowledge.entry import CHECKED, Entry, FilePart, Slug, Text
from backfat_rules.knowledge.word_pattern import LONGEST_WORD, WordPatternError, check_pattern


def _readable(pattern: str, info: ValidationInfo) -> str:
    if info.context is CHECKED:
        return pattern
    try:
        check_pattern(pattern)
        re.compile(pattern)
    except WordPatternError as error:
        raise PydanticCustomError("word-pattern", "{why}", {"why": str(error)}) from None
    except re.error as error:
        why = f"it is not a regular expression: {error.msg}"
        raise PydanticCustomError("word-pattern", "{why}", {"why": why}) from None
    return pattern


WordPattern = Annotated[Text, AfterValidator(_readable)]
"""Whole words in any case, or a simple regular expression of them."""


def words_found(pattern: str, text: str) -> str | None:
    """The words that a pattern stands for as they stand in a text, or None."""
    words = " ".join(word[:LONGEST_WORD] for word in text.split())
    found = re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE)
    return found[0] if found else None


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
    pattern: WordPattern
    why: Text
    exceptions: tuple[WordingException, ...] = Field(default=(), alias="except")

    @property
    def headline(self) -> str:
        """What is wrong with the words."""
        return self.why

    def found_in(self, text: str) -> str | None:
        """The forbidden words as they stand in a text, or None."""
        return words_found(self.pattern, text)
