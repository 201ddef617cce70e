"""Numbers, words and facts as a person reads them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language import NUMBER, Value
from backfat_rules.profile import Fact


def number_text(number: float, step: float | None = None) -> str:
    """A number without needless digits, rounded to a step that a person can use.

    >>> number_text(7.0), number_text(5.5), number_text(1413.07, 50), number_text(7000)
    ('7', '5.5', '1,400', '7,000')
    """
    text = f"{rounded(number, step):,.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def rounded(number: float, step: float | None = None) -> float:
    """A number to the nearest step that a person can use, and no finer than hundredths."""
    return round(number if step is None else round(number / step) * step, 2)


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


@lru_cache(maxsize=8)
def named(knowledge: KnowledgeBase) -> Mapping[str, Fact]:
    """Facts, and values described as facts are, so that conditions on both have words."""
    values = {
        value.id: Fact(name=value.id, type=NUMBER, label=value.title, unit=value.unit)
        for value in knowledge.values.values()
    }
    return {**values, **knowledge.facts}


def truth_text(label: str, holds: bool) -> str:
    """A yes-or-no fact as a sentence, from a label that completes "you ...".

    >>> truth_text("are pregnant", True), truth_text("are pregnant", False)
    ('you are pregnant', 'you are not pregnant')
    >>> truth_text("often skip meals", False)
    'you do not often skip meals'
    """
    if holds:
        return f"you {label}"
    first, _, rest = label.partition(" ")
    if first in ("are", "would") or label.startswith(("have been ", "have had ")):
        return f"you {first} not {rest}"
    return f"you do not {label}"
