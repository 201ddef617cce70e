"""What is still worth asking: unanswered facts that could change the plan."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import reduce
from operator import or_
from typing import NamedTuple

from backfat_rules.decision import Person
from backfat_rules.inference import Program
from backfat_rules.inference.waiting import Waiting
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.rules import RecommendationRule, Screening
from backfat_rules.planning.asked import fact_question, why_asked
from backfat_rules.planning.places import barred, places_of
from backfat_rules.planning.question import Question
from backfat_rules.planning.telling import Telling

_MODIFY = GATES["modify"].rank


class Asking(NamedTuple):
    """An entry that answers could decide, with what its unknown parts wait for.

    Attributes:
        gate: how strict the gate is that it sets; 0 for a recommendation.
        waits: the set of facts on which it hangs, as ``Waiting`` has it.
        rank: how strict the gate is that one answer alone could set.
        impact: how much the entry matters.
    """

    entry: Screening | RecommendationRule
    gate: int
    waits: int
    rank: int
    impact: float


class Decides(NamedTuple):
    """What hangs on the answer to one fact.

    Attributes:
        title: of the entry that is decided first of all.
        releases: ids of what is held back until it is answered.
    """

    title: str
    releases: tuple[str, ...]


def open_questions(
    telling: Telling,
    *,
    skip: Collection[str] = (),
    settled: Collection[str] = (),
    only: Collection[str] | None = None,
    limit: int | None = None,
) -> tuple[Question, ...]:
    """Every unanswered fact that could change the plan, the most useful question first.

    What only puzzles the person, or comes after an answer that was not given, is left out, but
    where it is asked for what certain advice waits for.

    The arguments are those of ``open_facts``.
    """
    knowledge = telling.knowledge
    places = knowledge.once(places_of)
    closed = barred(telling).union(skip) if only is None else skip
    found = open_facts(telling, skip=closed, settled=settled, only=only, limit=limit)
    return tuple(
        fact_question(
            knowledge.facts[name],
            why_asked(knowledge.facts[name], telling, decides.title),
            telling,
            *places.get(name, (None, None)),
            releases=decides.releases,
        )
        for name, decides in found.items()
    )


def open_facts(
    telling: Telling,
    *,
    skip: Collection[str] = (),
    settled: Collection[str] = (),
    only: Collection[str] | None = None,
    limit: int | None = None,
) -> dict[str, Decides]:
    """Every unanswered fact that could change the plan, with what it decides, the best first.

    Where the gate allows no plan, only what could be more urgent still is a reason to ask. Else
    safety comes first, by the strictest gate that the answer could set by itself; then what it is
    expected to settle, weighted by how much that matters. What is dangerous only together with
    something else (raised blood pressure in a pregnancy) is asked once the other half is known.

    Args:
        telling: what is known, and who is asked.
        skip: facts not to ask for, because the person does not know them.
        settled: ids of advice that no answer can change any more.
        only: ids of the advice and screening rules that are asked for; all if None.
        limit: how many to return; all if None.
    """
    knowledge = telling.knowledge
    waiting = knowledge.once(_waiting_of)
    silent = not_asked(telling).union(skip)
    unasked = sum(waiting.bits[name] for name in silent if name in waiting.bits)
    asking = [each for each in _asking(telling, settled, only) if each.waits & ~unasked]
    ranks = _ranks(asking, waiting.bits.items(), unasked, limit)
    weights = {
        name: sum(
            each.impact / each.waits.bit_count()
            for each in asking
            if each.waits & waiting.bits[name]
        )
        for name in ranks
    }
    ranked = sorted(ranks, key=lambda name: (-ranks[name], -round(weights[name], 9), name))
    held = held_back(telling)
    return {
        name: Decides(
            _first_decided(asking, waiting.bits[name], unasked).entry.title,
            _released(asking, waiting.bits[name], held),
        )
        for name in ranked[:limit]
    }


def held_back(telling: Telling) -> Mapping[str, tuple[str, ...]]:
    """What each open screening rule keeps back that is called for, by the id of the rule."""
    sets = telling.book.sets
    held = [each.id for each in telling.decision.withheld if each.unanswered]
    kept = {
        each.rule.id: tuple(id for id in held if each.unanswered & sets[id])
        for each in telling.screened.unanswered
    }
    return {rule: ids for rule, ids in kept.items() if ids}


def _released(
    asking: Iterable[Asking], bit: int, held: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Everything held back by a rule that waits for the fact."""
    found = (id for each in asking if each.waits & bit for id in held.get(each.entry.id, ()))
    return tuple(sorted({*found}))


def _waiting_of(knowledge: KnowledgeBase) -> Waiting:
    return Waiting(knowledge.once(Program.of), knowledge.facts)


def not_asked(person: Person) -> frozenset[str]:
    """Facts that would only puzzle this person, and numbers that would be hidden at once."""
    known = person.derivation.known
    puzzling = (
        fact
        for each in person.knowledge.policy.not_asked
        if each.holds_for(known)
        for fact in each.facts
    )
    return person.useless_numbers.union(puzzling)


def _asking(
    telling: Telling, settled: Collection[str], only: Collection[str] | None
) -> Iterator[Asking]:
    """What answers could decide; a contradiction is never a reason to ask."""
    parts_of = telling.knowledge.once(_waiting_of).parts_of(telling.derivation)
    now = GATES[telling.screened.gate].rank if telling.screened.no_plan else None
    for at, entry, gate, impact in telling.knowledge.once(askable):
        if now is not None and gate <= now:
            continue
        parts = parts_of[at]
        waits = reduce(or_, parts)
        if waits and entry.id not in settled and (only is None or entry.id in only):
            by_itself = gate <= _MODIFY or len({*parts} - {0}) == 1
            yield Asking(entry, gate, waits, gate if by_itself else _MODIFY, impact)


def askable(
    knowledge: KnowledgeBase,
) -> tuple[tuple[int, Screening | RecommendationRule, int, float], ...]:
    """What is a reason to ask: its place in the program's advice, its gate and its impact."""
    found: list[tuple[int, Screening | RecommendationRule, int, float]] = []
    for at, id in enumerate(knowledge.once(Program.of).advice):
        rule, advice = knowledge.screening.get(id), knowledge.recommendations.get(id)
        if rule is not None and GATES[rule.gate].asked_for:
            found.append((at, rule, GATES[rule.gate].rank, 1.0))
        elif advice is not None:
            found.append((at, advice, 0, advice.impact))
    return tuple(found)


def _ranks(
    asking: Collection[Asking], bits: Iterable[tuple[str, int]], unasked: int, limit: int | None
) -> dict[str, int]:
    """The strictest gate that each fact could set alone; only of facts that can be among the first.

    As the gate comes first, most facts need not be weighed where few questions are wanted.
    """
    by_rank: dict[int, int] = {}
    for each in asking:
        by_rank[each.rank] = by_rank.get(each.rank, 0) | each.waits
    found, seen = dict[str, int](), unasked
    for rank in sorted(by_rank, reverse=True):
        new = by_rank[rank] & ~seen
        found.update((name, rank) for name, bit in bits if bit & new)
        seen |= new
        if limit is not None and len(found) >= limit:
            break
    return found


def _first_decided(asking: Iterable[Asking], bit: int, unasked: int) -> Asking:
    """What an answer decides first of all: what sets the strictest gate, or matters most.

    What waits for something that this person is never asked as well is named last of all.
    """
    return max(
        (each for each in asking if each.waits & bit),
        key=lambda each: (not each.waits & unasked, each.gate, each.impact),
    )
