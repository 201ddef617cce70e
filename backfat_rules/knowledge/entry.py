"""What all entries of a knowledge file share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.json_schema import SkipJsonSchema

from backfat_rules.brief import Brief, brief
from backfat_rules.errors import Location
from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge import yaml_text
from backfat_rules.knowledge.yaml_text import NOWHERE, Place

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A stable id in kebab-case; apps store it."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")]
"""An id in snake_case, because conditions or facts use it as a word."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Share = Annotated[float, Field(ge=0, le=1)]
Verdict = Literal["supported", "plausible", "contested", "unsupported"]
AreaName = Literal["lifestyle", "nutrition", "exercise"]
CHECKED = {"checked": True}
"""The context in which a cache is validated: what takes long to check has been checked."""


class FilePart(Brief, BaseModel):
    """A frozen part of a knowledge file that knows its place in it."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        allow_inf_nan=False,
        arbitrary_types_allowed=True,
        defer_build=True,
    )

    place: SkipJsonSchema[Place] = Field(default=NOWHERE, exclude=True, repr=False)

    @model_validator(mode="before")
    @classmethod
    def _remember_place(cls, data: Any) -> Any:
        """The place comes with data out of YAML, or packed in the cache."""
        if isinstance(data, yaml_text.Mapping):
            return {**data, "place": data.place}
        if isinstance(data, dict) and isinstance(data.get("place"), list):
            return {**data, "place": Place(Location(*data["place"]))}
        return data

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """All fields but the place, since a part has no id to tell it by."""
        for name, field in type(self).model_fields.items():
            if field.repr:
                yield name, brief(getattr(self, name))

    def __str__(self) -> str:
        return repr(self)

    @property
    def origin(self) -> Mapping[str, Location]:
        """For each field that was given, where the entry stands that gives it.

        >>> from backfat_rules import load_knowledge
        >>> load_knowledge()["sleep-longer"].origin["impact"].path
        'knowledge/lifestyle/sleep.yaml'
        """
        given = sorted(self.model_fields_set - {"place"})
        return FrozenDict({name: self.place.kept.get(name, self.place.at) for name in given})


LossName = Literal[
    "tags",
    "needs_ok",
    "not_with",
    "purpose",
    "raises",
    "lowers",
    "keeps",
    "must_wait",
    "was",
    "cautions",
    "avoid",
    "rules",
    "unless",
    "protects",
    "verdict",
    "pattern",
    "cases",
    "gate",
    "blocks",
    "unanswered",
    "not_lowered",
    "not_raised",
    "hidden_numbers",
    "law",
    "must_have",
    "must_not",
    "first",
]
"""What an entry may do for somebody's safety, by the field that does it."""


class Layered(FilePart):
    """What an overlay may put over the entry of the same id below it, field by field.

    Attributes:
        anew: whether nothing of the entry below is kept.
        loses: what of the entry below is given up on purpose; ``backfat-rules check`` asks for it.
    """

    anew: bool = False
    loses: tuple[LossName, ...] = ()


CaseFacts = Mapping[str, Any]


class Cases(FilePart):
    """Small sets of facts beside a rule, with what must come of them."""

    fires: tuple[CaseFacts, ...] = ()
    silent: tuple[CaseFacts, ...] = ()
    unknown: tuple[CaseFacts, ...] = ()


class Stable(FilePart):
    """What has an id that apps store.

    Attributes:
        was: ids that it had before, or of what was merged into it; they still find it.
    """

    id: str
    was: tuple[str, ...] = ()


class Entry(Stable, Layered):
    """What has an id of its own: a fact apart, everything that a knowledge base is asked about.

    Attributes:
        noun: the word for entries of its kind.
    """

    noun: ClassVar[str]
    shown_by: ClassVar[tuple[str, ...]] = ("id", "headline")

    __repr_args__ = Brief.__repr_args__
    __str__ = Brief.__str__

    @property
    @abstractmethod
    def headline(self) -> str:
        """The line that tells which entry it is."""


class Titled(Entry):
    """An entry whose title says what it is."""

    title: Text

    @property
    def headline(self) -> str:
        """The title."""
        return self.title


class Grounds(FilePart):
    """What an entry stands on: claims of the guides and the literature."""

    claims: tuple[Slug, ...] = ()
    references: tuple[str, ...] = ()
