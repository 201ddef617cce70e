"""A knowledge base as deciding needs it: who closes what, who rivals whom; worked out once.

A set of entries is one whole number, a bit for each entry that screening can close: union, and the
question whether two sets meet, then cost next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from backfat_rules.decision.finding_state import FindingState
from backfat_rules.decision.opposites import is_protective, rivals_among
from backfat_rules.decision.severity import SeverityOf, severity_of
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.knowledge.policy import Guidance
from backfat_rules.knowledge.rules import Blocks, RecommendationRule, Screening
from backfat_rules.language import Facts, evaluate


@dataclass(frozen=True, slots=True)
class Candidate:
    """A recommendation, and what is always so of it.

    Attributes:
        bit: the recommendation as a set of one entry.
        rivals: the ids of what it must not be combined with.
        protects: whether it outranks those of its rivals that do not.
        harder_than: those rivals that lack a tag of it: it never comes in their place.
        severity: how severe what called for it is.
        evidence: what its verdict is worth, from 0 to 1.
        need: the id of the need that it is a way to; its own where it is the only one.
        served: how much it does for goals and complaints, from 0 to 1.
        purpose: the set of the tags for whose sake it is done.
    """

    id: str
    rule: RecommendationRule
    bit: int
    rivals: frozenset[str]
    protects: bool
    harder_than: frozenset[str]
    severity: SeverityOf
    evidence: float
    need: str
    served: Mapping[str, float]
    purpose: int


@dataclass(frozen=True, slots=True)
class Closing:
    """A screening rule, and the sets of entries that it closes."""

    rule: Screening
    fired: int
    unanswered: int

    def waits(self, known: Facts) -> bool:
        """Whether the answer of this person is waited for with something closed."""
        when = self.rule.unanswered_when
        return when is None or evaluate(when.tree, known) is True


class Rulebook:
    """What deciding needs to know of a knowledge base.

    Attributes:
        knowledge: what it was made from.
        bits: for each entry, and each tag, the set that holds it alone.
        closings: by the id of the screening rule.
        candidates: by the id of the recommendation.
        members: for each exercise itself and the members of a circuit, at any depth.
        exercises: the same as a set.
        sets: for each entry what closes it where it is closed; for an exercise also its members.
        needing_ok: the recommendations that need an OK where the gate waits for one, as a set.
        speaking: for each tag that speaks for advice: that advice, and what is not said without it.
        refuted: for each finding, how a decision says that it is false.
        concluded: all values and findings, as a set.
        habits: the facts that count as answers; neither a diagnosis nor an age is one.
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        words = dict(_words_of_entries(knowledge))
        self.bits = {id: 1 << at for at, id in enumerate(words)}
        self._called: dict[str, int] = {}
        for id, called in words.items():
            for word in called:
                self._called[word] = self._called.get(word, 0) | self.bits[id]
        self.closings = {
            rule.id: Closing(rule, self._set(rule.blocks), self._set(rule.unanswered))
            for rule in knowledge.screening.values()
        }
        rivals = rivals_among(knowledge.recommendations.values())
        self.candidates = {
            rule.id: Candidate(
                id=rule.id,
                rule=rule,
                bit=self.bits[rule.id],
                rivals=rivals[rule.id],
                protects=is_protective(rule, knowledge.axes),
                harder_than=_harder_than(rule, rivals[rule.id], knowledge),
                severity=severity_of(rule, knowledge),
                evidence=getattr(knowledge.policy.evidence, rule.verdict),
                need=rule.need or rule.id,
                served=rule.served,
                purpose=self.set_of(f"tag {tag}" for tag in rule.purpose),
            )
            for rule in knowledge.recommendations.values()
        }
        self.members = {
            id: tuple(self._with_members(each)) for id, each in knowledge.exercises.items()
        }
        self.exercises = {id: self.set_of(members) for id, members in self.members.items()}
        self.sets = self.bits | self.exercises
        needing_ok = (id for id, each in knowledge.recommendations.items() if each.needs_ok)
        self.needing_ok = self.set_of(needing_ok)
        self.speaking = tuple(self._speaking())
        self.refuted = {id: FindingState(id, False, None) for id in knowledge.findings}
        self.concluded = self.set_of([*knowledge.values, *knowledge.findings])
        left_out = {*knowledge.policy.not_counted_as_answers}
        self.habits = frozenset(
            fact.name
            for fact in knowledge.facts.values()
            if fact.changeable and fact.area not in left_out
        )

    def settling(self, id: str) -> tuple[str, ...]:
        """The ids of the screening rules that settle one."""
        return tuple(each for each, closing in self.closings.items() if id in closing.rule.settles)

    def set_of(self, ids: Iterable[str]) -> int:
        """Several entries as a set."""
        found = 0
        for id in ids:
            found |= self.bits[id]
        return found

    def _set(self, blocks: Blocks) -> int:
        """The entries that some blocks close."""
        found = 0
        for word in _words_of_blocks(blocks):
            found |= self._called.get(word, 0)
        return found

    def _speaking(self) -> Iterator[tuple[int, int]]:
        """Only what is said or shown: advice that waits for an OK is stopped for that."""
        knowledge = self.knowledge
        offered = (*knowledge.recommendations, *knowledge.exercises, *knowledge.foods)
        for tag in knowledge.tags.values():
            if tag.speaks_for:
                said = self._called[f"tag {tag.id}"] & ~self.set_of(offered)
                yield self.set_of(tag.speaks_for), said

    def _with_members(self, exercise: Exercise) -> Iterator[str]:
        yield exercise.id
        for id in exercise.members:
            yield from self._with_members(self.knowledge.exercises[id])


def rulebook_of(knowledge: KnowledgeBase) -> Rulebook:
    """The rulebook of a knowledge base, made once and kept with it."""
    return knowledge.once(Rulebook)


def _words_of_entries(knowledge: KnowledgeBase) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every entry that can be closed, with the words by which blocks may call it."""
    advice = (knowledge.recommendations, knowledge.messages)
    for entry in (each for entries in advice for each in entries.values()):
        yield entry.id, _words(entry.id, entry.tags, entry.topic)
    tagged = (knowledge.exercises, knowledge.foods, knowledge.values, knowledge.findings)
    for other in (each for entries in tagged for each in entries.values()):
        yield other.id, _words(other.id, other.tags)
    for id, guidance in guidance_of(knowledge).items():
        yield id, _words(id, guidance.tags)
    for tag in knowledge.tags:
        yield f"tag {tag}", (f"tag {tag}",)


def guidance_of(knowledge: KnowledgeBase) -> Mapping[str, Guidance]:
    """What is advised to everybody while answers are few, by id."""
    return {each.id: each for each in knowledge.policy.general_guidance}


def _words(id: str, tags: Iterable[str], topic: str = "") -> tuple[str, ...]:
    return (f"item {id}", *(f"topic {topic}" for _ in topic[:1]), *(f"tag {tag}" for tag in tags))


def _words_of_blocks(blocks: Blocks) -> Iterator[str]:
    yield from (f"item {id}" for id in blocks.items)
    yield from (f"tag {tag}" for tag in blocks.tags)
    yield from (f"topic {topic}" for topic in blocks.topics)


def _harder_than(
    rule: RecommendationRule, rivals: frozenset[str], knowledge: KnowledgeBase
) -> frozenset[str]:
    tags = {*rule.tags}
    return frozenset(id for id in rivals if not tags <= {*knowledge.recommendations[id].tags})
