"""What decides that an advice is given: this is the definition, and nothing else decides it.

Advice that is *called for* (its condition is true) is given unless one of these holds, in this
order:

1. the gate allows no plan, or screening has closed the advice;
2. the gate asks to see somebody first, and the advice needs an OK;
3. it is harder than a rival that outranks it and that safety has just taken out: what stood back
   behind intervals must not come in their place when a red flag closes them;
4. a rival that outranks it is given.

What is given is gathered by need: the open ways to one need stand together, the best of them first,
and the need has its priority. So a need is withheld only where every way to it is.

Of two rivals the one that protects outranks the one that does not; of two that protect, or do not,
the one of higher priority outranks the other. The id breaks ties.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from backfat_rules.decision.priority import PriorityParts, parts_of
from backfat_rules.decision.rulebook import Candidate, Rulebook
from backfat_rules.decision.screening import Screened, screen
from backfat_rules.inference import Derivation
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.policy import Policy

StopKind = Literal["block", "needs_ok", "rival"]


@dataclass(frozen=True, slots=True)
class Stop:
    """What keeps advice that is called for from being given.

    Attributes:
        kind: closed by screening, in need of an OK, or behind a rival that is given.
        by: the id of the screening rule, or of the rival.
        unanswered: whether the screening rule has not fired but is not answered.
    """

    kind: StopKind
    by: str
    unanswered: bool = False


class Ranked(NamedTuple):
    """Advice that is called for, with its priority and what that was made from."""

    candidate: Candidate
    priority: float
    parts: PriorityParts

    @property
    def id(self) -> str:
        """The id of the recommendation."""
        return self.candidate.id


Ways = tuple[Ranked, ...]
"""The open ways to one need, the best first."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was decided for one person.

    Attributes:
        given: what is advised, the most important first.
        needs: the same by the need that it is a way to, the most important need first.
        stopped: by the id of advice that was called for, what keeps it from being given.
    """

    screened: Screened
    given: Ways
    needs: tuple[Ways, ...]
    stopped: Mapping[str, Stop]

    def gives(self, id: str) -> bool:
        """Whether a recommendation is given."""
        return any(each.id == id for each in self.given)


def decide(derivation: Derivation, book: Rulebook) -> Outcome:
    """Which advice is given, in which order, and what stops the rest of what is called for."""
    screened = screen(derivation, book)
    if screened.no_plan:
        return Outcome(screened, (), (), {})
    called = ranked(derivation, book)
    unsafe = {each.id: stop for each in called if (stop := stopped(each.candidate, screened))}
    given: list[Ranked] = []
    behind: dict[str, Stop] = {}
    for each in sorted(called, key=_standing):
        if each.id not in unsafe:
            stop = _too_hard(each, called, unsafe) or _outranked(each, given)
            if stop is None:
                given.append(each)
            else:
                behind[each.id] = stop
    given.sort(key=_order)
    return Outcome(screened, tuple(given), by_need(given), unsafe | behind)


def by_need(given: Iterable[Ranked]) -> tuple[Ways, ...]:
    """What is given, gathered by need; both needs and ways stay in order."""
    ways: dict[str, list[Ranked]] = {}
    for each in given:
        ways.setdefault(each.candidate.need, []).append(each)
    return tuple(map(tuple, ways.values()))


def ranked(derivation: Derivation, book: Rulebook) -> list[Ranked]:
    """All advice that is called for, the most important first."""
    policy = book.knowledge.policy
    candidates = (book.candidates[id] for id in derivation.fired & book.candidates.keys())
    return sorted((rank(each, derivation, policy) for each in candidates), key=_order)


def rank(candidate: Candidate, derivation: Derivation, policy: Policy) -> Ranked:
    """How important a recommendation is, if it is called for."""
    parts = parts_of(candidate, candidate.severity(derivation), derivation.facts, policy)
    return Ranked(candidate, parts.total(policy.weights), parts)


def stopped(candidate: Candidate, screened: Screened) -> Stop | None:
    """What of screening keeps a recommendation from being given if it is called for."""
    block = screened.block_of_set(candidate.bit)
    if block is not None:
        return Stop("block", block.screening.id, block.unanswered)
    if GATES[screened.gate].waits_for_ok and candidate.rule.needs_ok:
        return Stop("needs_ok", screened.fired[0].rule.id)
    return None


def taken_out(screened: Screened, book: Rulebook) -> frozenset[str]:
    """The recommendations that screening keeps from being given, called for or not."""
    out = screened.closed
    if GATES[screened.gate].waits_for_ok:
        out |= book.needing_ok
    return frozenset([each.id for each in book.candidates.values() if each.bit & out])


def _too_hard(each: Ranked, called: Iterable[Ranked], unsafe: Mapping[str, Stop]) -> Stop | None:
    """The stop of a rival that it would otherwise replace, though it asks for more."""
    if each.candidate.harder_than.isdisjoint(unsafe):
        return None
    rivals = each.candidate.harder_than & unsafe.keys()
    place = _standing(each)
    outranking = [other.id for other in called if other.id in rivals and _standing(other) < place]
    return unsafe[min(outranking)] if outranking else None


def _outranked(each: Ranked, given: Iterable[Ranked]) -> Stop | None:
    """The first of the rivals that are given."""
    rivals = each.candidate.rivals
    if not rivals:
        return None
    rival = next((other.candidate.id for other in given if other.candidate.id in rivals), None)
    return None if rival is None else Stop("rival", rival)


def _standing(each: Ranked) -> tuple[bool, float, str]:
    """Its place among rivals: what protects first, then what is more important."""
    return not each.candidate.protects, *_order(each)


def _order(each: Ranked) -> tuple[float, str]:
    return -each.priority, each.candidate.id
