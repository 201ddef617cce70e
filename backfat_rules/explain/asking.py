"""Questions in anybody's words, and which of those that the knowledge answers is meant.

The answer is that of the question which the text is most like. None is given where too much of the
text is about something else: words of elsewhere, and words that nothing here speaks of.
"""

from __future__ import annotations

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

_ENOUGH = 10.0
"""How much must tell for a question, over what tells against it, for its answer to be given."""

_TOPICAL, _STRANGE, _ELSEWHERE = 5.0, 3.3, 5.0
"""What tells beside likeness: for it each word that is surely about what is answered here, against
it each that nothing here speaks of and each that is about something else."""

_FEW = 3
"""More such words of one kind tell no more: whoever tells a story still asks."""

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
        words = self._meaning.without_slips(self._meaning.of(text), self._content)
        likeness = self._likeness.of(words)
        ordered = sorted((-like, id) for id, like in likeness.items() if like)
        if not ordered or not self._is_meant(words, ordered[0][1], likeness):
            return []
        least = _BESIDE_THE_BEST * -ordered[0][0]
        return [id for less, id in ordered if -less >= least]

    def _is_meant(self, words: tuple[str, ...], id: str, likeness: Mapping[str, float]) -> bool:
        """Whether what tells that a question is meant outweighs what tells against it."""
        if self._likeness.is_worded(words, id):
            return True
        of_it = [word for word in words if self._likeness.has(word, id)]
        topical = sum(word in self._meaning.topical for word in of_it)
        elsewhere = sum(word in self._meaning.elsewhere for word in {*words}.difference(of_it))
        strange = sum(not says_little(word) and word not in self._content for word in words)
        tells_for = likeness[id] + _TOPICAL * min(topical, _FEW)
        tells_against = _STRANGE * min(strange, _FEW) + _ELSEWHERE * min(elsewhere, _FEW)
        return tells_for - tells_against > _ENOUGH
