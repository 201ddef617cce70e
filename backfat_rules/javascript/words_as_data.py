"""The words of a reader, as plain data: sentences, labels, names and whom to call."""

from __future__ import annotations

from typing import Any

from backfat_rules.javascript.conditions_as_data import condition_of
from backfat_rules.javascript.texts_as_data import pieces_of
from backfat_rules.knowledge.sentences import Language, Sentence
from backfat_rules.knowledge.vocabulary import Vocabulary
from backfat_rules.knowledge.whom_to_call import Contact
from backfat_rules.wording import Reader
from backfat_rules.wording.contacts import contact_for
from backfat_rules.wording.names import Spoken

Data = dict[str, Any]


def words_as_data(reader: Reader) -> Data:
    """What the modules that tell need to know of a reader, who uses metric units."""
    names = reader.named
    return {
        "country": reader.country,
        "contact": _contact(contact_for(reader.country, reader.knowledge)),
        **_vocabulary(reader.knowledge.vocabularies[reader.language]),
        "names": {name: _name(name, spoken, reader) for name, spoken in names.items()},
        "limits": {
            name: [(float(each.number), each.side) for each in limits]
            for name in names
            if (limits := reader.limits.of(name))
        },
        "sides": {
            name: side for name in names if (side := reader.limits.side_of(name)) != "nearest"
        },
    }


def _vocabulary(vocabulary: Vocabulary) -> Data:
    return {
        "language": _language(vocabulary.language),
        "sentences": {id: _sentence(each) for id, each in vocabulary.sentences.items()},
        "labels": {id: dict(each.words) for id, each in vocabulary.labels.items()},
    }


def _language(language: Language) -> Data:
    return {
        "id": language.id,
        "decimal": language.decimal,
        "group": language.group,
        "lower_titles": language.lower_titles,
        "plurals": {form: condition_of(when) for form, when in language.plurals.items()},
    }


def _sentence(sentence: Sentence) -> Data:
    if sentence.text is not None:
        return {"text": pieces_of(sentence.text)}
    forms = {form: pieces_of(text) for form, text in sentence.forms.items()}
    return {"count": sentence.count, "forms": forms}


def _name(name: str, spoken: Spoken, reader: Reader) -> Data:
    """How a fact or value is spoken of; a word of it with what it is called."""
    about: Data = {"question": spoken.question, "measured_in": spoken.measured_in}
    fact = reader.knowledge.facts.get(name)
    if (together := spoken.naming.together) is not None:
        about["together"] = {"fact": together.fact, "question": together.question}
    if spoken.step is not None:
        about["step"] = spoken.step
    if fact is not None:
        purpose = spoken.naming.purpose or fact.purpose
        about |= {"unit": fact.unit, "label": spoken.label, "purpose": purpose}
    if fact is None or fact.type.kind not in ("choice", "set"):
        return about
    words = sorted(getattr(reader.knowledge, fact.ids_of)) if fact.ids_of else fact.words
    about["words"] = {word: reader.choice(name, word) for word in words}
    if spoken.naming.ticked is not None:
        about["ticked"] = {word: reader.ticked(name, word) for word in words}
    return about


def _contact(contact: Contact | None) -> Data | None:
    if contact is None:
        return None
    instead = {id: text.render() for id, text in contact.instead.items()}
    return {"says": contact.says.render(), "instead": instead}
