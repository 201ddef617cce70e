"""Wrong input by the thousand: the first few are looked at, and the others are counted."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from heapq import nsmallest
from typing import Any

from backfat_rules.errors import FieldProblem
from backfat_rules.profile.fact import Fact
from backfat_rules.profile.ranges import RANGES
from backfat_rules.profile.refusal import ALL_FACTS, WHOLE_PROFILE

MOST = 20
"""How many wrong names, or wrong words of one answer, are told one by one."""


def without_flood(
    answers: dict[Any, Any], facts: Mapping[str, Fact], names: Collection[str]
) -> tuple[dict[Any, Any], list[FieldProblem]]:
    """The answers with a few of their wrong names and words, and how many more there are.

    Args:
        answers: what was given.
        facts: the facts of the profile.
        names: all fields of the profile.
    """
    kept, problems = _few_names(answers, names, WHOLE_PROFILE)
    ranges = kept.get(RANGES)
    if isinstance(ranges, Mapping) and len(ranges) > MOST:
        kept[RANGES], more = _few_names(ranges, facts, RANGES)
        problems += more
    for name, given in kept.items():
        fact = facts.get(name)
        if fact is not None and fact.words and _is_long(given):
            kept[name], more = _few_words(fact, given)
            problems += more
    return kept, problems


def _is_long(given: Any) -> bool:
    return isinstance(given, set | frozenset | list | tuple) and len(given) > MOST


def _few_names(
    given: Mapping[Any, Any], known: Collection[str], field: str
) -> tuple[dict[Any, Any], list[FieldProblem]]:
    wrong = [name for name in given if name not in known]
    if len(wrong) <= MOST:
        return dict(given), []
    kept = {name: given[name] for name in known if name in given}
    kept.update((name, given[name]) for name in wrong[:MOST])
    count = len(wrong) - MOST
    said = f"and {count:,} more names that are no facts."
    return kept, [FieldProblem(field, said, ALL_FACTS, answers=count)]


def _few_words(fact: Fact, given: Collection[Any]) -> tuple[list[Any], list[FieldProblem]]:
    words = frozenset(fact.words)
    right = [word for word in given if isinstance(word, str) and word in words]
    wrong = [word for word in given if not (isinstance(word, str) and word in words)]
    if isinstance(given, set | frozenset):
        wrong = nsmallest(MOST, wrong, key=str) + wrong[MOST:]  # the same ones in every run
    count = len(wrong) - MOST
    if count <= 0:
        return [*given], []
    rest = FieldProblem(fact.name, f"and {count:,} more words that are not.", answers=count)
    return [*dict.fromkeys(right), *wrong[:MOST]], [rest]
