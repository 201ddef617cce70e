"""What the JSON Schema says of each fact, so that a form can be drawn from it alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backfat_rules.profile.fact import Fact, spaced
from backfat_rules.profile.shipped_words import shipped_labels, shipped_sentence, shipped_titles

KINDS = {"truth": "yes_no", "number": "number", "choice": "choice", "set": "ticks"}
"""How a fact is asked for, by its type in conditions."""


def in_words(fact: Fact) -> dict[str, Any]:
    """The words of a fact, for whoever asks for it without a knowledge base.

    >>> from backfat_rules import Profile
    >>> from backfat_rules.profile import facts_of
    >>> words = in_words(facts_of(Profile)["location"])
    >>> words["area_label"], words["purpose"], words["choices"][0]
    ('Training', 'exercises for where you train', {'id': 'gym', 'label': 'gym'})
    """
    areas = shipped_labels("fact-areas")
    words: dict[str, Any] = {
        "area": fact.area,
        "area_label": areas.get(fact.area) or spaced(fact.area).capitalize(),
        "kind": KINDS[fact.type.kind],
        "label": fact.label,
    }
    if fact.purpose:
        words["purpose"] = fact.purpose
    if fact.asked_in:
        words["asked_in"] = dict(fact.asked_in)
    if choices := [*_choices(fact)]:
        words["choices"] = choices
    if fact.type.kind == "set":
        words["none"] = shipped_sentence("none-of-these")
    return words


def _choices(fact: Fact) -> Iterator[dict[str, Any]]:
    if fact.type.kind == "truth":
        yield {"id": True, "label": shipped_sentence("choose-yes")}
        yield {"id": False, "label": shipped_sentence("choose-no")}
    for word in fact.words:
        yield {"id": word, "label": fact.called(word)}
    for id, title in shipped_titles(fact.ids_of).items() if fact.ids_of else ():
        yield {"id": id, "label": title}
