"""Questions in anybody's words, and which of those that the knowledge answers is meant.

The answer is that of the question which the text is most like. None is given where too much of the
text is about something else: words of elsewhere, and words that nothing here speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from backfat_rules.explain.likeness import Asked, Likeness
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.lines import as_one
from backfat_rules.knowledge.rules import MessageRule
from backfat_rules.knowledge.vocabulary import FALLBACK
from backfat_rules.profile import spaced
from backfat_rules.wording.meaning import Meaning, says_little

_BESIDE_THE_BEST = 0.8
"""The least likeness, of the best's, with which another answer is given as well."""

_ENOUGH = 8.5
"""How much must tell for a question, over what tells against it, for its answer to be given."""

_TOPICAL, _ELSEWHERE, _FEW = 3.0, 2.0, 3
"""What each word tells for a question that is surely about what is answered here, and against it
that is about something else; more than a few tell no more."""

_NOT_IN_IT, _STORY = 0.85, 12.0
"""What a word tells against a question that does not have it, for each that it weighs, and the most
that all of them tell: whoever tells a story still asks."""

_STORY_FROM, _ITS_END = 4, 1.5
"""From how many sentences on a text is a story, and how much its last one counts once more."""

_SENTENCE = re.compile(r"(?<=[.?!])\s+")

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
    return [knowledge.messages[id] for id in knowledge.once(_Questions).closest(text)[:top]]


class _Questions:
    """Every question that a knowledge base answers, made once for it."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._meaning = Meaning(knowledge.vocabularies[FALLBACK])
        asked = {each.id: self._read(each, knowledge) for each in answered(knowledge)}
        self._likeness = Likeness(asked)
        self._content = frozenset(word for word in self._likeness.known if not says_little(word))

    def _read(self, message: MessageRule, knowledge: KnowledgeBase) -> Asked:
        asked = (message.question or "", *message.asked_as, spaced(message.id, "-"))
        claims = " ".join(knowledge.claims[id].says for id in message.claims)
        return Asked(
            wordings=tuple(frozenset(self._meaning.of(each)) for each in asked),
            answer=frozenset(self._meaning.of(f"{as_one(message.text)} {claims}")),
        )

    def closest(self, text: str) -> list[str]:
        """The ids of the questions that a text is most like, where it is about any of them."""
        words = self._words(text)
        alike = {id: like for id, like in self._likeness.of(words).items() if like}
        if not alike:
            return []
        likeness = self._with_the_end(text, alike)
        worded = {id for id in likeness if self._likeness.is_worded(words, id)}
        best, *others = sorted(likeness, key=lambda id: (id not in worded, -likeness[id], id))
        if best not in worded and not self._is_meant(words, best, alike[best]):
            return []
        least = _BESIDE_THE_BEST * likeness[best]
        return [best, *(id for id in others if likeness[id] >= least)]

    def _words(self, text: str) -> tuple[str, ...]:
        return self._meaning.without_slips(self._meaning.of(text), self._content)

    def _with_the_end(self, text: str, likeness: Mapping[str, float]) -> Mapping[str, float]:
        """Likenesses to a text; whoever tells a story asks at its end, which counts more."""
        sentences = _SENTENCE.split(text.strip())
        if len(sentences) < _STORY_FROM:
            return likeness
        end = self._likeness.of(self._words(sentences[-1]))
        return {id: like + _ITS_END * end[id] for id, like in likeness.items()}

    def _is_meant(self, words: tuple[str, ...], id: str, likeness: float) -> bool:
        """Whether what tells that a question is meant outweighs what tells against it."""
        of_it = {word for word in words if self._likeness.has(word, id)}
        others = [word for word in words if word not in of_it and not says_little(word)]
        topical, elsewhere = self._meaning.topical & of_it, self._meaning.elsewhere & {*others}
        said = [word for word in of_it if not says_little(word)]
        if not others and (topical or len(said) > 1 or len(words) == 1):
            return True
        missing = _NOT_IN_IT * sum(map(self._likeness.weight, others))
        tells_for = likeness + _TOPICAL * min(len(topical), _FEW)
        tells_against = min(missing, _STORY) + _ELSEWHERE * min(len(elsewhere), _FEW)
        return tells_for - tells_against > _ENOUGH
