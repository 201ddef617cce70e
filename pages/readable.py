"""Conditions, severities and cases in words, for people who read no code."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.formula import Formula
from backfat_rules.language import Expression, render
from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Call,
    Holds,
    Name,
    Not,
    Number,
    OneOf,
)
from backfat_rules.wording import Reader
from pages.markdown import code


@lru_cache(maxsize=1)
def reader_of(base: KnowledgeBase) -> Reader:
    """Who reads the pages of a knowledge base: one for all of them, as it learns all names."""
    return Reader(base)


def condition_words(condition: Expression, base: KnowledgeBase) -> str:
    """A condition as a phrase.

    >>> from backfat_rules import load_knowledge
    >>> from backfat_rules.language import parse
    >>> condition_words(parse("not short_sleep and (age < 13 or sleep_gap > 1)"), load_knowledge())
    'no short sleep and (age is below 13 years or sleep missing to the target is above 1 h)'
    """
    match condition:
        case Holds(word, Name(name)):
            return f"{reader_of(base).choice(name, word)} among the {label_of(name, base)}"
        case Not(Holds(word, Name(name))):
            return f"{reader_of(base).choice(name, word)} not among the {label_of(name, base)}"
    known = reader_of(base).condition(condition)
    if known is not None:
        return known
    match condition:
        case AllOf(parts) | AnyOf(parts):
            word = " and " if isinstance(condition, AllOf) else " or "
            return word.join(_bracketed(part, base) for part in parts)
        case Not(Name(name)) if name in base.findings:
            return f"no {base.findings[name].title}"
        case Not(part):
            return f"not {_bracketed(part, base)}"
        case Name(name) if name in base.findings:
            return base.findings[name].title
    return code(render(condition))


def label_of(name: str, base: KnowledgeBase) -> str:
    """What a fact, value or finding is called."""
    return base.facts[name].label if name in base.facts else base[name].headline


def severity_words(severity: Formula | None, base: KnowledgeBase) -> str:
    """Where a severity is 0 and where it is 1; the formula where that says it better."""
    match severity:
        case None:
            return ""
        case Formula(_, Call("ramp", (Name(name), Number(zero), Number(one)))):
            none, full = (reader_of(base).limit(name, end, "nearest") for end in (zero, one))
            return f"0 at {none}, 1 at {full}"
    return code(severity.text)


def facts_text(facts: Mapping[str, Any]) -> str:
    """A small set of facts as YAML writes it; no facts are shown as such.

    >>> facts_text({"sleep_hours": 6.9, "goals": ["fat_loss"], "pregnant": False}), facts_text({})
    ('`sleep_hours: 6.9, goals: [fat_loss], pregnant: false`', 'nothing told')
    """
    told = ", ".join(f"{name}: {_yaml(value)}" for name, value in facts.items())
    return code(told) if told else "nothing told"


def _yaml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_yaml, value))}]"
    return f"{value:.15g}" if isinstance(value, float) else str(value)


def _bracketed(part: Expression, base: KnowledgeBase) -> str:
    words = condition_words(part, base)
    return f"({words})" if isinstance(part, AllOf | AnyOf | OneOf) else words
