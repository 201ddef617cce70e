"""Numbers, words and conditions as a person reads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language import NUMBER, Expression, Value
from backfat_rules.language.tree import Compare, Holds, Name, Not, Number, OneOf, Word
from backfat_rules.profile import Fact


def number_text(number: float, step: float | None = None) -> str:
    """A number without needless digits, rounded to a step that a person can use.

    >>> number_text(7.0), number_text(5.5), number_text(1413.07, 50), number_text(7000)
    ('7', '5.5', '1,400', '7,000')
    """
    if step is not None:
        number = round(number / step) * step
    text = f"{round(number, 2):,.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def list_text(words: Iterable[str], last: str = "and") -> str:
    """Words as a list in a sentence.

    >>> list_text(["neck", "lower_back", "hip"])
    'neck, lower back and hip'
    """
    shown = [word.replace("_", " ") for word in words]
    return f" {last} ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def value_text(value: Value, step: float | None = None) -> str:
    """Any value as a text shows it."""
    match value:
        case bool():
            return "yes" if value else "no"
        case frozenset():
            return list_text(sorted(value)) if value else "none"
        case int() | float():
            return number_text(value, step)
        case _:
            return str(value).replace("_", " ")


def words_for(known: Mapping[str, Value], knowledge: KnowledgeBase) -> dict[str, str]:
    """What each known fact and value is called in a text."""
    steps = {value.id: value.round for value in knowledge.values.values()}
    return {name: value_text(value, steps.get(name)) for name, value in known.items()}


@lru_cache(maxsize=8)
def named(knowledge: KnowledgeBase) -> Mapping[str, Fact]:
    """Facts, and values described as facts are, so that conditions on both have words."""
    values = {
        value.id: Fact(name=value.id, type=NUMBER, label=value.title, unit=value.unit)
        for value in knowledge.values.values()
    }
    return {**values, **knowledge.facts}


_OPPOSITE = {"<": "at least", "<=": "above", ">": "at most", ">=": "below"}
_AS_IT_IS = {"<": "below", "<=": "at most", ">": "above", ">=": "at least"}
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def condition_text(leaf: Expression, holds: bool, facts: Mapping[str, Fact]) -> str | None:
    """A leaf of a condition, or its opposite, in words; None for what has no plain words.

    >>> from backfat_rules.language import parse
    >>> from backfat_rules.profile import Profile, facts_of
    >>> condition_text(parse("sleep_hours < 7"), False, facts_of(Profile))
    'sleep is at least 7 h'
    """
    match leaf:
        case Not(operand):
            return condition_text(operand, not holds, facts)
        case Compare(operator, Name(name), Number(limit)) if name in facts:
            return _limit_text(facts[name], operator, limit, holds)
        case Compare(operator, Number(limit), Name(name)) if name in facts:
            return _limit_text(facts[name], _MIRRORED.get(operator, operator), limit, holds)
        case Name(name) if name in facts:
            return f"you {facts[name].label}" if holds else f"you do not {facts[name].label}"
        case Holds(word, Name(name)) if name in facts:
            verb = "includes" if holds else "leaves out"
            return f"your answer on {facts[name].label} {verb} {word.replace('_', ' ')}"
        case Compare("==", Name(name), Word(word)) if name in facts:
            return f"{facts[name].label} is {'' if holds else 'not '}{word.replace('_', ' ')}"
        case OneOf(Name(name), words) if name in facts:
            listed = list_text((word.value for word in words), "or")
            return f"{facts[name].label} is {'' if holds else 'not '}{listed}"
    return None


def _limit_text(fact: Fact, operator: str, limit: float, holds: bool) -> str:
    unit = "" if "-" in fact.unit else fact.unit.removeprefix(fact.label).strip()
    relation = (_AS_IT_IS if holds else _OPPOSITE).get(operator, "" if holds else "not")
    parts = (fact.label, _verb(fact.label), relation, number_text(limit), unit)
    return " ".join(part for part in parts if part)


def fact_text(fact: Fact, shown: str) -> str:
    """A fact and its value in words.

    >>> from backfat_rules.profile import Profile, facts_of
    >>> fact_text(facts_of(Profile)["weight_kg"], "90")
    'weight 90 kg'
    """
    unit = "" if "-" in fact.unit else fact.unit.removeprefix(fact.label).strip()
    return " ".join(part for part in (fact.label, shown, unit) if part)


def _verb(label: str) -> str:
    """``are`` for a label in the plural, such as "steps" or "servings of fruit"."""
    head = re.split(r" (?:of|in|on|to|since|without|before|at) ", label)[0]
    return "are" if head.endswith("s") and not head.endswith("ss") else "is"
