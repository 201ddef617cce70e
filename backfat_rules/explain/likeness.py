"""How much a text is like each of several questions, by the words that they share.

That is BM25 (Robertson and Zaragoza, 2009), with all wordings of a question as one document, and on
top of it what the text shares with the one wording that is most like it. A word that few questions
have weighs more; one of everyday talk weighs less than any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import log

from backfat_rules.wording.meaning import says_little

_SOON_ENOUGH, _LONGER = 1.2, 0.3
"""How soon more wordings with a word add nothing, and how much a long document loses (k1, b)."""

_EVERYDAY = 0.5
"""What a word of everyday talk weighs, for each that another of the same rarity weighs."""

_IN_THE_ANSWER = 0.3
"""For how many wordings a word counts that stands in the answer."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The wordings of one question, and the words of its answer, as words mean it."""

    wordings: tuple[frozenset[str], ...]
    answer: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words of one wording, and what they weigh together."""

    words: frozenset[str]
    weight: float


class Likeness:
    """Compares texts with questions.

    Args:
        questions: what is asked, by id.
    """

    def __init__(self, questions: Mapping[str, Asked]) -> None:
        self._number = len(questions)
        self._times = {id: _times(each) for id, each in questions.items()}
        self._having = Counter(
            word for each in questions.values() for word in frozenset().union(*each.wordings)
        )
        self.known = frozenset(word for each in self._times.values() for word in each)
        self._wordings = {id: self._weighed(each) for id, each in questions.items()}
        sizes = {id: sum(map(len, each.wordings)) for id, each in questions.items()}
        usual = sum(sizes.values()) / (len(sizes) or 1)
        self._patience = {
            id: _SOON_ENOUGH * (1 - _LONGER + _LONGER * size / usual) for id, size in sizes.items()
        }

    def of(self, words: Collection[str]) -> dict[str, float]:
        """How much some words are like each question, by id; 0 for what shares none of them."""
        weights = {word: self.weight(word) for word in words if word in self.known}
        return {id: self._of_one(weights, id) for id in self._times}

    def has(self, word: str, id: str) -> bool:
        """Whether a question or its answer has a word."""
        return word in self._times[id]

    def is_worded(self, words: Collection[str], id: str) -> bool:
        """Whether some wording of a question has just these words."""
        return any(each.words == {*words} for each in self._wordings[id])

    def weight(self, word: str) -> float:
        """What a word weighs: the more, the fewer questions have it."""
        having, of = self._having[word], self._number
        rarity = log(1 + (of - having + 0.5) / (having + 0.5))
        return _EVERYDAY * rarity if says_little(word) else rarity

    def _weighed(self, asked: Asked) -> tuple[_Wording, ...]:
        """The wordings of a question that have words at all."""
        return tuple(
            _Wording(each, sum(map(self.weight, sorted(each)))) for each in asked.wordings if each
        )

    def _of_one(self, weights: Mapping[str, float], id: str) -> float:
        times, patience = self._times[id], self._patience[id]
        shared = [(weight, times[word]) for word, weight in weights.items() if word in times]
        if not shared:
            return 0.0
        in_all = sum(
            weight * count * (_SOON_ENOUGH + 1) / (count + patience) for weight, count in shared
        )
        return in_all + max(self._of_wording(weights, each) for each in self._wordings[id])

    def _of_wording(self, weights: Mapping[str, float], wording: _Wording) -> float:
        """What is shared with one wording, by the share of the wording that this is."""
        shared = sum(weight for word, weight in weights.items() if word in wording.words)
        return shared * shared / wording.weight


def _times(asked: Asked) -> dict[str, float]:
    """In how many wordings each word stands."""
    times = Counter[str](word for wording in asked.wordings for word in wording)
    in_answer = {word: _IN_THE_ANSWER for word in asked.answer if not says_little(word)}
    return {word: times[word] + in_answer.get(word, 0.0) for word in {*times, *in_answer}}
