"""Whoever works at night reads of the hours before sleep, and of no evening or bedtime."""

from __future__ import annotations

import re
from itertools import islice

from backfat_rules.exact.problems import Problems
from backfat_rules.knowledge import load_knowledge
from backfat_rules.language import parse
from backfat_rules.planning import reasoner_of
from backfat_rules.verify.invented import Invented, ways_in
from backfat_rules.verify.seen import Seen

KNOWLEDGE = load_knowledge()
BY_DAY = re.compile(r"\b(evenings?|bedtimes?|tonight|before bed|(?:go|going) to bed)\b")
PEOPLE = 150


def test_night_workers_read_of_no_evening_or_bedtime() -> None:
    """What is said to people on night shifts fits a day that ends in the morning."""
    on_nights = parse('work_schedule == "night"')
    ways = tuple(KNOWLEDGE.once(ways_in).of(on_nights))
    problem = KNOWLEDGE.once(Problems.of)[on_nights]
    invented = Invented(KNOWLEDGE, ways, problem, frozenset())
    reasoner = reasoner_of(KNOWLEDGE, "direct")
    said = [Seen(reasoner.telling(facts)) for facts in islice(invented.made("nights"), PEOPLE)]
    assert sum("night shift" in each.text for each in said) > PEOPLE / 2
    found = {
        f"...{each.text[max(0, match.start() - 60) : match.end() + 30]}..."
        for each in said
        for match in BY_DAY.finditer(each.text)
    }
    assert found == set()
