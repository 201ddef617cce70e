"""The knowledge base: everything that was loaded, checked and put into one order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, fields
from functools import cached_property, partial
from threading import RLock
from typing import Any, TypeVar, TypeVarTuple, cast

from pydantic import BaseModel

from backfat_rules.arguments import must_be
from backfat_rules.errors import UnknownIdError, did_you_mean
from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge.catalogue import Exercise, Food, Muscle
from backfat_rules.knowledge.dose_context import DoseContext
from backfat_rules.knowledge.drawing import Drawing
from backfat_rules.knowledge.entry import Entry
from backfat_rules.knowledge.forbidden import ForbiddenWording
from backfat_rules.knowledge.heavy_lifts import HeavyLift
from backfat_rules.knowledge.law import Law
from backfat_rules.knowledge.links import Links
from backfat_rules.knowledge.need import Need
from backfat_rules.knowledge.policy import Policy
from backfat_rules.knowledge.rules import (
    Axis,
    Caution,
    ComputedValue,
    Finding,
    MessageRule,
    RecommendationRule,
    Screening,
    Tag,
)
from backfat_rules.knowledge.scenario import Scenario
from backfat_rules.knowledge.screens import NeverAsked, ScreenRule, StatementRule
from backfat_rules.knowledge.sources import Claim, Reference
from backfat_rules.knowledge.training_rules import (
    AssumedGear,
    SessionRule,
    SetAside,
    TrainingNumber,
    WeekGoal,
    WeekNote,
    WeekPart,
)
from backfat_rules.knowledge.usual import UsualAnswer
from backfat_rules.knowledge.vocabulary import Vocabulary
from backfat_rules.knowledge.whom_to_call import Contact
from backfat_rules.plain import cut
from backfat_rules.profile import Fact
from backfat_rules.shows_itself import ShowsItself

Kept = TypeVar("Kept")
Arguments = TypeVarTuple("Arguments")


@dataclass(frozen=True, eq=False)
class KnowledgeBase(ShowsItself):
    """All entries by id, each collection sorted by id; immutable and safe to share.

    Attributes:
        version: a digest of the files it was read from and of an app's own facts; equal ones give
            an equal version.
        profile_model: the model whose fields are the facts: ``Profile``, with those that an overlay
            declares.
        layers: what the places of each folder's entries begin with, the library's own first.
        facts: the facts that conditions may name.
        strata: for each value and finding, how many layers of rules lie below it (from 1).
        findings: findings and mechanisms together; a mechanism is a finding with a verdict.
        screens: what an interview asks together; empty where it asks for one fact at a time.
        vocabularies: the words of each language; ``wording.Reader`` speaks with them.
    """

    version: str
    profile_model: type[BaseModel]
    layers: tuple[str, ...]
    facts: Mapping[str, Fact]
    policy: Policy
    strata: Mapping[str, int]
    values: Mapping[str, ComputedValue]
    findings: Mapping[str, Finding]
    recommendations: Mapping[str, RecommendationRule]
    messages: Mapping[str, MessageRule]
    screening: Mapping[str, Screening]
    tags: Mapping[str, Tag]
    axes: Mapping[str, Axis]
    needs: Mapping[str, Need]
    contexts: Mapping[str, DoseContext]
    cautions: Mapping[str, Caution]
    exercises: Mapping[str, Exercise]
    muscles: Mapping[str, Muscle]
    foods: Mapping[str, Food]
    training_numbers: Mapping[str, TrainingNumber]
    sessions: Mapping[str, SessionRule]
    assumed_gear: Mapping[str, AssumedGear]
    set_aside: Mapping[str, SetAside]
    heavy_lifts: Mapping[str, HeavyLift]
    week_goals: Mapping[str, WeekGoal]
    week_parts: Mapping[str, WeekPart]
    week_notes: Mapping[str, WeekNote]
    claims: Mapping[str, Claim]
    references: Mapping[str, Reference]
    scenarios: Mapping[str, Scenario]
    laws: Mapping[str, Law]
    wording: Mapping[str, ForbiddenWording]
    contacts: Mapping[str, Contact]
    screens: Mapping[str, ScreenRule]
    statements: Mapping[str, StatementRule]
    never_asked: Mapping[str, NeverAsked]
    usual_answers: Mapping[str, UsualAnswer]
    drawings: Mapping[str, Drawing]
    vocabularies: Mapping[str, Vocabulary]
    _made: dict[object, Any] = field(default_factory=dict, init=False, repr=False)
    _making: AbstractContextManager[bool] = field(default_factory=RLock, init=False, repr=False)

    @cached_property
    def links(self) -> Links:
        """Who names whom."""
        return Links(self, self.facts, self.policy.general_guidance)

    @cached_property
    def former_ids(self) -> Mapping[str, str]:
        """The id of today for each id that entries had before, or that were merged into one."""
        named = (*self, *self.policy.general_guidance)
        return FrozenDict({id: each.id for each in named for id in each.was})

    def current_id(self, id: str) -> str:
        """The id of today for one that an app has stored; any other stays as it is.

        Raises:
            BackfatRulesError: it is no text.
        """
        must_be(str, id, "An id is a text")
        return self.former_ids.get(id, id)

    def once(
        self, make: Callable[[KnowledgeBase, *Arguments], Kept], *arguments: *Arguments
    ) -> Kept:
        """What a function makes of this knowledge: made once, and kept as long as the knowledge.

        Args:
            make: called with the knowledge and the arguments, once for equal arguments.
            arguments: what else it needs; they can be hashed.

        >>> from backfat_rules.knowledge import load_knowledge
        >>> def title_of(knowledge: KnowledgeBase, id: str) -> str:
        ...     return knowledge[id].headline
        >>> load_knowledge().once(title_of, "sleep-longer")
        'Give yourself more sleep'
        """
        key = (make, *arguments)
        kept: Kept | None = self._made.get(key)
        if kept is None:
            with self._making:
                if key not in self._made:
                    self._made[key] = make(self, *arguments)
            kept = self._made[key]
        return cast(Kept, kept)

    def __reduce__(self) -> tuple[Any, ...]:
        """A copy holds the same entries, and makes anew what was made of them."""
        given = {each.name: getattr(self, each.name) for each in fields(self) if each.init}
        return partial(type(self), **given), ()

    def __iter__(self) -> Iterator[Entry]:
        """Every entry that has an id, collection by collection."""
        for collection in COLLECTIONS:
            yield from getattr(self, collection).values()

    def __getitem__(self, id: str) -> Entry:
        """The entry with this id, of whatever kind; a former id finds what it has become.

        Raises:
            UnknownIdError: nothing has this id; it is a ``KeyError``, too.
        """
        for wanted in (id, self.current_id(id)):
            for collection in COLLECTIONS:
                found: Entry | None = getattr(self, collection).get(wanted)
                if found is not None:
                    return found
        remedy = did_you_mean(cut(str(id)), [entry.id for entry in self])
        raise UnknownIdError(f"Nothing is called {cut(str(id))!r}. {remedy}".rstrip())

    def __repr__(self) -> str:
        advice, entries = len(self.recommendations), sum(1 for _ in self)
        return f"<KnowledgeBase {self.version}: {advice} recommendations, {entries} entries in all>"


COLLECTIONS = (
    "values",
    "findings",
    "recommendations",
    "messages",
    "screening",
    "exercises",
    "muscles",
    "foods",
    "training_numbers",
    "sessions",
    "assumed_gear",
    "set_aside",
    "heavy_lifts",
    "week_goals",
    "week_parts",
    "week_notes",
    "claims",
    "references",
    "scenarios",
    "laws",
    "wording",
    "contacts",
    "tags",
    "axes",
    "needs",
    "contexts",
    "cautions",
)
"""The collections of a knowledge base; ids are unique across all but tags, axes and contexts."""


def by_id(entries: Mapping[str, Kept]) -> Mapping[str, Kept]:
    """A read-only copy in the order of the ids, whatever order the files were read in."""
    return FrozenDict(sorted(entries.items()))
