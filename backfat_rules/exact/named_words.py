"""The words that conditions name: what a choice can be, and what of a set matters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from backfat_rules.language import Expression
from backfat_rules.language.tree import Compare, Holds, Name, OneOf, Word, walk
from backfat_rules.profile import Fact

OTHER_WORD = "another"
"""Stands for a word that no condition names, where any word is allowed."""


def words_named(
    expressions: Iterable[Expression], facts: Mapping[str, Fact]
) -> dict[str, tuple[str, ...]]:
    """For each choice and set its own words, and those that conditions name besides.

    A choice without a list of words has one more, which stands for all that no condition names.
    """
    named: dict[str, dict[str, None]] = {}
    choices = set[str]()
    for expression in expressions:
        for fact, word, is_choice in _named_in(expression):
            named.setdefault(fact, dict.fromkeys(_declared(facts, fact)))[word] = None
            if is_choice:
                choices.add(fact)
    found = {fact: tuple(words) for fact, words in named.items()}
    for fact in choices:
        if not _declared(facts, fact):
            found[fact] = (*found[fact], unused(found[fact]))
    for name, each in facts.items():
        found.setdefault(name, each.words)
    return found


def are_known(expression: Expression, words: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether an expression names no word that is not among these."""
    return all(word in words.get(fact, ()) for fact, word, _ in _named_in(expression))


def _named_in(expression: Expression) -> Iterator[tuple[str, str, bool]]:
    for part in walk(expression):
        match part:
            case Holds(word, Name(name)):
                yield name, word, False
            case OneOf(Name(name), words):
                yield from ((name, each.value, True) for each in words)
            case Compare("==", Name(name), Word(word)):
                yield name, word, True


def _declared(facts: Mapping[str, Fact], fact: str) -> tuple[str, ...]:
    return facts[fact].words if fact in facts else ()


def unused(words: tuple[str, ...], at: int = 0) -> str:
    """A word that is none of these."""
    candidate = f"{OTHER_WORD}-{at}" if at else OTHER_WORD
    return unused(words, at + 1) if candidate in words else candidate
