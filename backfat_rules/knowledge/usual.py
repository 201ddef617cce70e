"""The model of usual answers: what people tell of a fact, and how often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from backfat_rules.knowledge.entry import Identifier, Layered, Share


class UsualAnswer(Layered):
    """How common the answers to one fact are; one of the three is given.

    Attributes:
        id: the fact.
        numbers: equally common numbers, from the lowest.
        share: how many say yes.
        words: how many choose each word; of a choice the shares add up to 1, of a set each word
            is told or not by itself.
    """

    id: Identifier
    numbers: Annotated[tuple[float, ...], Field(min_length=1)] | None = None
    share: Share | None = None
    words: Mapping[str, Share] | None = None


class Enough(Layered):
    """When an interview has asked enough.

    Attributes:
        completions: in how many ways the missing answers are filled in.
        share: in how many of them the advice has to stay.
        leading: how many of the first recommendations are looked at.
        staying: how many of them have to stay.
        draws: how often a completion is drawn again that contradicts itself.
    """

    completions: Annotated[int, Field(ge=1)]
    share: Share
    leading: Annotated[int, Field(ge=1)]
    staying: Annotated[int, Field(ge=0)]
    draws: Annotated[int, Field(ge=1)]
