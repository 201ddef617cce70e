"""Questions in anybody's words, and which of those that the knowledge answers is meant.

A question is meant as far as its words, by what they weigh, are among those of a question that is
answered, and the other way round. A word that few of them have weighs more; one that none has
weighs most of all, so that whoever asks about something else is told that there is no answer.
Beside a word that is surely about the subject strange ones weigh little; a word of elsewhere
weighs most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.lines import as_one
from backfat_rules.knowledge.rules import MessageRule
from backfat_rules.knowledge.vocabulary import FALLBACK
from backfat_rules.profile import spaced
from backfat_rules.wording.meaning import Meaning

CLOSE_ENOUGH, BESIDE_THE_BEST = 0.5, 0.8
"""The least score, of 1, with which an answer is given, and the least share of the best's."""

_ASKED, _ANSWERED = 0.8, 0.2
"""How much it counts that what is asked is found, and that what is found is asked."""

_IN_ANOTHER_WORDING, _IN_THE_ANSWER = 0.6, 0.4
"""What a word counts that stands in another wording of the question, or only in the answer."""

_STRANGE = 1.5
"""How much heavier a word weighs that nothing speaks of than one that a single question has."""

_STRANGE_ON_TOPIC = 0.75
"""What all strange words weigh together beside one that is surely about what is answered here.

Whoever tells a story still asks.
"""

_OFF_TOPIC = 2
"""So many words must be known where none of them is surely about what is answered here."""

_ELSEWHERE = 2.5
"""How much heavier a word weighs that tells of something else, whatever is said beside it."""

_KINDS = ("myth", "faq", "expectation")


def answered(knowledge: KnowledgeBase) -> Iterator[MessageRule]:
    """Every message that answers a question: myths, then other questions, by id."""
    for kind in _KINDS:
        for message in knowledge.messages.values():
            if message.kind == kind and message.question:
                yield message


def closest(text: str, knowledge: KnowledgeBase, top: int) -> list[MessageRule]:
    """The messages that answer a text, the closest first; none where it is about something else.

    Raises:
        BackfatRulesError: snowballstemmer is not installed.
    """
    scores = knowledge.once(_Questions).scores(text)
    least = max(CLOSE_ENOUGH, BESIDE_THE_BEST * max(scores.values(), default=0.0))
    close = sorted((-score, id) for id, score in scores.items() if score >= least)
    return [knowledge.messages[id] for _, id in close[:top]]


@dataclass(frozen=True, slots=True)
class _Asked:
    """The wordings of one question, all their words, and those of its answer, as words mean it."""

    wordings: tuple[frozenset[str], ...]
    words: frozenset[str]
    answer: frozenset[str]


class _Questions:
    """Every question that a knowledge base answers, made once for it."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._meaning = Meaning(knowledge.vocabularies[FALLBACK])
        self._asked = {each.id: self._read(each, knowledge) for each in answered(knowledge)}
        having = Counter(word for each in self._asked.values() for word in each.words)
        speaking = {word for each in self._asked.values() for word in each.answer}
        self._known = frozenset([*having, *speaking])
        self._weights = {
            word: log(1 + len(self._asked) / (having[word] or 1)) for word in self._known
        }
        self._rarest = log(1 + len(self._asked))

    def _read(self, message: MessageRule, knowledge: KnowledgeBase) -> _Asked:
        asked = (message.question or "", *message.asked_as, spaced(message.id, "-"))
        claims = " ".join(knowledge.claims[id].says for id in message.claims)
        rest = f"{as_one(message.text)} {claims}"
        wordings = tuple(frozenset(self._meaning.of(each)) for each in asked)
        words = frozenset[str]().union(*wordings)
        return _Asked(wordings, words, frozenset(self._meaning.of(rest)) - words)

    def scores(self, text: str) -> Mapping[str, float]:
        """How well each message answers a text, from 0 to 1, by id."""
        words = self._meaning.without_slips(self._meaning.of(text), self._known)
        unknown = sum(word not in self._weights for word in words)
        on_topic = not self._meaning.topical.isdisjoint(words)
        least = 1 if on_topic or len(words) == 1 else _OFF_TOPIC
        if not words or (len(words) - unknown < least and not self._is_worded(words)):
            return {}
        each = _STRANGE_ON_TOPIC / (unknown or 1) if on_topic else _STRANGE
        weights = {word: self._weights.get(word, each * self._rarest) for word in words}
        return {id: self._score(weights, asked) for id, asked in self._asked.items()}

    def _is_worded(self, words: tuple[str, ...]) -> bool:
        """Whether some wording has just these words."""
        return any(
            wording == {*words} for each in self._asked.values() for wording in each.wordings
        )

    def _score(self, words: Mapping[str, float], asked: _Asked) -> float:
        far = self._meaning.elsewhere.difference(asked.words).intersection(words)
        words = {**words, **dict.fromkeys(sorted(far), _ELSEWHERE * self._rarest)}
        return max(self._likeness(words, wording, asked) for wording in asked.wordings)

    def _likeness(
        self, words: Mapping[str, float], wording: frozenset[str], asked: _Asked
    ) -> float:
        if words.keys() == wording:
            return 1.0
        found = sum(weight for word, weight in words.items() if word in wording)
        if not found:
            return 0.0
        beside = sum(words[word] for word in words if word in asked.words and word not in wording)
        answered = sum(words[word] for word in words if word in asked.answer)
        nearly = _IN_ANOTHER_WORDING * beside + _IN_THE_ANSWER * answered
        of_words = (found + nearly) / sum(words.values())
        of_wording = max(self._rarest, sum(self._weights[word] for word in sorted(wording)))
        return _ASKED * of_words + _ANSWERED * found / of_wording
