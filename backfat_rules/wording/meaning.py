"""What the words of a question mean, whatever their endings: the only home of snowballstemmer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Protocol

from backfat_rules.errors import BackfatRulesError
from backfat_rules.knowledge.vocabulary import Vocabulary

SAYS_LITTLE = "nothing"
"""The id of the words of everyday talk, which tell little about which question it is."""

_APOSTROPHES = re.compile("['\u2019]")
_APART = str.maketrans("-", " ")
_EVERYDAY = "~"
_WORD = re.compile(r"[^\W\d_][^\W_]*")
_LONG_ENOUGH, _ALIKE, _LONGER = 4, 0.84, 1
"""From so many letters on a word may hold a slip; so alike must it be to what was meant, and by so
many letters longer or shorter at most."""


class Stemmer(Protocol):
    """Takes the endings from words."""

    def stemWord(self, word: str) -> str:  # noqa: N802
        """A word without its ending."""
        ...


def says_little(word: str) -> bool:
    """Whether what a word means is only everyday talk."""
    return word.startswith(_EVERYDAY)


class Meaning:
    """Reads what is asked, in one language.

    Args:
        vocabulary: the words of the language, and which of them mean the same.

    Raises:
        BackfatRulesError: snowballstemmer is not installed, or knows no such language.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._stemmer = _stemmer(vocabulary.language.stems)
        alike = vocabulary.synonyms.values()
        self._together = _together(word for each in alike for word in each.words)
        meaning = [(_joined(word.lower()), each) for each in alike for word in each.words]
        exact = {word: f"={each.id}" for word, each in meaning if not each.elsewhere}
        self._same: Mapping[str, str] = {**self._by_stem(exact), **exact}
        self.elsewhere = frozenset(self._stem(word) for word, each in meaning if each.elsewhere)
        self.topical = frozenset(f"={each.id}" for each in alike if each.topical)

    def of(self, text: str) -> tuple[str, ...]:
        """What the words of a text mean, each once."""
        plain = _APOSTROPHES.sub("", text.lower()).translate(_APART)
        words = _WORD.findall(self._together.sub(lambda found: _joined(found[0]), plain))
        return tuple(dict.fromkeys(self._meant(word) for word in words))

    def without_slips(self, words: tuple[str, ...], known: frozenset[str]) -> tuple[str, ...]:
        """The words; one that is unknown becomes a known one that is nearly the same."""
        meant = {stem: id for stem, id in self._same.items() if id in known}
        spelled = {**meant, **{word: word for word in known if not word.startswith("=")}}
        known = known | self.elsewhere
        return tuple(dict.fromkeys(_nearest(word, known, spelled) for word in words))

    def _meant(self, word: str) -> str:
        """What a word means: as it is written, or else by its stem."""
        stem = self._stem(word)
        meant = self._same.get(word) or self._same.get(stem, stem)
        return f"{_EVERYDAY}{word}" if meant == f"={SAYS_LITTLE}" else meant

    def _by_stem(self, exact: Mapping[str, str]) -> Mapping[str, str]:
        """What the other forms of some words mean; nothing, where two of them disagree."""
        found: dict[str, set[str]] = {}
        for word, id in exact.items():
            found.setdefault(self._stem(word), set()).add(id)
        return {stem: min(ids) for stem, ids in found.items() if len(ids) == 1}

    def _stem(self, word: str) -> str:
        return self._stemmer.stemWord(word.lower())


def _joined(words: str) -> str:
    """Several words that mean something together, as one."""
    return words.replace(" ", "")


def _together(words: Iterable[str]) -> re.Pattern[str]:
    """Finds those that are several words in a row, the longest first."""
    several = sorted({word for word in words if " " in word}, key=lambda each: (-len(each), each))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, several))})\b" if several else r"(?!)")


def _nearest(word: str, known: frozenset[str], spelled: Mapping[str, str]) -> str:
    if word in known or len(word) < _LONG_ENOUGH:
        return word
    begun_alike = sorted(
        each for each in spelled if each[0] == word[0] and abs(len(each) - len(word)) <= _LONGER
    )
    found = next(iter(get_close_matches(word, begun_alike, 1, _ALIKE)), word)
    return spelled.get(found, word)


def _stemmer(language: str) -> Stemmer:
    try:
        import snowballstemmer  # an extra; nothing but questions in free words needs it
    except ImportError:
        raise BackfatRulesError(
            "Questions in free words need snowballstemmer: pip install 'backfat-rules[ask]'."
        ) from None
    try:
        stemmer: Stemmer = snowballstemmer.stemmer(language)
    except KeyError:
        raise BackfatRulesError(
            f"snowballstemmer knows no language {language!r}. Name one of its own, as in "
            "stems: english, in the words of the language."
        ) from None
    return stemmer
