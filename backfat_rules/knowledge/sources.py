"""The models of claims and references: what every rule stands on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from backfat_rules.knowledge.entry import Part, Slug, Text, Verdict

ClaimKind = Literal[
    "cause",
    "mechanism",
    "threshold",
    "recommendation",
    "step",
    "exercise",
    "prescription",
    "muscle",
    "food",
    "mistake",
    "caution",
    "principle",
    "myth",
    "faq",
    "motivation",
    "benefit",
    "promotion",
]


class Figure(Part):
    """A number of a claim, or a range, with its unit."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: Text
    of: Text | None = None


class Claim(Part):
    """One statement of a guide, in our own words, with the verdict on it."""

    id: Slug
    guide: Slug = "unknown"
    section: Text
    kind: ClaimKind
    says: Text
    figures: tuple[Figure, ...] = ()
    verdict: Verdict
    references: tuple[str, ...] = ()
    related: tuple[Slug, ...] = ()
    handling: Text | None = None
    left_out: Text | None = None


class Reference(Part):
    """One publication, and how far its text was checked."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*$")]
    cite: Text
    doi: Text | None = None
    about: Text | None = None
    checked: Literal["primary", "secondary", "general"]
