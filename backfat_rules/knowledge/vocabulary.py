"""The words of each language, over those that every language falls back on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge.sentences import (
    Labels,
    Language,
    Naming,
    Sentence,
    Synonyms,
    Worded,
)

Kept = TypeVar("Kept", bound=Worded)

FALLBACK = "en"
"""The language of whatever another one leaves out; the shipped words are complete in it."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The words of one language, by id."""

    language: Language
    sentences: Mapping[str, Sentence]
    labels: Mapping[str, Labels]
    names: Mapping[str, Naming]
    synonyms: Mapping[str, Synonyms]


def vocabularies_of(entries: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Vocabulary]:
    """A vocabulary for each language of some entries, by section; in the order of their ids."""
    languages: Mapping[str, Language] = entries["languages"]
    return FrozenDict(
        {
            id: Vocabulary(
                language,
                _spoken(entries["sentences"].values(), id),
                _spoken(entries["labels"].values(), id),
                _spoken(entries["names"].values(), id),
                _spoken(entries["synonyms"].values(), id),
            )
            for id, language in sorted(languages.items())
        }
    )


def _spoken(entries: Iterable[Kept], language: str) -> Mapping[str, Kept]:
    """The entries of a language, and of the fallback where it has none; in the order of ids."""
    found: dict[str, Kept] = {}
    for spoken in (FALLBACK, language):
        found |= {entry.id: entry for entry in entries if entry.language == spoken}
    return FrozenDict(sorted(found.items()))
