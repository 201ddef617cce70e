"""Answers that name entries of a knowledge base: by id (a former one too), title or other name."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from backfat_rules.errors import BackfatRulesError, FieldProblem, nearest
from backfat_rules.frozen import FrozenDict
from backfat_rules.plain import shown_value
from backfat_rules.profile.fact import Fact
from backfat_rules.profile.shipped_entries import shipped_entries

KNOWLEDGE = "knowledge"
"""Under this key of the context of a validation stands the knowledge whose entries are named."""

_LONGEST_LIST = 1_000  # words of one answer; no collection has as many names
_MOST = 20  # wrong words that are told one by one


Ids = Mapping[str, str]
"""Every name of some entries as ``plainly`` has it, with the id that it stands for."""


def named_in(knowledge: Any) -> dict[str, Any]:
    """The context of a validation in which the entries of this knowledge are named.

    Raises:
        BackfatRulesError: it is no knowledge base.
    """
    if knowledge is not None and not hasattr(knowledge, "once"):  # whose class stands above
        raise no_knowledge(knowledge)
    return {KNOWLEDGE: knowledge}


def no_knowledge(given: object) -> BackfatRulesError:
    """The error for what stands where a knowledge base should."""
    named = os.fspath(given) if isinstance(given, str | Path) else given
    argument = shown_value(named) if isinstance(named, str) else "..."
    remedy = f"Load it first: knowledge=load_knowledge({argument})."
    return BackfatRulesError(f"{shown_value(named)} is no knowledge base. {remedy}")


def with_ids(
    answers: Mapping[str, Any], facts: Mapping[str, Fact], knowledge: Any = None
) -> tuple[dict[str, Any], list[FieldProblem]]:
    """The answers with ids for names, and what is wrong with the others.

    Args:
        answers: what was told.
        facts: the facts of the profile.
        knowledge: whose entries are named; those of the library if None, and these are read when
            the first of them is named.
    """
    told = dict(answers)
    problems: list[FieldProblem] = []
    for name, words in answers.items():
        fact = facts.get(name) if isinstance(words, set | frozenset | list | tuple) else None
        if fact is None or not fact.ids_of or not words:
            continue
        ids = _ids_of(fact.ids_of, knowledge)
        if len(words) > _LONGEST_LIST:
            said = f"has {len(words):,} words, which are more {fact.ids_of} than anybody names."
            problems.append(FieldProblem(fact.name, said, "Give only those of this person."))
            del told[fact.name]
        elif ids and all(isinstance(word, str) for word in words):
            found = {word: ids.get(plainly(word)) for word in words}
            told[fact.name] = frozenset(id for id in found.values() if id is not None)
            problems += _wrong(fact, sorted(word for word in found if found[word] is None), ids)
    return told, problems


def plainly(word: str) -> str:
    """A name without the differences of spelling that nobody means.

    >>> plainly("Resistance-band  row") == plainly("resistance_band_row")
    True
    """
    return re.sub(r"[\W_]+", " ", word[:200]).strip().casefold()


def _wrong(fact: Fact, wrong: Sequence[str], ids: Ids) -> list[FieldProblem]:
    problems = [
        FieldProblem(
            fact.name, f"{shown_value(word)} is none of the {fact.ids_of}.", _meant(word, fact, ids)
        )
        for word in wrong[:_MOST]
    ]
    if count := len(wrong[_MOST:]):
        problems.append(FieldProblem(fact.name, f"and {count:,} more that are none.", "", count))
    return problems


def _meant(word: str, fact: Fact, ids: Ids) -> str:
    near = nearest(plainly(word), [*ids])
    if near is None:
        return f"Give ids or titles of the knowledge's {fact.ids_of}, and leave out others."
    return f"Did you mean {ids[near]}?"


def _ids_of(collection: str, knowledge: Any) -> Ids:
    if knowledge is None:
        return _shipped_ids(collection)
    ids: Ids = knowledge.once(ids_in, collection)
    return ids


def ids_in(knowledge: Any, collection: str) -> Ids:
    """The names of a collection of a knowledge base; ``knowledge.once`` keeps them."""
    entries = getattr(knowledge, collection).values()
    return _by_name(
        (each.id, each.title, (*each.was, *getattr(each, "also_called", ()))) for each in entries
    )


@functools.cache
def _shipped_ids(collection: str) -> Ids:
    """The names in the shipped files of a collection; no other file is parsed."""
    entries = shipped_entries(collection)
    return _by_name(
        (
            entry["id"],
            entry.get("title", ""),
            (*entry.get("was", ()), *entry.get("also_called", ())),
        )
        for entry in entries
    )


def _by_name(entries: Iterable[tuple[str, str, Iterable[str]]]) -> Ids:
    """Every name with its id; an id comes before a title, and a title before other names."""
    listed = [*entries]
    ids = [(id, id) for id, _, _ in listed]
    titles = [(title, id) for id, title, _ in listed]
    others = [(name, id) for id, _, names in listed for name in names]
    return FrozenDict({plainly(name): id for name, id in reversed([*ids, *titles, *others])})
