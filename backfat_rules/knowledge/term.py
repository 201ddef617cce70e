"""The model of a term of the trade, and of the plain words that must stand beside it."""

from __future__ import annotations

from typing import ClassVar

from backfat_rules.knowledge.entry import Entry, Slug, Text
from backfat_rules.knowledge.forbidden import WordPattern


class Term(Entry):
    """Words that not everybody knows.

    Attributes:
        pattern: the words, in any case, or a simple regular expression of them.
        plain: words of which one explains them.
        as_in: how somebody would say it plainly, for whoever wrote such a text.
    """

    noun: ClassVar[str] = "term"
    id: Slug
    pattern: WordPattern
    plain: WordPattern
    as_in: Text

    @property
    def headline(self) -> str:
        """How it is said plainly."""
        return self.as_in
