"""What comes and goes while one number of a person runs from low to high and all else stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import ceil, floor

from backfat_rules.errors import BackfatRulesError, ProfileError, UnknownIdError, did_you_mean
from backfat_rules.knowledge.gates import GateName
from backfat_rules.plain import cut, shown_value
from backfat_rules.planning import Reasoner
from backfat_rules.planning.telling import Telling
from backfat_rules.planning.told import checked_facts
from backfat_rules.profile import Fact
from backfat_rules.profile.ranges import retold
from backfat_rules.views.charts.sweep_chart import Span, Stretch, Sweep
from backfat_rules.wording.measured import is_exact_number

_STEPS = 40
"""How often is looked between low and high, besides at every limit, before borders are sought."""
_FINENESS = 2000
"""Borders are found to this part of the way."""


@dataclass(frozen=True, slots=True)
class _At:
    """What is decided at one number: the gate, and the advice with its priority."""

    gate: GateName
    given: tuple[str, ...]
    leads: tuple[tuple[str, float], ...]

    @property
    def same(self) -> tuple[object, ...]:
        return self.gate, self.given


def swept(
    name: str, person: Telling, reasoner: Reasoner, low: float | None, high: float | None
) -> Sweep:
    """What holds where, from ``low`` to ``high``.

    Raises:
        UnknownIdError: there is no such fact.
        BackfatRulesError: it is no number, or one that this person is not shown, or there is no way
            from ``low`` to ``high``.
    """
    fact = _fact(name, person)
    told = person.derivation.facts.get(name)
    here = float(told) if is_exact_number(told) else None
    low, high = _ends(fact, here, person, low, high)
    look = _Looking(fact, person, reasoner, low, high)
    segments = look.segments()
    inside = here if here is not None and low <= here <= high else None
    return Sweep(
        fact=name,
        whole=fact.whole,
        low=low,
        high=high,
        here=inside,
        marks=tuple(start for start, _, _ in segments[1:]),
        gates=tuple(look.gates(segments)),
        advice=tuple(look.advice(segments)),
    )


def _fact(name: str, person: Telling) -> Fact:
    facts = person.knowledge.facts
    if name not in facts:
        remedy = did_you_mean(cut(str(name)), [*facts])
        raise UnknownIdError(f"There is no fact {cut(str(name))!r}. {remedy}".rstrip())
    if facts[name].type.kind != "number":
        raise BackfatRulesError(f"{name} is no number, so it has no way from low to high.")
    if name in person.hidden_numbers:
        raise BackfatRulesError(f"{name} is among the numbers that this person is not shown.")
    return facts[name]


def _ends(
    fact: Fact, here: float | None, person: Telling, low: float | None, high: float | None
) -> tuple[float, float]:
    """The way asked for; else one around all limits of the fact and what the person told."""
    limits = [float(each.number) for each in person.reader.limits.of(fact.name)]
    around = sorted([*limits, *([] if here is None else [here])])
    margin = (around[-1] - around[0]) / 4 or abs(around[0]) / 2 or 1 if around else 0
    first = around[0] - margin if around else 0.0
    last = around[-1] + margin if around else 100.0
    if margin > 1:  # round numbers where a unit more or less does not matter
        first, last = float(floor(first)), float(ceil(last))
    first = max(first, first if fact.low is None else fact.low)
    last = min(last, last if fact.high is None else fact.high)
    ends = (_checked(low, first, fact), _checked(high, last, fact))
    if fact.whole:
        ends = (float(round(ends[0])), float(round(ends[1])))
    if ends[0] >= ends[1]:
        raise BackfatRulesError(f"{fact.name} has no way from {ends[0]:g} to {ends[1]:g}.")
    return ends


def _checked(asked: float | None, usual: float, fact: Fact) -> float:
    if asked is None:
        return usual
    least, most = fact.low, fact.high
    if not is_exact_number(asked) or not (
        (least is None or asked >= least) and (most is None or asked <= most)
    ):
        ends = " to ".join(f"{end:g}" for end in (least, most) if end is not None)
        raise BackfatRulesError(f"{fact.name} lies in {ends}, and not at {shown_value(asked)}.")
    return float(asked)


Segment = tuple[float, float, _At | None]
"""From where to where something is decided; None where the numbers cannot be right together."""


class _Looking:
    def __init__(
        self, fact: Fact, person: Telling, reasoner: Reasoner, low: float, high: float
    ) -> None:
        self.fact = fact
        self.person = person
        self.reasoner = reasoner
        self.low, self.high = low, high
        self.limits = [float(each.number) for each in person.reader.limits.of(fact.name)]
        self.seen: dict[float, _At | None] = {}

    def at(self, number: float) -> _At | None:
        """What is decided there; looked at once."""
        if number not in self.seen:
            self.seen[number] = self._decided(number)
        return self.seen[number]

    def _decided(self, number: float) -> _At | None:
        told: float = int(number) if self.fact.whole else number
        facts = retold(self.person.derivation.facts, {self.fact.name: told})
        try:
            checked = checked_facts(facts, self.person.knowledge)
        except ProfileError:
            return None
        decision = self.reasoner.telling(checked).decision
        leads = tuple((each.id, each.priority) for each in decision.advice)
        return _At(decision.gate, tuple(sorted(decision.advised)), leads)

    def segments(self) -> list[Segment]:
        """The way in parts, in each of which everything stays as it is."""
        found: list[Segment] = []
        begin = self.low
        for left, right in pairwise(self._points()):
            for border in self._borders(left, right):
                found.append((begin, border, self.at(begin)))
                begin = border
        end = self.high + 1 if self.fact.whole else self.high
        return [*found, (begin, end, self.at(begin))]

    def _points(self) -> list[float]:
        step = (self.high - self.low) / _STEPS
        points = {self.low + at * step for at in range(_STEPS)} | {self.high}
        points |= {each for each in self.limits if self.low < each < self.high}
        return sorted({float(round(each)) for each in points} if self.fact.whole else points)

    def _borders(self, left: float, right: float) -> Iterator[float]:
        """Where something changes between two numbers, each border the first of what is new."""
        if self._same(left, right):
            return
        if right - left <= self._finest():
            yield right
            return
        middle = (left + right) / 2
        if self.fact.whole:
            middle = float(int(middle))
        yield from self._borders(left, middle)
        yield from self._borders(middle, right)

    def _finest(self) -> float:
        return 1.0 if self.fact.whole else (self.high - self.low) / _FINENESS

    def _same(self, left: float, right: float) -> bool:
        one, other = self.at(left), self.at(right)
        return (one.same if one else None) == (other.same if other else None)

    def gates(self, segments: Sequence[Segment]) -> Iterator[Stretch]:
        """Each gate in the order in which it comes, where there is more than one."""
        names = list(dict.fromkeys(each.gate for _, _, each in segments if each))
        reader = self.person.reader
        for name in names if len(names) > 1 else []:
            label = reader.opening(reader.word("gates", name))
            yield Stretch(label, _joined(segments, partial(_has_gate, name)))

    def advice(self, segments: Sequence[Segment]) -> Iterator[Stretch]:
        """What leads somewhere and is not given everywhere, what matters most first."""
        most: dict[str, float] = {}
        for each in (each for _, _, each in segments if each):
            for id, priority in each.leads:
                most[id] = max(priority, most.get(id, 0))
        rules = self.person.knowledge.recommendations
        for id in sorted(most, key=lambda id: (-most[id], id)):
            if not all(each and id in each.given for _, _, each in segments):
                spans = _joined(segments, partial(_gives, id))
                yield Stretch(rules[id].title, spans)


def _has_gate(gate: GateName, at: _At) -> bool:
    return at.gate == gate


def _gives(id: str, at: _At) -> bool:
    return id in at.given


def _joined(segments: Sequence[Segment], holds: Callable[[_At], bool]) -> tuple[Span, ...]:
    """The parts in which something holds; neighbours are one."""
    spans: list[Span] = []
    for begin, end, at in segments:
        if at is None or not holds(at):
            continue
        if spans and spans[-1][1] == begin:
            begin = spans.pop()[0]
        spans.append((begin, end))
    return tuple(spans)
