"""A text that names a food can be left out for whoever does not eat it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from backfat_rules.errors import Location
from backfat_rules.knowledge.catalogue import Food
from backfat_rules.knowledge.checks.shown_texts import shown_texts
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import Entry
from backfat_rules.knowledge.lines import lines_of
from backfat_rules.knowledge.links import formulas_in
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.knowledge.rules import Finding, MessageRule, RecommendationRule
from backfat_rules.language import names_in


def check_foods(draft: Draft) -> None:
    """Note each text that names a food which is not for everybody, and does not say so."""
    by_word = _foods_by_word(draft)
    if not by_word:
        return
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, by_word))})\b", re.IGNORECASE)
    known = draft.has_only_checked("foods") and draft.keeps("findings", "mechanisms")
    for kind in (RecommendationRule, MessageRule, Finding):
        for entry in draft.unchecked(kind) if known else draft.every(kind):
            for where, text, foods in _texts(entry):
                for named in dict.fromkeys(map(str.lower, words.findall(text))):
                    if by_word[named] not in foods and named not in _asked_about(entry, draft):
                        _note(named, by_word[named], where, draft)


def _note(named: str, food: str, where: Location, draft: Draft) -> None:
    remedy = f"Give it a line of its own with foods: [{food}], or say it without."
    draft.note(where, "unsuiting-food", f"{named!r} is not for everybody.", remedy)


def _foods_by_word(draft: Draft) -> Mapping[str, str]:
    """The longest words first, so that nut butter is not taken for butter."""
    foods = (each for each in draft.every(Food) if each.unless is not None or each.tags)
    found = {word.lower(): food.id for food in foods for word in food.words}
    return dict(sorted(found.items(), key=lambda each: (-len(each[0]), each[0])))


def _texts(entry: Entry) -> Iterator[tuple[Location, str, tuple[str, ...]]]:
    """Every text for people in an entry, with its place and the foods that it says it names."""
    foods = {id(line.text): line.foods for _, line in lines_of(entry)}
    for where, text in shown_texts(entry):
        read = text.text if isinstance(text, Template) else text
        yield where, read, foods.get(id(text), ())


def _asked_about(entry: Entry, draft: Draft) -> str:
    """What the facts below an entry ask: whoever told cups of coffee may read of coffee."""
    waiting, seen, said = [entry], {entry.id}, []
    while waiting:
        for name in (name for each in formulas_in(waiting.pop()) for name in names_in(each.tree)):
            fact, below = draft.facts.get(name), draft.entries["findings"].get(name)
            said += [] if fact is None else [fact.label, fact.question]
            if below is not None and name not in seen:
                seen.add(name)
                waiting.append(below)
    return " ".join(said).lower()
