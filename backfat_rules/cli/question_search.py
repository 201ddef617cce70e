"""The questions that the knowledge base answers, and which of them somebody means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from math import log
from operator import mul

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, Prefix

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.lines import as_one
from backfat_rules.knowledge.rules import MessageRule
from backfat_rules.profile import spaced

CLOSE_ENOUGH, BESIDE_THE_BEST = 40.0, 0.6
"""The least score, of 100, with which a question is offered, and the least share of the best's."""

_SHORT, _LONG = 6, 8
"""From so many letters on a word may have one slip, and two."""

_STEM = 0.7
"""How much of the longer of two words both must begin with to be forms of one."""

_KINDS = ("myth", "faq", "expectation")
_SMALL = re.compile(
    r"(a|about|am|an|and|any|are|as|at|be|been|but|by|can|could|did|do|does|for|from|get|had|has"
    r"|have|how|i|if|in|into|is|it|its|just|me|mean|means|my|of|on|or|should|so|some|that|the|their|them"
    r"|then|there|they|this|to|too|was|were|what|when|where|which|who|why|will|with|would|you|your)"
)
"""Words that every question has; they tell nothing about which one it is."""


def asked(base: KnowledgeBase) -> Iterator[MessageRule]:
    """Every message that answers a question: myths, then other questions, by id."""
    for kind in _KINDS:
        for message in base.messages.values():
            if message.kind == kind and message.question:
                yield message


def closest(text: str, base: KnowledgeBase, top: int) -> list[MessageRule]:
    """The messages whose questions are closest to a text, the closest first; ids break ties."""
    found = scores(text, base)
    least = max(CLOSE_ENOUGH, BESIDE_THE_BEST * max(found.values(), default=0))
    close = [(-points, id) for id, points in found.items() if points >= least]
    return [base.messages[id] for _, id in sorted(close)[:top]]


def scores(text: str, base: KnowledgeBase) -> Mapping[str, float]:
    """How well each message answers a text, from 0 to 100, by id.

    Each word that matters is looked for in the question and, for less, in the answer and the
    claims it answers; slips of the pen are forgiven, and a word that few messages have counts for
    more. How alike the whole questions are decides between messages with the same words.
    """
    words = _words(text)
    if not words:
        return {}
    found = {message.id: _found(words, message, base) for message in asked(base)}
    weights = []
    for at in range(len(words)):
        having = sum(likeness[at] > 0 for likeness in found.values())
        weights.append(log(1 + len(found) / (having or 1)) * (1 if having else 0.5))
    return {
        id: 0.7 * sum(map(mul, weights, likeness)) / sum(weights)
        + 0.3 * fuzz.token_set_ratio(" ".join(words), " ".join(_question(base.messages[id])))
        for id, likeness in found.items()
    }


def _found(words: list[str], message: MessageRule, base: KnowledgeBase) -> list[float]:
    """For each word, how well the message has it, from 0 to 100."""
    claims = " ".join(base.claims[id].says for id in message.claims)
    question, rest = _question(message), _words(f"{as_one(message.text)} {claims}")
    return [max(_best(word, question), 0.6 * _best(word, rest)) for word in words]


def _question(message: MessageRule) -> list[str]:
    return _words(f"{message.question} {spaced(message.id, '-')}")


def wording(message: MessageRule, base: KnowledgeBase) -> str:
    """The answer as it reads without a person: numbers of a person become their names."""
    labels = {name: f"[{fact.label}]" for name, fact in base.facts.items()}
    labels |= {name: f"[{value.title}]" for name, value in base.values.items()}
    return " ".join(line.text.fill(labels) or line.text.text for line in message.text)


def _best(word: str, words: list[str]) -> float:
    """The likeness of a word to the nearest of some words."""
    return max((_likeness(word, each) for each in words), default=0.0)


def _likeness(one: str, other: str) -> float:
    """100 for equal words, less for a slip of the pen or another ending, 0 for strangers.

    Words that merely look alike, as "weather" and "water" do, are strangers.
    """
    longer = max(len(one), len(other))
    slips = 0 if longer < _SHORT else 1 if longer < _LONG else 2
    if one[:1] != other[:1]:  # hardly anybody errs in the first letter
        return 0.0
    stem = Prefix.similarity(one, other)
    same = stem >= max(_SHORT - 1, _STEM * longer) or one.rstrip("s") == other.rstrip("s")
    if same or OSA.distance(one, other, score_cutoff=slips) <= slips:
        return fuzz.ratio(one, other)
    return 0.0


def _words(text: str) -> list[str]:
    found = re.findall(r"[a-z0-9]+", text.lower())
    return [word for word in dict.fromkeys(found) if not _SMALL.fullmatch(word)]
