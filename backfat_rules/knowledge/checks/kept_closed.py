"""What must stay closed is closed in every way in which it must, by all rules together.

Silence is never bolder than an answer: what an open question closes, a yes keeps closed. And what
has to wait while a finding is true is closed wherever it is true.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from backfat_rules.knowledge.checks.strata import strata_of
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.links import tags_of
from backfat_rules.knowledge.rules import Blocks, Finding, Screening
from backfat_rules.knowledge.ways import Way, Ways
from backfat_rules.language import Expression, Range, Value, evaluate
from backfat_rules.language.tree import AnyOf


def check_kept_closed(draft: Draft) -> None:
    """Look at each screening rule with ``unanswered``, and at each finding with ``must_wait``."""
    closing = _Closing(draft)
    for rule in draft.every(Screening):
        opened = closing.opened(rule.when.tree, rule.unanswered)
        if opened is not None:
            way, left = opened
            message = f"{left} is closed until this is answered, and open with this answer: {way}."
            remedy = (
                f"Add {left} to blocks; or, where this answer should close less, give it a rule of"
                f" its own whose unanswered leaves out {left}."
            )
            draft.note(rule.place.of("unanswered"), "opened-by-an-answer", message, remedy)
    for finding in draft.every(Finding):
        condition = AnyOf(tuple(each.when.tree for each in finding.rules))
        opened = closing.opened(condition, Blocks(tags=finding.must_wait))
        if opened is not None:
            way, left = opened
            message = f"{left} must wait while {finding.id} is true, and is open with: {way}."
            remedy = f"Add {left} to the blocks of a rule that fires then, or narrow the finding."
            draft.note(finding.place.of("must_wait"), "open-though-it-must-wait", message, remedy)


class _Closing:
    """What the screening rules close, rule by rule, in a way in which a condition is true."""

    def __init__(self, draft: Draft) -> None:
        strata = strata_of(draft)
        findings = sorted(draft.every(Finding), key=lambda each: strata[each.id])
        definitions = {
            each.id: AnyOf(tuple(rule.when.tree for rule in each.rules)) for each in findings
        }
        self._ways = Ways(draft.vocabulary(), definitions)
        self._findings = definitions.keys()
        self._screening = [
            (self._ways.plain(each.when.tree), each) for each in draft.every(Screening)
        ]
        self._entries = {id: each for part in draft.entries.values() for id, each in part.items()}

    def opened(self, condition: Expression, closed: Blocks) -> tuple[str, str] | None:
        """The first way in which a condition is true and something is open, and what is."""
        if closed == Blocks():
            return None
        for way in self._ways.of(condition):
            left = next(self._left(way, closed), None)
            if left is not None:
                return self._said(way), left
        return None

    def _left(self, way: Way, closed: Blocks) -> Iterator[str]:
        known = self._ways.followed(way)
        fired = [rule for when, rule in self._screening if evaluate(when, known) is True]
        if any(not GATES[rule.gate].has_plan for rule in fired):
            return
        blocks = [rule.blocks for rule in fired]
        yield from (tag for tag in closed.tags if not any(tag in each.tags for each in blocks))
        yield from (each for each in closed.topics if not any(each in one.topics for one in blocks))
        for id in closed.items:
            tags, topic = tags_of(self._entries[id]), getattr(self._entries[id], "topic", None)
            if not any(each.hold(id, tags, topic) for each in blocks):
                yield id

    def _said(self, way: Way) -> str:
        known = (_said(name, value) for name, value in way.items() if name not in self._findings)
        return " and ".join(known)


def _said(name: str, value: Value) -> str:
    if isinstance(value, bool):
        return name if value else f"not ({name})"
    if isinstance(value, Range):
        low = f" from {value.lowest:g}" if value.lowest > -inf else ""
        return f"{name}{low}" + (f" up to {value.highest:g}" if value.highest < inf else "")
    return f"{name} == {value:g}"
