"""What became of the guides, as numbers: claims by guide and kind, and why some were left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.knowledge.sources import Claim
from pages.addresses import standing_on

BECAME: Mapping[str, str] = {
    "finding": "findings",
    "mechanism": "mechanisms",
    "recommendation": "recommendations",
    "message": "messages",
    "screening": "screening",
    "value": "values",
    "exercise": "exercises: what and how",
    "dose": "exercises: how much",
    "muscle": "muscles",
    "food": "foods",
    "general guidance": "general guidance",
}
"""What a claim can become, in the order of the table; a claim counts once for each of them."""

_GROUPS = (
    ("a joke", r"joke"),
    ("residue of the web page", r"residue"),
    ("a source that could not be traced", r"attribution|quote|source"),
    (
        "nothing supports an effect on one place",
        r"local|one place|the place|favoured place|the back",
    ),
    ("promotion or a promise", r"promotion|promise"),
    ("no evidence", r"\bno\b|without evidence|does not"),
)
"""Reasons in groups; the first whose pattern is found in a reason takes it."""


def became(claim: Claim, base: KnowledgeBase) -> frozenset[str]:
    """The kinds of entries that stand on a claim; empty for one that was left out."""
    kinds = set()
    for entry in standing_on(claim.id, base):
        if not isinstance(entry, Exercise) or claim.id in entry.claims:
            kinds.add(entry.noun)
        if claim.id in base.once(_in_doses):
            kinds.add("dose")
    return frozenset(kinds)


def count_row(claims: Iterable[Claim], base: KnowledgeBase) -> list[int]:
    """How many claims there are, how many became each kind, how many were left out."""
    listed = list(claims)
    counts = Counter(kind for claim in listed for kind in became(claim, base))
    left_out = sum(claim.left_out is not None for claim in listed)
    return [len(listed), *(counts[kind] for kind in BECAME), left_out]


def reason_groups(base: KnowledgeBase) -> Mapping[str, list[Claim]]:
    """The claims that were left out, by the group of their reason, the largest group first."""
    groups: dict[str, list[Claim]] = {}
    for claim in base.claims.values():
        if claim.left_out is not None:
            groups.setdefault(group_of(claim.left_out), []).append(claim)
    return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))


def group_of(reason: str) -> str:
    """The group of a reason.

    >>> group_of("no evidence for a favoured place"), group_of("promotion; no date can be promised")
    ('nothing supports an effect on one place', 'promotion or a promise')
    """
    found = (group for group, pattern in _GROUPS if re.search(pattern, reason))
    return next(found, "another reason")


def _in_doses(base: KnowledgeBase) -> frozenset[str]:
    doses = (dose for exercise in base.exercises.values() for dose in exercise.doses)
    return frozenset(id for dose in doses for id in dose.claims)
