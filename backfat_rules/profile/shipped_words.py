"""What the library calls its own facts and how it asks for them, out of the shipped knowledge.

A plan is told in the words of its knowledge base; these are for whoever has a profile and no
knowledge base, such as a form that is made from the JSON Schema.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backfat_rules.frozen import FrozenDict
from backfat_rules.locate import CATALOGUE_FOLDER, WORDS_FOLDER, shipped_folder
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
    return FrozenDict({entry["id"]: _words(entry) for entry in _in_words("facts.yaml", "names")})


@functools.cache
def shipped_labels(id: str) -> Mapping[str, str]:
    """What the words of one fixed list are called, such as the areas of facts.

    >>> shipped_labels("fact-areas")["body"]
    'Body and goals'
    """
    found = (each for each in _in_words("labels.yaml", "labels") if each["id"] == id)
    return FrozenDict(next(found)["words"])


@functools.cache
def shipped_titles(collection: str) -> Mapping[str, str]:
    """What the entries of a collection of the catalogue, such as ``exercises``, are called, by id.

    >>> shipped_titles("exercises")["band_row"]
    'Band row'
    """
    folder = shipped_folder() / CATALOGUE_FOLDER
    found = (each for file in sorted(folder.glob("*.yaml")) for each in _entries(file, collection))
    return FrozenDict({each["id"]: each["title"] for each in found})


@functools.cache
def shipped_sentence(id: str) -> str:
    """A sentence without slots, such as what says "none of these".

    >>> shipped_sentence("none-of-these")
    'None of these'
    """
    found = (each for each in _in_words("interview.yaml", "sentences") if each["id"] == id)
    return str(next(found)["text"])


def _in_words(file: str, section: str) -> list[dict[str, Any]]:
    return _entries(shipped_folder() / WORDS_FOLDER / file, section)


def _entries(file: Path, section: str) -> list[dict[str, Any]]:
    import yaml  # which importing the library does not load

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    entries: list[dict[str, Any]]
    entries = yaml.load(file.read_text(encoding="utf-8"), loader).get(section, [])
    return entries


def _words(entry: Mapping[str, Any]) -> FactWords:
    plain = (entry.get(name, "") for name in ("label", "question", "purpose"))
    mapped = (FrozenDict(entry.get(name, {})) for name in ("asked_in", "words"))
    return FactWords(*plain, *mapped)
