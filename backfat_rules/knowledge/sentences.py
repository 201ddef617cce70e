"""The words around the knowledge: sentences, labels and names, one set for each language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from backfat_rules.knowledge.entry import FilePart, Identifier, Layered, Slug, Text
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.units import UnitSystem

PluralName = Literal["zero", "one", "two", "few", "many", "other"]
"""The plural forms that languages tell apart, as the Unicode CLDR calls them."""


class Language(Layered):
    """How a language writes numbers, and which numbers take which plural form.

    Attributes:
        decimal: what stands before the decimals.
        group: what stands between thousands.
        lower_titles: whether a title inside a sentence is written in lower case.
        stems: what snowballstemmer calls the language, which takes the endings from its words.
        plurals: a condition for each form but ``other``, which holds for the rest. It may name
            ``n``, the number; ``last_digit`` and ``last_two_digits``.
    """

    id: Slug
    title: Text
    decimal: str
    group: str
    lower_titles: bool = False
    stems: str = ""
    plurals: Mapping[PluralName, Formula] = Field(default_factory=dict)


class Worded(Layered):
    """An entry of one language; ``language`` comes from the head of its file."""

    id: str
    language: Slug

    @property
    def key(self) -> str:
        """What tells it from the same entry in another language."""
        return f"{self.language}/{self.id}"


_ONE_WAY = {
    "message": "a sentence has either a text, or a count and forms with other.",
    "remedy": "Write text: ..., or count: ... and forms: {one: ..., other: ...}.",
}


class Sentence(Worded):
    """A sentence or phrase with slots in braces.

    Attributes:
        text: the sentence.
        count: the slot whose number chooses among ``forms``.
        forms: in place of ``text``, the sentence for each plural form; ``other`` is needed.
    """

    id: Slug
    text: Template | None = None
    count: Identifier | None = None
    forms: Mapping[PluralName, Template] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if (self.text is None) != bool(self.count and "other" in self.forms):
            raise PydanticCustomError("bad-sentence", "{message}", _ONE_WAY)
        return self

    @property
    def slots(self) -> frozenset[str]:
        """Every name that it may be given."""
        texts = [*self.forms.values(), *([self.text] if self.text else [])]
        counted = [self.count] if self.count else []
        return frozenset([*counted, *(name for text in texts for name in text.names)])


class Labels(Worded):
    """What a fixed list of words is called, such as the gates."""

    id: Slug
    words: Annotated[Mapping[str, Text], Field(min_length=1)]


class Synonyms(Worded):
    """Words that mean the same when somebody asks; those of ``nothing`` tell nothing at all.

    Attributes:
        topical: whether somebody who says one of them surely asks about what this is all about.
        elsewhere: whether each of them, with its own meaning, tells that something else is asked
            about.
        words: words, or several in a row that mean something together.
    """

    id: Slug
    topical: bool = False
    elsewhere: bool = False
    words: Annotated[tuple[Text, ...], Field(min_length=1)]


class Together(FilePart):
    """Two facts that one question asks for.

    Attributes:
        fact: the other one.
        question: what asks for both.
    """

    fact: Identifier
    question: Text


class Naming(Worded):
    """How a fact or a value is spoken of.

    Attributes:
        label: a short noun phrase; for yes or no, what completes "you ...". If it is left out, the
            label that the library ships, or an app declares; the title of a value.
        question: how a person is asked for it; the library's or the app's if it is left out.
        asked_in: the question in other systems of units, where it names a unit.
        together: another fact that is asked for with it where a page asks for both, and how.
        purpose: what an answer is for, in a few words, for forms.
        plural: whether the label is in the plural.
        if_yes: for a yes-or-no fact, the sentence for yes.
        if_no: the sentence for no.
        unit: what stands behind the number, by its plural form; the fact's own unit if left out.
        words: what each word of a choice or set is called.
        ticked: how a word of a set stands alone, such as "{word} pain"; the word if left out.
    """

    id: Identifier
    label: Text | None = None
    question: Text | None = None
    asked_in: Mapping[UnitSystem, Text] = Field(default_factory=dict)
    together: Together | None = None
    purpose: Text | None = None
    plural: bool = False
    if_yes: Text | None = None
    if_no: Text | None = None
    unit: Mapping[PluralName, Text] = Field(default_factory=dict)
    words: Mapping[str, Text] = Field(default_factory=dict)
    ticked: Template | None = None
