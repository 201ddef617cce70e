"""The weeks of one person: the first put together, the others made from it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from backfat_rules.decision import DecisionContent, Person
from backfat_rules.knowledge.gates import GATES
from backfat_rules.language import evaluate
from backfat_rules.training_week.constructive import WeekBuilder
from backfat_rules.training_week.decided_week import Days, DecidedWeek
from backfat_rules.training_week.goals import goals_held_back, goals_out_of_reach
from backfat_rules.training_week.improving import Search, can_be_reached, improved
from backfat_rules.training_week.progression import week_after
from backfat_rules.training_week.solver import must_be_there
from backfat_rules.training_week.week_limits import Limits, Numbers
from backfat_rules.training_week.wishes import DecidedConflict, Wishes

NO_REASON_IN_HEALTH = GATES["proceed"].rank


@dataclass(frozen=True)
class DecidedProgramme:
    """What was decided.

    Attributes:
        weeks: in order; none where the gate allows no plan, or nothing is open.
        conflicts: the wishes that cannot hold together.
        intervals_from: the week from which on hard intervals may be thought of; None where they
            stand in the week already, or something in a person's health speaks against them.
        held_back: the goals of a balanced week that are not wanted for now.
        out_of_reach: those for which no move is open to the person, whatever they wish.
        search: how a solver looked for the first week; None where none did.
        changed: whether it would be another week if no answer closed anything.
        left_out: the kinds of session that it would hold then besides; else the moves of strength.
    """

    weeks: tuple[DecidedWeek, ...]
    conflicts: tuple[DecidedConflict, ...] = ()
    intervals_from: int | None = None
    held_back: tuple[str, ...] = ()
    out_of_reach: tuple[str, ...] = ()
    search: Search | None = None
    changed: bool = False
    left_out: tuple[str, ...] = ()


def decide_weeks(
    person: Person,
    decision: DecisionContent,
    weeks: int = 1,
    most_days: int | None = None,
    kept: Collection[str] = (),
    *,
    improve: bool = False,
    before: Days | None = None,
) -> DecidedProgramme:
    """The programme of a person; one week alone where somebody has to be seen before any more.

    Args:
        person: whose.
        decision: what was decided for them.
        weeks: how many weeks.
        most_days: on how many days a week training may stand; the usual if None.
        kept: the moves of a week before, which stay unless something speaks against them.
        improve: whether a solver looks for a better week than the one put together step by step.
        before: the days of that week before; the sessions stay on theirs where they can.

    Raises:
        BackfatRulesError: the week is to be improved, and highspy is not installed.
    """
    if improve:
        must_be_there()
    if person.screened.no_plan or not person.knowledge.sessions:
        return DecidedProgramme(())
    builder = builder_for(person, decision, most_days, kept, before or ())
    search = improved(builder, before) if improve else None
    first = builder.build() if search is None else search.week
    if not any(first.days):
        return DecidedProgramme(())
    if GATES[person.screened.gate].waits_for_ok:
        weeks = 1
    others = tuple(week_after(first, number, builder) for number in range(2, weeks + 1))
    wishes = Wishes(builder, first, can_be_reached if improve else None)
    conflicts = wishes.conflicts() if first.missed else ()
    held = tuple(each for each in goals_held_back(builder) if each not in first.met)
    beyond = tuple(each for each in goals_out_of_reach(builder) if each not in {*held, *first.met})
    from_week = intervals_from(builder)
    plain = first if search is None else builder.build()
    free = builder.unscreened().build() if person.screened.fired else plain
    return DecidedProgramme(
        (first, *others),
        conflicts,
        from_week,
        held,
        beyond,
        search,
        changed=free.days != plain.days,
        left_out=_besides(free, plain),
    )


def _besides(free: DecidedWeek, week: DecidedWeek) -> tuple[str, ...]:
    """The kinds of session of one week that another has not; where it has all, moves of strength.

    Whoever moves on in another way altogether needs no list of the moves that are not theirs.
    """
    for ids in (_kinds, _other_moves, _lifted):
        has = {*ids(week)}
        if besides := tuple(each for each in dict.fromkeys(ids(free)) if each not in has):
            return besides if ids is not _other_moves else ()
    return ()


def _kinds(week: DecidedWeek) -> Iterator[str]:
    yield from (session.kind for day in week.days for session in day)


def _lifted(week: DecidedWeek) -> Iterator[str]:
    yield from _moves_of(week, lifted=True)


def _other_moves(week: DecidedWeek) -> Iterator[str]:
    yield from _moves_of(week, lifted=False)


def _moves_of(week: DecidedWeek, *, lifted: bool) -> Iterator[str]:
    for session in (each for day in week.days for each in day):
        if (session.kind == "strength") is lifted:
            yield from (item.exercise for item in session.items)


def builder_for(
    person: Person,
    decision: DecisionContent,
    most_days: int | None = None,
    kept: Collection[str] = (),
    before: Days = (),
) -> WeekBuilder:
    """What builds the weeks of a person within what they have told."""
    numbers = Numbers(person.knowledge, person.derivation.known, person.choices.level)
    likes = dict.fromkeys(kept, numbers("prefer-kept")) if kept else None
    limits = Limits.of(person, numbers, most_days)
    return WeekBuilder(person, decision, limits, kept=likes, before=before)


def intervals_from(builder: WeekBuilder) -> int | None:
    """The first week after enough weeks of training, where nothing but that is missing."""
    if "intervals" in builder.moves.rules:
        return None
    rules = builder.person.knowledge.sessions.values()
    rule = next((each for each in rules if each.kind == "intervals"), None)
    screened = builder.person.screened
    bits = screened.book.bits
    if rule is None or rule.base is None or "strength" not in builder.moves.rules:
        return None
    tags = [bits[f"tag {tag}"] for tag in (*rule.tags, *rule.begins)]
    for each in screened.fired:
        closes = any(each.fired & tag for tag in tags)
        if closes and GATES[each.rule.gate].rank > NO_REASON_IN_HEALTH:
            return None
    trained = evaluate(rule.base.tree, builder.person.derivation.known)
    so_far = int(trained) if isinstance(trained, int | float) else 0
    return max(1, builder.numbers("intervals-after-weeks") - so_far + 1)
