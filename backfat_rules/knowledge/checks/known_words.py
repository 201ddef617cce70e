"""The words of each language fit the library: no sentence is unknown, and no word lacks a label."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from backfat_rules.errors import did_you_mean
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.sentences import Labels, Language, Naming, Sentence, Worded
from backfat_rules.knowledge.vocabulary import FALLBACK
from backfat_rules.language import names_in
from backfat_rules.profile import Fact, Profile, facts_of

COUNTED = ("n", "last_digit", "last_two_digits")
"""What the condition of a plural form may name."""


def check_words(draft: Draft) -> None:
    """Compare all words with those that the library ships, which are what it says."""
    for language in draft.every(Language):
        for form, condition in language.plurals.items():
            _known(language, "plurals", form, names_in(condition.tree), COUNTED, draft)
    for entry in draft.every(Worded):
        languages = draft.entries["languages"]
        _known(entry, "language", entry.id, [entry.language], languages, draft)
    for sentence in draft.every(Sentence):
        _check_sentence(sentence, draft)
    for labels in draft.every(Labels):
        _check_labels(labels, draft)
    for naming in draft.every(Naming):
        _check_naming(naming, draft)
    for fact in draft.facts.values():
        if f"{FALLBACK}/{fact.name}" not in draft.entries["names"]:
            _check_named(Naming(id=fact.name, language=FALLBACK), fact, draft)
    for name in facts_of(Profile):
        shipped = _shipped("names", name, draft) or Naming(id=name, language=FALLBACK)
        said = {
            "label": shipped.label,
            "question": shipped.question,
            "purpose": shipped.purpose,
        }
        _complete(shipped, [each for each, text in said.items() if text], said, draft)


def _shipped(section: str, id: str, draft: Draft) -> Any:
    return draft.library[section].get(f"{FALLBACK}/{id}")


def _check_sentence(sentence: Sentence, draft: Draft) -> None:
    shipped: Sentence | None = _shipped("sentences", sentence.id, draft)
    if shipped is None:
        known = [each.id for each in draft.library["sentences"].values()]
        _known(sentence, "id", "sentences", [sentence.id], known, draft)
    else:
        _known(sentence, "text", sentence.id, sentence.slots, shipped.slots, draft)


def _check_labels(labels: Labels, draft: Draft) -> None:
    shipped: Labels | None = _shipped("labels", labels.id, draft)
    if shipped is None:
        known = [each.id for each in draft.library["labels"].values()]
        _known(labels, "id", "labels", [labels.id], known, draft)
    else:
        _known(labels, "words", labels.id, labels.words, shipped.words, draft)
        _complete(labels, labels.words, shipped.words, draft)


def _check_naming(naming: Naming, draft: Draft) -> None:
    fact = draft.facts.get(naming.id)
    if fact is not None:
        _check_named(naming, fact, draft)
    elif naming.key not in draft.library["names"]:
        names = [*draft.facts, *draft.entries["values"]]
        _known(naming, "id", "names", [naming.id], names, draft)


def _check_named(naming: Naming, fact: Fact, draft: Draft) -> None:
    if naming.together is not None:
        others = {*draft.facts} - {naming.id}
        _known(naming, "together", naming.id, [naming.together.fact], others, draft)
    """The words of a shipped fact are named in full; those of an app's stand for themselves."""
    shipped = facts_of(Profile).get(fact.name)
    words = () if shipped is None else shipped.words
    _known(naming, "words", naming.id, naming.words, {*words, *fact.words}, draft)
    _complete(naming, naming.words, [word for word in words if word in fact.words], draft)
    if fact.type.kind == "truth" and shipped is not None:
        said = {"if_yes": naming.if_yes, "if_no": naming.if_no}
        _complete(naming, [name for name, text in said.items() if text], said, draft)


def _complete(owner: Worded, given: Collection[str], needed: Iterable[str], draft: Draft) -> None:
    missing = [word for word in needed if word not in given]
    if missing:
        message = f"{owner.id} has no words for {', '.join(missing)} in {owner.language}."
        draft.note(owner.place.of("words"), "missing-label", message, "Add a line for each.")


def _known(
    owner: FilePart,
    field: str,
    what: str,
    words: Iterable[str],
    known: Collection[str],
    draft: Draft,
) -> None:
    for word in sorted({*words} - {*known}):
        remedy = did_you_mean(word, list(known)) or f"It can be {', '.join(sorted(known))}."
        message = f"{what}: the library knows no {word} here."
        draft.note(owner.place.of(field), "unknown-wording", message, remedy)
