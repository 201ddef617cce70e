"""What can be told with the explorer, as plain data: groups of controls, statements first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.planning.asked import fact_question
from backfat_rules.planning.places import screens_in_order, statements_by_screen
from backfat_rules.planning.question import Question
from backfat_rules.planning.telling import Telling
from backfat_rules.profile import Fact
from backfat_rules.wording import Reader

MOST_TICKS = 40
"""A list with more choices is no list to tick in a narrow column."""

FINEST = 100
"""Into how many steps the range of a number is cut that has no step of its own."""


def control_groups(telling: Telling) -> list[dict[str, Any]]:
    """Groups in the order in which an interview asks, then all other facts by area.

    Args:
        telling: somebody who has told nothing, and in whose words it is asked.
    """
    knowledge, reader = telling.knowledge, telling.reader
    groups: list[tuple[str, list[dict[str, Any]]]] = []
    left = dict(knowledge.facts)
    for screen in screens_in_order(knowledge):
        asked = [left.pop(ask.fact) for ask in screen.asks if ask.fact in left]
        said = _statements(screen.id, knowledge, reader)
        groups.append((screen.title, [*said, *_controls(asked, telling)]))
    for area in dict.fromkeys(each.area for each in left.values()):
        facts = [each for each in left.values() if each.area == area]
        title = reader.say("more-answers", area=reader.word("fact-areas", area))
        groups.append((title, [*_controls(facts, telling)]))
    return [{"title": title, "controls": controls} for title, controls in groups if controls]


def _statements(screen: str, knowledge: KnowledgeBase, reader: Reader) -> Iterator[dict[str, Any]]:
    for each in knowledge.once(statements_by_screen).get(screen, ()):
        yield {"id": each.id, "kind": "statement", "text": reader.text(each.says)}


def _controls(facts: Iterable[Fact], telling: Telling) -> Iterator[dict[str, Any]]:
    for fact in facts:
        if len(fact.words) <= MOST_TICKS and not fact.ids_of:
            yield _control(fact_question(fact, "", telling), fact)


def _control(question: Question, fact: Fact) -> dict[str, Any]:
    control: dict[str, Any] = {"id": fact.name, "kind": question.kind, "text": question.text}
    if question.kind == "number":
        low, high = fact.low or 0, fact.high if fact.high is not None else 100
        step = fact.step or (1 if fact.whole or high - low >= FINEST else (high - low) / FINEST)
        control |= {"low": low, "high": high, "step": step, "unit": fact.unit}
    if question.kind in ("choice", "ticks"):
        choices = [{"id": each.id, "label": each.label} for each in question.choices]
        control |= {"choices": choices, "none": question.none}
    return control
