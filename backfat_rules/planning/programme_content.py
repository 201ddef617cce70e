"""What a programme of training weeks holds: frozen data, ready for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, Field

from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge.dose_context import Level
from backfat_rules.knowledge.gates import GateName
from backfat_rules.knowledge.training_rules import SessionKindName
from backfat_rules.planning.plan_content import Move
from backfat_rules.planning.shown import Shown
from backfat_rules.profile.json_facts import ToldFacts

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
SetsByMuscle = Annotated[Mapping[str, float], AfterValidator(FrozenDict)]
Moves = Annotated[Mapping[str, Move], AfterValidator(FrozenDict)]


class Item(Shown, frozen=True):
    """One move in a session, and how much of it.

    Attributes:
        exercise: its id; ``programme.moves`` says how it is done.
        slot: the place of the session that it stands in.
        sets: how many sets, or efforts of an interval session.
        reps: how many in a set at least; None where it is held or kept up.
        reps_most: how many at most; at so many the work is made harder in another way.
        seconds: how long it is held or kept up, in each repetition or set.
        seconds_most: at how many of them likewise.
        rest_seconds: the rest between two sets.
        per_side: whether the amount is for each side.
        dose: the same in a line.
        effort: how hard, in plain words.
        why: why it is there.
        muscles: what it trains, the ids of the muscles.
        advice: the advice of the plan that offers it.
        context: where its dose is meant, as the catalogue names it.
        level: the level from which on that dose holds.
        covers: the parts of the back that it counts for.
        heavier: whether the work gets harder than in the week before.
        ramp_up: the sets before the first one: how many repetitions, with how many percent of its
            weight.
        ramp_up_text: the same in words.
        gear: what it is done with, of what there is.
    """

    shown_by: ClassVar[tuple[str, ...]] = ("exercise", "dose", "title")

    exercise: str
    title: str
    slot: str
    sets: int
    reps: int | None
    reps_most: int | None
    seconds: int | None
    seconds_most: int | None
    rest_seconds: int
    per_side: bool
    dose: str
    effort: str
    why: str
    muscles: tuple[str, ...] = ()
    advice: str | None = None
    context: str
    level: Level
    covers: tuple[str, ...] = ()
    heavier: bool = False
    ramp_up: tuple[tuple[int, int], ...] = ()
    ramp_up_text: str | None = None
    gear: tuple[str, ...] = ()


class Session(Shown, frozen=True):
    """One session of a day.

    Attributes:
        kind: strength, intervals, cardio, recovery or mobility.
        rule: the session of the knowledge that it follows.
        part: the part of the week for whose sake it is there, if it is no session of its own.
        minutes: how long it takes, the warm-up and the cool-down included.
        warm_up: how it begins.
        cool_down: how it ends, for those to whom that matters.
        why: why it is in the week.
        target: why so much of it.
        muscles: the ids of the muscles that it trains most.
    """

    shown_by: ClassVar[tuple[str, ...]] = ("kind", "minutes", "title")

    kind: SessionKindName
    rule: str
    part: str | None = None
    title: str
    minutes: int
    warm_up_minutes: int
    warm_up: str | None
    cool_down_minutes: int = 0
    cool_down: str | None = None
    items: tuple[Item, ...]
    why: str
    target: str | None = None
    muscles: tuple[str, ...] = ()


class Day(Shown, frozen=True):
    """One day: its sessions, balance and then strength first; none on a free day."""

    shown_by: ClassVar[tuple[str, ...]] = ("weekday", "sessions")

    weekday: Weekday
    date: date | None
    sessions: tuple[Session, ...]

    @property
    def minutes(self) -> int:
        """How long all of it takes."""
        return sum(each.minutes for each in self.sessions)


class Week(Shown, frozen=True):
    """Seven days, from Monday on.

    Attributes:
        number: which week it is, from 1.
        easier: whether it asks for less than the week before, on purpose.
        changes: what is other than in the week before, and why.
        sets_by_muscle: the sets of the week by the id of the muscle; one that only helps counts
            for half a set.
        aerobic_minutes: the brisk minutes; a hard one counts as the knowledge says.
        missed: the ids of the goals of a balanced week that it does not reach.
    """

    shown_by: ClassVar[tuple[str, ...]] = ("number", "days")

    number: int
    easier: bool
    days: tuple[Day, ...]
    changes: tuple[str, ...]
    sets_by_muscle: SetsByMuscle
    aerobic_minutes: int
    missed: tuple[str, ...]

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions in the order of the days."""
        return tuple(each for day in self.days for each in day.sessions)

    @property
    def minutes(self) -> int:
        """How long all of it takes."""
        return sum(day.minutes for day in self.days)


