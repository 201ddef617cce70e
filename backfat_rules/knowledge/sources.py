"""The models of claims and references: what every rule stands on."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from backfat_rules.knowledge.entry import Entry, FilePart, Slug, Text, Verdict

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


class Figure(FilePart):
    """A number of a claim, or a range, with its unit."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: Text
    of: Text | None = None


class Claim(Entry):
    """One statement of a guide, in our own words, with the verdict on it."""

    noun: ClassVar[str] = "claim"
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

    @property
    def headline(self) -> str:
        """What the guide says."""
        return self.says


class Reference(Entry):
    """One publication, and how far its text was checked."""

    noun: ClassVar[str] = "reference"
    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9-]*$")]
    cite: Text
    doi: Text | None = None
    about: Text | None = None
    checked: Literal["primary", "secondary", "general"]

    @property
    def headline(self) -> str:
        """How it is cited."""
        return self.cite
