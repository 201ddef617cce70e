"""What the screening rules of a draft close, and what follows, in a way of a condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf

from backfat_rules.knowledge.checks.strata import strata_of
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import Entry
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.links import tags_of
from backfat_rules.knowledge.rules import Blocks, Finding, RecommendationRule, Screening
from backfat_rules.knowledge.ways import Way, Ways
from backfat_rules.language import Expression, Range, Value, evaluate
from backfat_rules.language.tree import AnyOf


class Closing:
    """The rules of a draft together, looked at in each way in which a condition is true."""

    def __init__(self, draft: Draft) -> None:
        strata = strata_of(draft)
        findings = sorted(draft.every(Finding), key=lambda each: strata[each.id])
        self._definitions = {each.id: condition_of(each) for each in findings}
        self._ways = Ways(draft.vocabulary(), self._definitions)
        self._screening = [(self._plain(each), each) for each in draft.every(Screening)]
        self._advice = [
            (self._plain(each), each)
            for each in draft.every(RecommendationRule)
            if not each.needs_ok and not any(_holds(rule, each) for _, rule in self._screening)
        ]
        self._entries = {id: each for part in draft.entries.values() for id, each in part.items()}

    def opened(self, condition: Expression, closed: Blocks) -> tuple[str, str] | None:
        """The first way in which a condition is true and something is open, and what is."""
        if closed == Blocks():
            return None
        closing = [*self._closing(closed)]
        for way in self._ways.of(condition):
            left = next(self._left(way, closed, closing), None)
            if left is not None:
                return self._said(way), left
        return None

    def without_advice(self, condition: Expression) -> str | None:
        """The first way in which a condition is true and no advice is sure to be left."""
        for way in self._ways.of(condition):
            known = self._ways.followed(way)
            if not any(evaluate(when, known) is True for when, _ in self._advice):
                return self._said(way)
        return None

    def can_be(self, condition: Expression) -> bool:
        """Whether a condition is true in any way at all."""
        return bool(self._ways.of(condition))

    def _plain(self, rule: Screening | RecommendationRule) -> Expression:
        return self._ways.plain(rule.when.tree)

    def _closing(self, closed: Blocks) -> Iterator[tuple[Expression, Screening]]:
        """The rules that close any of this, or that leave no plan."""
        for when, rule in self._screening:
            held = (_held(rule.blocks, self._entries[id]) for id in closed.items)
            if (
                not GATES[rule.gate].has_plan
                or not {*closed.tags}.isdisjoint(rule.blocks.tags)
                or not {*closed.topics}.isdisjoint(rule.blocks.topics)
                or any(held)
            ):
                yield when, rule

    def _left(
        self, way: Way, closed: Blocks, closing: Iterable[tuple[Expression, Screening]]
    ) -> Iterator[str]:
        known = self._ways.followed(way)
        fired = [rule for when, rule in closing if evaluate(when, known) is True]
        if any(not GATES[rule.gate].has_plan for rule in fired):
            return
        blocks = [rule.blocks for rule in fired]
        yield from _missing(closed.tags, (each.tags for each in blocks))
        yield from _missing(closed.topics, (each.topics for each in blocks))
        for id in closed.items:
            if not any(_held(each, self._entries[id]) for each in blocks):
                yield id

    def _said(self, way: Way) -> str:
        known = (_said(name, value) for name, value in way.items() if name not in self._definitions)
        return " and ".join(known)


def condition_of(finding: Finding) -> Expression:
    """That one of the rules of a finding is true."""
    return AnyOf(tuple(rule.when.tree for rule in finding.rules))


def _missing(words: Iterable[str], blocked: Iterable[Iterable[str]]) -> Iterator[str]:
    found = {word for each in blocked for word in each}
    return (word for word in words if word not in found)


def _holds(rule: Screening, entry: Entry) -> bool:
    """Whether a screening rule ever takes an entry out."""
    return _held(rule.blocks, entry) or _held(rule.unanswered, entry)


def _held(blocks: Blocks, entry: Entry) -> bool:
    return blocks.hold(entry.id, tags_of(entry), getattr(entry, "topic", None))


def _said(name: str, value: Value) -> str:
    if isinstance(value, bool):
        return name if value else f"not ({name})"
    if isinstance(value, Range):
        low = f" from {value.lowest:g}" if value.lowest > -inf else ""
        return f"{name}{low}" + (f" up to {value.highest:g}" if value.highest < inf else "")
    return f"{name} == {value:g}"
