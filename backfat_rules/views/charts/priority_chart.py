"""The priorities of a plan by what they are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from backfat_rules.decision.priority import PriorityParts
from backfat_rules.knowledge.policy import Weights
from backfat_rules.planning import PlanContent
from backfat_rules.planning.plan_content import Recommendation
from backfat_rules.views.charts.bars import Bar, bar_row, bars_svg, measures_of
from backfat_rules.views.pictures.picture import Picture
from backfat_rules.views.sections import Table
from backfat_rules.wording import Reader

_PARTS = tuple(each.name for each in fields(PriorityParts))


def shares_of(parts: PriorityParts, weights: Weights) -> Mapping[str, float]:
    """How many points of a priority come from each part; together they are the priority.

    >>> from backfat_rules import load_knowledge
    >>> weights = load_knowledge().policy.weights
    >>> shares = shares_of(PriorityParts(1, 0.5, 1, 0.5), weights)
    >>> {name: round(points, 1) for name, points in shares.items()}
    {'impact': 40.0, 'severity': 15.0, 'evidence': 20.0, 'goals': 5.0}
    """
    told = {name: value for name, value in parts if value is not None}
    left = 1 - weights.complaint if "complaint" in told else 1
    share = {name: left * getattr(weights, name) for name in told} | {"complaint": 1 - left}
    return {name: 100 * share[name] * value for name, value in told.items()}


def priority_chart(plan: PlanContent, reader: Reader) -> Picture:
    """A bar for each recommendation, as long as its priority and divided by its parts."""
    weights = reader.knowledge.policy.weights
    shares = [shares_of(each.priority_parts, weights) for each in plan.recommendations]
    names = [name for name in _PARTS if any(name in each for each in shares)]
    kinds = [reader.opening(reader.word("priority-parts", name)) for name in names]
    bars = [
        Bar(each.title, tuple(points.get(name, 0) / 100 for name in names), _number(each, reader))
        for each, points in zip(plan.recommendations, shares, strict=True)
    ]
    rows = tuple(
        bar_row(bar, (reader.number(100 * part, 0.1) for part in bar.parts)) for bar in bars
    )
    title = reader.say("priorities-by-parts")
    heard = (reader.say("label-and-number", label=bar.label, number=bar.number) for bar in bars)
    says = reader.chained(heard, "list-semicolon") or reader.say("nothing-advised")
    return Picture(
        title,
        bars_svg(title, says, kinds, bars),
        Table("", (reader.say("advice"), reader.say("priority"), *kinds), rows),
        folds=reader.say("same-as-table"),
        measures=measures_of(bars, kinds, 100),
    )


def _number(advice: Recommendation, reader: Reader) -> str:
    return reader.number(advice.priority)
