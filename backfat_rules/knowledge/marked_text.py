"""Texts that people read as fields of the knowledge models: read into pieces once, when loaded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Self, TypeAlias

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from backfat_rules.knowledge.formula import ReadText
from backfat_rules.units import Amount, MarkError, read_mark

_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a text for what is known of the person under this name."""

    name: str


Piece = str | Slot | Amount
Say: TypeAlias = Callable[[Amount], str]


def as_metric(amount: Amount) -> str:
    """An amount as its author wrote it."""
    return amount.said


@dataclass(frozen=True, slots=True, repr=False)
class Template(ReadText):
    """A text with marked amounts, and the names of facts and values, in braces.

    >>> sip = Template.read("You drink {water}; {1.6 to 2 L} is a rough guide.")
    >>> sip.fill({"water": "1.2 L"})
    'You drink 1.2 L; 1.6 to 2 L is a rough guide.'
    >>> sip.fill({"water": "41 fl oz"}, lambda amount: amount.text("us"))
    'You drink 41 fl oz; 54 to 68 fl oz is a rough guide.'
    """

    shown_by: ClassVar[tuple[str, ...]] = ("written",)

    written: str
    pieces: tuple[Piece, ...] = field(compare=False, repr=False)
    names: tuple[str, ...] = field(compare=False, repr=False)

    def as_written(self) -> str:
        """The text as it stands in the YAML."""
        return self.written

    @property
    def text(self) -> str:
        """The text in metric units, each name in its braces."""
        return self._told({name: f"{{{name}}}" for name in self.names}, as_metric)

    def fill(self, words: Mapping[str, str], say: Say = as_metric) -> str | None:
        """The text with each name replaced by its word; None where one of them is missing.

        Args:
            words: the names with what stands in their places.
            say: how an amount is said.
        """
        try:
            return self._told(words, say)
        except KeyError:
            return None

    def _told(self, words: Mapping[str, str], say: Say) -> str:
        said = [
            words[piece.name]
            if isinstance(piece, Slot)
            else piece
            if isinstance(piece, str)
            else say(piece)
            for piece in self.pieces
        ]
        return said[0] if len(said) == 1 else "".join(said)

    @classmethod
    def read(cls, given: Any) -> Self:
        """Read the braces: a plain name, or an amount; anything else is refused."""
        if isinstance(given, cls):
            return given
        if not isinstance(given, str):
            raise PydanticCustomError("not-text", "a text is needed here.")
        if not given.strip():
            raise PydanticCustomError("string_too_short", "it is empty.")
        pieces = tuple(_pieces(given))
        names = dict.fromkeys(piece.name for piece in pieces if isinstance(piece, Slot))
        return cls(given, pieces, tuple(names))


@dataclass(frozen=True, slots=True, repr=False)
class MarkedText(Template):
    """A text that is the same for everybody but for its amounts, which are marked in braces.

    >>> half = MarkedText.read("Add {0.5 L = half a litre}.")
    >>> half.render(lambda amount: amount.text("us"))
    'Add 17 fl oz.'
    """

    accepted: ClassVar[CoreSchema] = core_schema.str_schema(min_length=1, strip_whitespace=True)

    def render(self, say: Say = as_metric) -> str:
        """The text with its amounts as a reader says them."""
        first = self.pieces[0]
        if isinstance(first, str) and len(self.pieces) == 1:
            return first  # as most are
        return self._told({}, say)

    @classmethod
    def read(cls, given: Any) -> Self:
        """Read the braces; a name is refused, since the text is shown to everybody."""
        if isinstance(given, cls):
            return given
        read = super(MarkedText, cls).read(given.strip() if isinstance(given, str) else given)
        if read.names:
            raise PydanticCustomError("bad-braces", "no name can stand in braces here.")
        return read


def _pieces(text: str) -> Iterator[Piece]:
    """Plain text, names and amounts in order; a brace written twice is a brace."""
    plain, start = "", 0
    for found in _BRACES.finditer(text):
        plain += text[start : found.start()]
        start = found.end()
        if found[0] in ("{{", "}}"):
            plain += found[0][0]
        elif found[1] is None:
            raise PydanticCustomError("bad-braces", "a brace is not closed.")
        else:
            if plain:
                yield plain
            yield _piece(found[1])
            plain = ""
    if rest := plain + text[start:]:
        yield rest


def _piece(inside: str) -> Slot | Amount:
    if inside.isidentifier():
        return Slot(inside)
    if not inside[:1].isdigit():
        raise PydanticCustomError(
            "bad-braces", "only a plain name or an amount can stand in braces."
        )
    try:
        return read_mark(inside)
    except MarkError as error:
        details = {"message": str(error), "remedy": error.remedy}
        raise PydanticCustomError("bad-amount", "{message}", details) from None
