"""Charts of plans, people and knowledge: SVG that lives in notebooks, pages and print.

Each is a ``Picture``: it shows itself in a notebook, ``print`` shows its numbers as a table,
``picture.svg`` is the picture alone, ``picture.save(path)`` writes it into a file. Nothing is
loaded from anywhere, and every picture takes the colours of the page that it stands in.

>>> from backfat_rules import Profile, charts, recommend
>>> plan = recommend(Profile(sleep_hours=5.5))
>>> print(charts.priorities(plan))
Priorities and what they are made of
Advice                    Priority  Impact  Severity  Evidence  Goals
Give yourself more sleep  85.5      38      22.5      20        5
"""

from __future__ import annotations

from collections.abc import Mapping

from backfat_rules.arguments import must_be
from backfat_rules.errors import BackfatRulesError
from backfat_rules.explain.sweeping import swept
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.plan import Plan
from backfat_rules.planning import reasoner_of
from backfat_rules.views.charts.compare_chart import progress_chart, side_by_side_chart
from backfat_rules.views.charts.priority_chart import priority_chart
from backfat_rules.views.charts.reasons_map import reasons_map
from backfat_rules.views.charts.sweep_chart import sweep_chart
from backfat_rules.views.charts.topics_chart import topics_chart
from backfat_rules.views.pictures.body_picture import body_picture
from backfat_rules.views.pictures.picture import Picture
from backfat_rules.wording import Reader, shipped_reader

__all__ = [
    "Picture",
    "muscles",
    "priorities",
    "progress",
    "reasons",
    "side_by_side",
    "sweep",
    "topics",
]


def priorities(plan: Plan) -> Picture:
    """A bar for each recommendation, as long as its priority and divided by its parts.

    Raises:
        BackfatRulesError: it is no plan, or one from other knowledge, whose weights may be others.
    """
    reader = _reader_of(plan)
    plan._reasoned()
    return priority_chart(plan, reader)


def reasons(plan: Plan) -> Picture:
    """The map of reasons: what was told, what it means and leads to, and what helps.

    Raises:
        BackfatRulesError: it is no plan.
    """
    return reasons_map(plan, _reader_of(plan))


def sweep(plan: Plan, fact: str, *, low: float | None = None, high: float | None = None) -> Picture:
    """What comes and goes while one number of a person changes and all else stays.

    Args:
        plan: the plan of the person.
        fact: the name of a fact that is a number.
        low: from where; a little below the lowest limit of the fact if None.
        high: to where; a little above the highest limit if None.

    Raises:
        UnknownIdError: there is no such fact.
        BackfatRulesError: it is no plan, or the fact is no number, or one that this person is not
            shown, or there is no way from ``low`` to ``high``.

    >>> from backfat_rules import Profile, recommend
    >>> print(sweep(recommend(Profile(sleep_hours=5.5, age=30)), "sleep_hours", low=4, high=8))
    What changes with sleep
    Advice                    Sleep
    Modify                    4 h to 5 h
    Insufficient data         5 h to 8 h
    Give yourself more sleep  4 h to 7 h
    """
    must_be(Plan, plan, "A chart is made of a plan")
    told, reasoner = plan._told(), plan._reasoned()
    quick = reasoner_of(reasoner.knowledge, "direct", reasoner.reader.country)
    return sweep_chart(swept(fact, told, quick, low, high), told.reader)


def side_by_side(plans: Mapping[str, Plan]) -> Picture:
    """What each of several plans advises and how much it matters there: people, or versions.

    Args:
        plans: each under the name that stands above its column.

    Raises:
        BackfatRulesError: there is none, or something is no plan.
    """
    return side_by_side_chart(plans, _reader_of(*_some(plans)))


def progress(plans: Mapping[str, Plan]) -> Picture:
    """What became of each advice between check-ins, the earliest first.

    Args:
        plans: each under the name of its check-in, such as a date.

    Raises:
        BackfatRulesError: there is none, or something is no plan.
    """
    return progress_chart(plans, _reader_of(*_some(plans)))


def topics(knowledge: KnowledgeBase | None = None) -> Picture:
    """How much advice a knowledge base has on each topic; the library's own if None.

    Raises:
        BackfatRulesError: it is no knowledge base.
    """
    return topics_chart(_reader_on(knowledge))


def muscles(sets: Mapping[str, float], knowledge: KnowledgeBase | None = None) -> Picture:
    """A body, front and back, each muscle shaded by its sets in a week.

    Args:
        sets: by the id of the muscle, or by the words of open libraries that draw bodies, such as
            ``upper-back``.
        knowledge: the muscles and the drawings; the library's own if None.

    Raises:
        UnknownIdError: there is no such muscle; the text names the nearest.
        BackfatRulesError: something is no number of sets.
    """
    must_be(Mapping, sets, "Sets stand beside their muscles")
    return body_picture(sets, _reader_on(knowledge))


def _reader_of(*plans: Plan) -> Reader:
    for plan in plans:
        must_be(Plan, plan, "A chart is made of a plan")
    return plans[0]._reader()


def _reader_on(knowledge: KnowledgeBase | None) -> Reader:
    must_be(KnowledgeBase | None, knowledge, "Knowledge is what load_knowledge() gives")
    return shipped_reader() if knowledge is None else knowledge.once(Reader)


def _some(plans: Mapping[str, Plan]) -> list[Plan]:
    must_be(Mapping, plans, "Plans stand under their names")
    if not plans:
        raise BackfatRulesError("There is no plan to look at.")
    return [*plans.values()]
