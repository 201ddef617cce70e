"""What a shell offers when somebody presses Tab; see ``backfat-rules --install-completion``."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from backfat_rules.knowledge import load_knowledge
from backfat_rules.profile import Profile, facts_of

Offer = Callable[[str], list[str]]
"""What goes on from what was typed; typer knows its argument by the name ``incomplete``."""


def one_of(words: Iterable[str]) -> Offer:
    """Offers those of some words that go on from what was typed.

    >>> one_of(["lifestyle", "nutrition"])("nu")
    ['nutrition']
    """
    known = tuple(words)

    def offer(incomplete: str) -> list[str]:
        return [word for word in known if word.startswith(incomplete)]

    return offer


def ids(incomplete: str) -> list[str]:
    """Ids of the knowledge base and names of facts."""
    known = load_knowledge()
    return one_of([*(entry.id for entry in known), *known.facts])(incomplete)


def exercises(incomplete: str) -> list[str]:
    """Ids of exercises."""
    return one_of(load_knowledge().exercises)(incomplete)


def answers(incomplete: str) -> list[str]:
    """Names of facts with an equals sign, and then the words that can be answered."""
    name, equals, _ = incomplete.partition("=")
    facts = facts_of(Profile)
    if not equals:
        return one_of(f"{fact}=" for fact in facts)(incomplete)
    fact = facts.get(name)
    if fact is None:
        return []
    words = ("yes", "no") if fact.type.kind == "truth" else fact.words
    return one_of(f"{name}={word}" for word in (*words, "?"))(incomplete)