class Without(Shown, frozen=True):
    """What becomes possible once one wish is given up.

    Attributes:
        gives: the goals that a week then reaches besides.
        costs: where that is none, those that it no longer reaches if it holds the other wishes.
    """

    shown_by: ClassVar[tuple[str, ...]] = ("wish", "text")

    wish: str
    gives: tuple[str, ...]
    costs: tuple[str, ...] = ()
    text: str


class Conflict(Shown, frozen=True):
    """A smallest set of wishes that cannot hold together: without any one of them the others can.

    Attributes:
        wishes: their ids: limits such as ``training_days``, and goals such as ``cover-lower-back``.
        text: the same in words.
        without: what giving up each of them would give.
    """

    shown_by: ClassVar[tuple[str, ...]] = ("wishes", "text")

    wishes: tuple[str, ...]
    text: str
    without: tuple[Without, ...]


class Improved(Shown, frozen=True):
    """How a solver looked for a better week than the one that is put together step by step.

    Attributes:
        proved: whether it is proved that nothing better is left, step by step: goals of the week,
            its days, the moves of one session after the other, how much of each.
        nodes: after how many nodes the search of a step ends at the latest.
        text: the same in words.
    """

    shown_by: ClassVar[tuple[str, ...]] = ("proved", "text")

    proved: bool
    nodes: int
    text: str


class Note(Shown, frozen=True):
    """What to do when something comes in between."""

    shown_by: ClassVar[tuple[str, ...]] = ("id", "text")

    id: str
    title: str
    text: str


class WeekCaution(Shown, frozen=True):
    """What this person minds in some moves of the weeks: the ids of these, and the words."""

    shown_by: ClassVar[tuple[str, ...]] = ("exercises", "text")

    text: str
    exercises: tuple[str, ...]


class ProgrammeContent(BaseModel, frozen=True, extra="forbid", defer_build=True):
    """Everything that a programme says.

    Attributes:
        facts: what was told, as ``Profile`` takes it.
        gate_line: what screening decided, in a line.
        start: the Monday on which the first week begins; None where no day was named.
        days_a_week: on how many days a week training may stand, if that was asked for.
        weeks: the weeks in order; none where the gate allows no training.
        conflicts: the smallest sets of wishes that cannot hold together.
        held_back: the ids of the goals of a balanced week that are not wanted for now, since safety
            keeps what they ask for out of it.
        out_of_reach: the ids of those for which no move is open, with whatever gear and time.
        cautions: what this person, and not everybody, has to mind in the moves.
        moves: how to do each exercise, once.
        notes: what to do when something comes in between.
        improved: how a solver looked for a better week; None where none did.
    """

    schema_version: Literal["1"] = "1"
    library_version: str
    knowledge_version: str
    facts: ToldFacts
    gate: GateName
    gate_line: str
    start: date | None
    days_a_week: int | None = None
    weeks: tuple[Week, ...]
    conflicts: tuple[Conflict, ...] = ()
    held_back: tuple[str, ...] = ()
    out_of_reach: tuple[str, ...] = ()
    cautions: tuple[WeekCaution, ...] = ()
    moves: Moves = Field(default_factory=FrozenDict)
    notes: tuple[Note, ...] = ()
    notice: str
    intervals_from: int | None = None
    improved: Improved | None = None

    @property
    def days(self) -> tuple[Day, ...]:
        """The days of the first week; none where there is no week."""
        return self.weeks[0].days if self.weeks else ()

    @property
    def sessions(self) -> tuple[Session, ...]:
        """All sessions of the first week in the order of its days."""
        return self.weeks[0].sessions if self.weeks else ()
