"""The slowest of many calls: outlook, least change, and the next question of an interview."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from random import Random
from statistics import median

from backfat_rules import Interview, Plan, load_knowledge, recommend
from backfat_rules.language import Value
from benchmarks.measure import Contestant, Effort, times
from benchmarks.people import extremes, people
from benchmarks.report import Line

CALLS = 1000
TOLD = (0, 3, 8, 12, 20, 40, 60)


def lines(effort: Effort) -> Iterator[Line]:
    """The goals of what searches."""
    count = effort.of(CALLS)
    outlook = Contestant(lambda plan: plan.outlook, _plans(seed=1))
    yield Line(f"outlook, worst of {count}", (100,), (max(times(outlook, count, effort)),))
    least = Contestant(_least_change, _asked(seed=2))
    yield Line(f"least_change, worst of {count}", (100,), (max(times(least, count, effort)),))
    interview = Contestant(lambda interview: interview.question, _interviews())
    asked = times(interview, count // 4, effort)
    yield Line("next question, median / worst", (10, 60), (median(asked), max(asked)))


def _plans(seed: int) -> Iterator[Plan]:
    """Plans of people with few and many answers, and of those with one extreme answer."""
    draw = Random(seed)
    alone = list(extremes())
    draw.shuffle(alone)
    everybody = [people(answered, seed) for answered in TOLD[1:]]
    for one, several in zip(cycle(alone), cycle(everybody)):
        yield recommend(next(several))
        yield recommend(one)


def _asked(seed: int) -> Iterator[tuple[Plan, str]]:
    """A plan and any recommendation, to be cleared if the plan has it and gained if not."""
    draw, ids = Random(seed), list(load_knowledge().recommendations)
    for plan in _plans(seed):
        inside = [each.id for each in plan.recommendations]
        yield plan, draw.choice(inside if inside and draw.random() < 0.5 else ids)


def _least_change(asked: tuple[Plan, str]) -> object:
    plan, id = asked
    return plan.least_change(clear=id) if id in plan else plan.least_change(gain=id)


def _interviews() -> Iterator[Interview]:
    for answered in cycle(TOLD):
        profile = next(people(answered, seed=answered))
        yield Interview(answers={name: _told(value) for name, value in profile.known().items()})


def _told(value: Value) -> object:
    return sorted(value) if isinstance(value, frozenset) else value
