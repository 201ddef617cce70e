"""What knowledge holds, as cards: an entry, a part of one, a fact, and the whole by its numbers."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.base import COLLECTIONS
from backfat_rules.knowledge.entry import Entry as KnowledgeEntry
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.rules import Rule
from backfat_rules.profile import Fact, spaced
from backfat_rules.views.entry_fields import fields_of
from backfat_rules.views.question_cards import number_asked
from backfat_rules.views.sections import Card, Entry, Part, Table
from backfat_rules.wording import Reader


def entry_card(entry: KnowledgeEntry, reader: Reader) -> Card:
    """All that an entry says, where it stands, and on what."""
    at = entry.place.at
    groups = [getattr(entry, name) for name in ("area", "topic") if getattr(entry, name, None)]
    noun = reader.chained([entry.noun, *groups], "list-comma")
    return Card(
        entry.headline,
        (
            reader.say("noun-and-place", noun=noun, place=f"{at.path}:{at.line}"),
            _fields(reader.say("fields-of", noun=entry.noun, name=entry.id), entry, reader),
            *(_rule(rule, reader) for rule in getattr(entry, "rules", ())),
            *_grounds(entry, reader),
        ),
    )


def part_card(part: FilePart, reader: Reader) -> Card:
    """A part of a knowledge file, field by field."""
    at = part.place.at
    return Card(parts=(_fields(f"{at.path}:{at.line}", part, reader),))


def fact_card(fact: Fact, reader: Reader) -> Card:
    """A fact: how it is called and asked for, and what may be told."""
    said = reader.chained(map(spaced, fact.words), "list-semicolon")
    if fact.type.kind == "number":
        said = number_asked(fact.low, fact.high, fact.unit, fact.whole, reader)
    elif fact.type.kind == "truth":
        said = reader.say("yes-or-no")
    parts = [Entry(reader.say("to-choose-from"), said)] if said else []
    return Card(fact.name, (fact.question, *parts))


def knowledge_card(knowledge: KnowledgeBase, reader: Reader) -> Card:
    """How much there is of what."""
    counts = ((name, len(getattr(knowledge, name))) for name in ("facts", *COLLECTIONS))
    rows = tuple((spaced(name), reader.number(count)) for name, count in counts)
    heading = reader.say("knowledge-title", version=knowledge.version)
    return Card(parts=(Table(heading, (reader.say("collection"), reader.say("entries")), rows),))


def _rule(rule: Rule, reader: Reader) -> Table:
    return _fields(rule.id, rule, reader)


def _fields(heading: str, part: FilePart, reader: Reader) -> Table:
    rows = tuple((spaced(name), texts) for name, texts in fields_of(part))
    return Table(heading, (reader.say("field"), reader.say("says")), rows)


def _grounds(entry: KnowledgeEntry, reader: Reader) -> Iterator[Part]:
    """The ids of what it stands on."""
    for name in ("claims", "references"):
        if ids := getattr(entry, name, ()):
            heading = reader.say("claims" if name == "claims" else "references")
            yield Entry(heading, reader.chained(ids, "list-comma"))
