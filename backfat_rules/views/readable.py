"""What reads as text and as HTML, in the words of the reader it was made for."""

from __future__ import annotations

from typing import Any, Self

from pydantic import PrivateAttr

from backfat_rules.planning.shown import Shown
from backfat_rules.views.blocks import Blocks, blocks_card, blocks_text
from backfat_rules.views.html_writer import card_html
from backfat_rules.views.in_notebooks import InNotebooks
from backfat_rules.views.sections import Card
from backfat_rules.wording import Reader, shipped_reader


class Readable(Shown, frozen=True):
    """A frozen answer that prints itself; equal answers are equal for whomever they are told."""

    _reader: Reader | None = PrivateAttr(default=None)

    def read_by(self, reader: Reader) -> Self:
        """The same answer, which prints itself for this reader."""
        answer = self.model_copy()
        answer._reader = reader
        return answer

    def told(self, reader: Reader) -> str:
        """The answer as text."""
        raise NotImplementedError

    def __str__(self) -> str:
        return self.told(self._reader or shipped_reader())

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    __hash__ = None  # type: ignore[assignment]  # some hold mappings

    def __getstate__(self) -> dict[Any, Any]:
        """A pickled answer is its content, like one in JSON."""
        return {**super().__getstate__(), "__pydantic_private__": {"_reader": None}}


class ReadableBlocks(InNotebooks, Readable, frozen=True):
    """An answer that reads as blocks: as text when printed, as HTML in a notebook."""

    def blocks(self, reader: Reader) -> Blocks:
        """What is shown, in the order in which it is read."""
        raise NotImplementedError

    def told(self, reader: Reader) -> str:
        """The blocks as text."""
        return blocks_text(self.blocks(reader))

    def card(self, reader: Reader) -> Card:
        """What is shown as HTML: the blocks, where it says nothing else."""
        return blocks_card(self.blocks(reader))

    def to_html(self) -> str:
        """The card as a piece of HTML."""
        reader = self._reader or shipped_reader()
        return card_html(self.card(reader), reader)
