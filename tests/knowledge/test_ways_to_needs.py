"""Needs and ways, and how much advice helps whom, in the shipped knowledge."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, product

import pytest

from backfat_rules.decision import rulebook_of
from backfat_rules.decision.end_tree import Ends
from backfat_rules.decision.rulebook import Candidate
from backfat_rules.knowledge import load_knowledge
from backfat_rules.language import Expression
from backfat_rules.language.tree import AllOf, AnyOf, Name

KNOWLEDGE = load_knowledge()
CANDIDATES = rulebook_of(KNOWLEDGE).candidates
PROBLEMS = KNOWLEDGE.once(Ends).problems
WANTED = [
    *((KNOWLEDGE.policy.goals_from, word) for word in KNOWLEDGE.facts["goals"].words),
    *((KNOWLEDGE.policy.complaint_from, word) for word in KNOWLEDGE.facts["complaint"].words),
]


def grounds(condition: Expression) -> set[str]:
    """The problems that call for something when they are there."""
    match condition:
        case Name(name):
            return {name} & PROBLEMS
        case AllOf(parts) | AnyOf(parts):
            return {name for part in parts for name in grounds(part)}
    return set()


def test_one_finding_calls_for_one_recommendation_on_a_topic() -> None:
    """Nobody reads the same reason twice on a topic: further advice on it is another way.

    But for what holds something back, and what is offered in its place.
    """
    twice = [
        (one.id, other.id)
        for one, other in combinations(CANDIDATES.values(), 2)
        if one.rule.topic == other.rule.topic
        and one.need != other.need
        and one.protects == other.protects
        and other.id not in one.rivals
        and grounds(one.rule.when.tree) & grounds(other.rule.when.tree)
    ]
    assert twice == []


def test_a_need_has_several_ways() -> None:
    """A need is there because there are several ways to it."""
    ways = Counter(each.need for each in CANDIDATES.values())
    assert {id: ways[id] for id in KNOWLEDGE.needs if ways[id] < 2} == {}


@pytest.mark.parametrize(("fact", "word"), WANTED)
def test_something_is_done_about_whatever_brings_people(fact: str, word: str) -> None:
    """For every goal and every complaint some advice does all it can, and some does little."""
    helps = [each.served.get(word, 0) for each in CANDIDATES.values()]
    assert sum(share >= 0.8 for share in helps) >= 3
    assert min(helps) < 0.3
    assert all(each.served for each in CANDIDATES.values())


def strength(candidate: Candidate) -> float:
    """What the author gave it, without what is a person's in it."""
    weights = KNOWLEDGE.policy.weights
    return weights.impact * candidate.rule.impact + weights.evidence * candidate.evidence


def test_what_replaces_another_way_helps_with_the_same() -> None:
    """Which of two ways replaces the other does not hang on goals or complaints."""
    for one, other in product(CANDIDATES.values(), repeat=2):
        if other.id in one.rule.not_with and one.need == other.need:
            first, second = sorted((one, other), key=strength)
            assert all(second.served.get(word, 0) >= share for word, share in first.served.items())


def test_what_advice_is_for_is_none_of_its_own_tags_alone() -> None:
    """A purpose says more than the tags, which close the advice itself."""
    for each in KNOWLEDGE.recommendations.values():
        assert not each.purpose or {*each.purpose} - {*each.tags}
