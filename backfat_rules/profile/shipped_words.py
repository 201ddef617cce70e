"""What the library calls its own facts and how it asks for them, out of the shipped knowledge.

A plan is told in the words of its knowledge base; these are for whoever has a profile and no
knowledge base, such as a form that is made from the JSON Schema.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from backfat_rules.frozen import FrozenDict
from backfat_rules.profile.shipped_entries import shipped_entries, shipped_words_in
from backfat_rules.units import UnitSystem


@dataclass(frozen=True, slots=True)
class FactWords:
    """The words of one fact; empty where there are none.

    Attributes:
        purpose: what an answer is for.
        choices: what each word that can be answered is called.
    """

    label: str = ""
    question: str = ""
    purpose: str = ""
    asked_in: Mapping[UnitSystem, str] = field(default_factory=FrozenDict)
    choices: Mapping[str, str] = field(default_factory=FrozenDict)


@functools.cache
def shipped_words() -> Mapping[str, FactWords]:
    """The words of every fact of the library by its name; read once, when first needed."""
    return FrozenDict(
        {entry["id"]: _words(entry) for entry in shipped_words_in("facts.yaml", "names")}
    )


@functools.cache
def shipped_labels(id: str) -> Mapping[str, str]:
    """What the words of one fixed list are called, such as the areas of facts.

    >>> shipped_labels("fact-areas")["body"]
    'Body and goals'
    """
    found = (each for each in shipped_words_in("labels.yaml", "labels") if each["id"] == id)
    return FrozenDict(next(found)["words"])


@functools.cache
def shipped_titles(collection: str) -> Mapping[str, str]:
    """What the entries of a collection, such as ``exercises``, are called, by id.

    >>> shipped_titles("exercises")["band_row"]
    'Band row'
    """
    return FrozenDict({each["id"]: each["title"] for each in shipped_entries(collection)})


@functools.cache
def shipped_sentence(id: str) -> str:
    """A sentence without slots, such as what says "none of these".

    >>> shipped_sentence("none-of-these")
    'None of these'
    """
    found = (each for each in shipped_words_in("interview.yaml", "sentences") if each["id"] == id)
    return str(next(found)["text"])


def _words(entry: Mapping[str, Any]) -> FactWords:
    plain = (entry.get(name, "") for name in ("label", "question", "purpose"))
    mapped = (FrozenDict(entry.get(name, {})) for name in ("asked_in", "words"))
    return FactWords(*plain, *mapped)
