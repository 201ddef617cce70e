"""A knowledge base by topic: how much advice there is on each."""

from __future__ import annotations

from collections import Counter

from backfat_rules.planning.plan_content import AREAS
from backfat_rules.views.charts.bars import Bar, bar_row, bars_svg, measures_of
from backfat_rules.views.pictures.picture import Picture
from backfat_rules.views.sections import Table
from backfat_rules.wording import Reader


def topics_chart(reader: Reader) -> Picture:
    """A bar for each topic: its pieces of advice, by area."""
    rules = reader.knowledge.recommendations.values()
    counts = Counter((reader.topic(each.topic), each.area) for each in rules)
    in_all = Counter(reader.topic(each.topic) for each in rules)
    topics = sorted(in_all, key=lambda topic: (-in_all[topic], topic))
    most = max(in_all.values(), default=1)
    kinds = [reader.opening(reader.word("areas", area)) for area in AREAS]
    numbers = {topic: [counts[topic, area] for area in AREAS] for topic in topics}
    bars = [
        Bar(
            reader.opening(topic),
            tuple(number / most for number in numbers[topic]),
            reader.number(in_all[topic]),
        )
        for topic in topics
    ]
    title = reader.say("advice-by-topic")
    heard = (reader.say("label-and-number", label=bar.label, number=bar.number) for bar in bars)
    rows = tuple(
        bar_row(bar, map(reader.number, numbers[topic]))
        for bar, topic in zip(bars, topics, strict=True)
    )
    return Picture(
        title,
        bars_svg(title, reader.chained(heard, "list-semicolon"), kinds, bars),
        Table("", (reader.say("topic"), reader.say("in-all"), *kinds), rows),
        folds=reader.say("same-as-table"),
        measures=measures_of(bars, kinds, most),
    )
