"""Laws that say something, about what there is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from backfat_rules.errors import did_you_mean
from backfat_rules.knowledge.checks.closing import Closing
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.law import Contents, Law

ANSWERED_YES_OR_SET = ("truth", "set")


def check_laws(draft: Draft) -> None:
    """Each law forbids or asks for something, stands on a source, and names what exists."""
    for law in draft.every(Law):
        where = law.place.at
        if not law.says_something:
            message = f"the law {law.id} asks for nothing, or for two kinds of thing at once."
            remedy = (
                "Write never or always for one person; or adding, unanswering or worsening, and"
                " must_not_grow, gate_holds or priority_holds for a step."
            )
            draft.note(where, "empty-law", message, remedy)
        if not law.claims and not law.references:
            remedy = "Add references: [...] or claims: [...]."
            draft.note(where, "no-source", f"{law.id} names no source.", remedy)
        for owner, field, words, known in _named(law, draft):
            for word in words:
                if word not in known and word not in draft.refused:
                    message = f"{field} names {word}, and there is no such entry."
                    remedy = did_you_mean(word, list(known))
                    draft.note(owner.place.of(field), "unknown-link", message, remedy)


def check_premises(draft: Draft, closing: Closing) -> None:
    """Somebody can meet the condition of each law."""
    for law in draft.every(Law):
        if law.who is not None and not closing.can_be(law.who.tree):
            message = f"nobody can be as the law {law.id} says."
            remedy = "Two parts of the condition rule each other out; drop one."
            draft.note(law.place.of("who"), "impossible-law", message, remedy)


Named = tuple[FilePart, str, Iterable[str], Collection[str]]
"""A part of a law, a field of it, the words that stand there, and those that may."""


def _named(law: Law, draft: Draft) -> Iterator[Named]:
    kinds = {name: fact.type.kind for name, fact in draft.facts.items()}
    numbers = [name for name, kind in kinds.items() if kind == "number"]
    yield law, "untold", law.untold, kinds
    yield law, "unanswering", law.unanswering, kinds
    yield law, "worsening", law.worsening, numbers
    addable = [name for name, kind in kinds.items() if kind in ANSWERED_YES_OR_SET]
    yield law, "adding", law.adding, addable
    for part in (law.never, law.always, law.must_not_grow):
        yield from _named_in(part, draft.entries, [*draft.facts, *draft.entries["values"]])


def _named_in(
    part: Contents, entries: Mapping[str, Collection[str]], numbers: Collection[str]
) -> Iterator[Named]:
    yield part, "advice", part.advice, entries["recommendations"]
    yield part, "tags", part.tags, entries["tags"]
    yield part, "numbers", part.numbers, numbers
    offered = [*entries["exercises"], *entries["foods"], *entries["messages"]]
    yield part, "items", part.items, offered
