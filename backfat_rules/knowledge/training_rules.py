"""What a training week is built by: its numbers, its sessions, what it aims at and what it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import Field, model_validator

from backfat_rules.knowledge.catalogue import BackRegion, Pattern
from backfat_rules.knowledge.dose_context import Level
from backfat_rules.knowledge.entry import Entry, FilePart, Grounds, Identifier, Slug, Text, Titled
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.gates import GateName
from backfat_rules.language import Facts, evaluate

SessionKindName = Literal["strength", "intervals", "cardio", "recovery", "mobility"]
"""What a session is, as apps tell it; those of one day come in this order."""

SESSION_KINDS: tuple[SessionKindName, ...] = get_args(SessionKindName)

TRAINING_KINDS: tuple[SessionKindName, ...] = ("strength", "intervals", "cardio")
"""The kinds that need training days; those of one day share its minutes."""

NEEDED_NUMBERS = (
    "aerobic-minutes",
    "aerobic-minutes-most",
    "aerobic-start",
    "aerobic-step",
    "back-sessions-most",
    "cool-down-minutes",
    "days-from-hinge-to-intervals",
    "easier-week-every",
    "easier-week-share",
    "free-days",
    "hard-minutes-count",
    "hours-between-loads",
    "improve-endurance",
    "improve-intervals",
    "improve-minute",
    "improve-minute-beyond",
    "improve-needed-set",
    "improve-nodes",
    "improve-place",
    "improve-rank",
    "improve-set",
    "improve-spread",
    "improve-strength",
    "improve-strength-spread",
    "intervals-after-weeks",
    "load-step-least",
    "load-step-most",
    "minutes-least",
    "minutes-most",
    "moves-most",
    "prefer-advised",
    "prefer-first",
    "prefer-gear",
    "prefer-kept",
    "prefer-kept-day",
    "prefer-kept-place",
    "prefer-kept-sets",
    "prefer-known",
    "prefer-large",
    "prefer-level",
    "prefer-other",
    "prefer-pattern",
    "prefer-set-aside",
    "prefer-small",
    "prefer-uncovered",
    "prefer-uncrowded",
    "recovery-minutes",
    "rest-where-none-is-told",
    "seconds-a-repetition",
    "seconds-more",
    "seconds-to-change",
    "session-minutes",
    "sets-before-extras",
    "share-to-grow",
    "strength-twice-least",
    "training-days",
    "warm-up-minutes",
    "warm-up-share",
    "weekly-sets-most",
)
"""The numbers without which no week can be put together."""

Amount = Annotated[float, Field(ge=-1000, le=10000)]


class NumberCase(FilePart):
    """What a number of the week is for those of whom a condition is true."""

    when: Formula
    value: Amount


class TrainingNumber(Grounds, Entry):
    """One number that a week is built by, with its reason.

    The first case that is true counts; else what stands for the person's level; else the value.
    ``unit`` is a word of its own for whoever reads the knowledge.
    """

    noun: ClassVar[str] = "number of the training week"
    id: Slug
    value: Amount | None = None
    by_level: Mapping[Level, Amount] = Field(default_factory=dict)
    cases: tuple[NumberCase, ...] = ()
    unit: Text | None = None
    reason: Text

    @property
    def headline(self) -> str:
        """Why the number is what it is."""
        return self.reason

    @model_validator(mode="after")
    def _is_given(self) -> Self:
        if self.value is None and set(self.by_level) != set(get_args(Level)):
            raise ValueError("give a value, or one for each level")
        return self

    def for_person(self, known: Facts, level: Level) -> float:
        """What it is for somebody of whom this is known, of a level."""
        for case in self.cases:
            if evaluate(case.when.tree, known) is True:
                return case.value
        return self.by_level[level] if self.by_level else float(self.value or 0)


class Slot(FilePart):
    """A place in a session for one move.

    Attributes:
        patterns: how moves for it move, the best first.
        covers: the parts of the back that a move in it counts for, if it trains them.
        contexts: where their doses are meant, the best first; those of the session if empty.
        moves: the only moves for it; any of its patterns if empty.
        first: the moves that are liked most, the best first.
        rank: which slots are filled first where time is short: the lowest.
        late: those of its patterns that are done after the large moves.
        small: whether its moves use one joint; other slots then take others first.
        extra: whether it is filled only once the moves of the others have their second set.
        why: the sentence that says what the move is there for.
        why_of: another such sentence, by how a move moves.
    """

    id: Slug
    patterns: Annotated[tuple[Pattern, ...], Field(min_length=1)]
    covers: tuple[BackRegion, ...] = ()
    contexts: tuple[Identifier, ...] = ()
    moves: tuple[Identifier, ...] = ()
    first: tuple[Identifier, ...] = ()
    rank: Annotated[int, Field(ge=1)]
    small: bool = False
    extra: bool = False
    late: tuple[Pattern, ...] = ()
    why: Text
    why_of: Mapping[Pattern, Text] = Field(default_factory=dict)


class SessionRule(Titled, Grounds):
    """A session as it can stand in a week; of one kind the first that is open is taken.

    Attributes:
        kind: what it is called to a person.
        order: its place among the rules of its kind.
        contexts: where the doses of its moves are meant, the best first.
        tags: what it asks for; it is closed with any of them.
        begins: what it asks for besides of somebody who does not do such a thing yet.
        begun_when: of whom it is certain that they do.
        when: for whom it is; for everybody if None.
        advised_by: the advice without which it does not stand in a week, and whose moves alone it
            takes; any open move if empty.
        needs_ok: whether it waits where the gate waits for somebody's consent.
        loads: whether its moves load muscles hard, so that these then need their rest.
        once: the tags that one move of a session may have, and no second.
        a_week: the number that says how often it stands in a week at most.
        adds: what more of it asks for: where that is closed there are no more than now.
        now: how many there are now.
        goes_on: what it asks for to become more from week to week; so does what it ``begins``.
        where_closed: the tags of which one is closed to whomever it is for; for anybody if empty.
        makes_up: the kind whose missing minutes it makes up for on days without training.
        brisk: whether its minutes count as brisk ones.
        base: how many weeks of regular training there have been, where it needs some.
        away_from: the tags of moves that do not stand on the same day or the next to it.
        why: why it is in a week.
        warm_up: how it begins.
    """

    noun: ClassVar[str] = "session"
    id: Slug
    kind: SessionKindName
    order: int = 1
    contexts: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    slots: Annotated[tuple[Slot, ...], Field(min_length=1)]
    tags: tuple[Identifier, ...] = ()
    begins: tuple[Identifier, ...] = ()
    begun_when: Formula | None = None
    when: Formula | None = None
    advised_by: tuple[Slug, ...] = ()
    needs_ok: bool = True
    loads: bool = False
    once: tuple[Identifier, ...] = ()
    a_week: Slug | None = None
    adds: tuple[Identifier, ...] = ()
    now: Formula | None = None
    goes_on: tuple[Identifier, ...] = ()
    where_closed: tuple[Identifier, ...] = ()
    makes_up: SessionKindName | None = None
    brisk: bool = False
    base: Formula | None = None
    away_from: tuple[Identifier, ...] = ()
    why: Text
    warm_up: Text | None = None

    @property
    def made_up_kind(self) -> SessionKindName:
        """The kind that its minutes are like."""
        return self.makes_up or self.kind

    @property
    def trains(self) -> bool:
        """Whether it asks for enough to be begun and ended slowly."""
        return self.made_up_kind in TRAINING_KINDS


class WeekGoal(Titled, Grounds):
    """What a balanced week holds; ``title`` says it as a noun phrase.

    Attributes:
        covers: a part of the back that has at least one move.
        kind: the sessions of which there are enough; without ``least`` enough brisk minutes.
        muscles: those that get enough sets.
        least: the number that says how many are enough.
        patterns: moves that move so have no fewer sets of strength than those of ``not_below``.
        not_below: likewise.
        reason: why a balanced week holds it.
    """

    noun: ClassVar[str] = "goal of the week"
    id: Slug
    covers: BackRegion | None = None
    kind: SessionKindName | None = None
    muscles: tuple[Identifier, ...] = ()
    least: Slug | None = None
    patterns: tuple[Pattern, ...] = ()
    not_below: tuple[Pattern, ...] = ()
    reason: Text | None = None


class WeekPart(Entry):
    """What advice brings into a week besides its sessions, and on how many days.

    Attributes:
        first: whether it comes before all else on a day, as long as the legs are fresh.
    """

    noun: ClassVar[str] = "part of the week"
    id: Slug
    advice: Annotated[tuple[Slug, ...], Field(min_length=1)]
    days: Annotated[int, Field(ge=1, le=7)]
    moves: Annotated[int, Field(ge=1, le=4)]
    minutes: Annotated[int, Field(ge=1, le=60)]
    first: bool = False
    why: Text

    @property
    def headline(self) -> str:
        """Why it is there."""
        return self.why


class AssumedGear(Entry):
    """What gear there is for somebody who has not told it; the first that is true counts.

    Attributes:
        when: who trains where this gear is.
        away: who never does.
        equipment: what is there.
        only_there: what of it nobody has anywhere else.
    """

    noun: ClassVar[str] = "gear"
    id: Slug
    when: Formula
    away: Formula | None = None
    equipment: tuple[Identifier, ...]
    only_there: tuple[Identifier, ...] = ()
    reason: Text

    @property
    def headline(self) -> str:
        """Why it is taken to be there."""
        return self.reason


class SetAside(Entry):
    """Moves that stand behind all others where ``when`` is true, and ``unless`` is not."""

    noun: ClassVar[str] = "moves set aside"
    id: Slug
    moves: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    when: Formula | None = None
    unless: Formula | None = None
    reason: Text

    @property
    def headline(self) -> str:
        """Why they stand behind."""
        return self.reason


class WeekNote(Titled, Grounds):
    """What is said below a week: what to do when something comes in between.

    Attributes:
        order: which notes are said first.
        gates: under which gates alone it is said; under any if this and ``sessions`` are empty.
        sessions: those with one of which it is said as well.
        kinds: the kinds of session without which it is not said; with any if empty.
        gear: what a move of the weeks is done with, of those of which it is said alone.
        without_week: whether it is for those who get no week, and for nobody else.
    """

    noun: ClassVar[str] = "note on the week"
    id: Slug
    order: int = 5
    gates: tuple[GateName, ...] = ()
    sessions: tuple[Slug, ...] = ()
    kinds: tuple[SessionKindName, ...] = ()
    gear: tuple[Identifier, ...] = ()
    without_week: bool = False
    text: Text
    when: Formula | None = None
    unless: Formula | None = None
