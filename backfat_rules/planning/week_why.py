"""Why something is in a week: the sentence, what it rests on, and the sources."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from backfat_rules.errors import BackfatRulesError, did_you_mean
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Grounds
from backfat_rules.knowledge.heavy_lifts import HeavyLift
from backfat_rules.plain import shown_value
from backfat_rules.planning.plan_content import Source
from backfat_rules.planning.programme_content import Item, ProgrammeContent
from backfat_rules.planning.reasons import sources_of
from backfat_rules.planning.shown import Shown
from backfat_rules.planning.telling import Telling
from backfat_rules.training_week.lifts import lift_of
from backfat_rules.training_week.week_limits import Limits, Numbers


class WhyInWeek(Shown, frozen=True):
    """Why something is in a week.

    Attributes:
        text: why, in a sentence.
        value: what it comes to for this person, of a number.
        unit: the unit of the value.
        reasons: what it rests on besides.
        sources: the claims and publications behind it.
    """

    shown_by: ClassVar[tuple[str, ...]] = ("id", "text")

    id: str
    text: str
    value: int | None = None
    unit: str | None = None
    reasons: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


def why_in_week(id: str, programme: ProgrammeContent, telling: Telling) -> WhyInWeek:
    """Why a move, a session, a part or a number of a week is as it is.

    Raises:
        BackfatRulesError: nothing of the week has this id.
    """
    knowledge = telling.knowledge
    if id in programme.moves:
        return _why_move(id, programme, telling)
    if id in knowledge.week_goals:
        goal = knowledge.week_goals[id]
        sources = sources_of([goal], knowledge)
        text = goal.reason or goal.title
        return WhyInWeek.made(id=id, text=text, value=None, unit=None, reasons=(), sources=sources)
    if id in knowledge.training_numbers:
        number = knowledge.training_numbers[id]
        numbers = Numbers(knowledge, telling.derivation.known, telling.choices.level)
        sources = sources_of([number], knowledge)
        return WhyInWeek.made(
            id=id,
            text=number.reason,
            value=numbers(id),
            unit=number.unit,
            reasons=(),
            sources=sources,
        )
    sessions = [each for week in programme.weeks for each in week.sessions]
    for session in sessions:
        if id in (session.kind, session.rule):
            rule = knowledge.sessions[session.rule]
            sources = sources_of([rule], knowledge)
            return WhyInWeek.made(
                id=id, text=session.why, value=None, unit=None, reasons=(), sources=sources
            )
    raise _unknown(id, programme, knowledge)


def _why_move(id: str, programme: ProgrammeContent, telling: Telling) -> WhyInWeek:
    """Why a move is there, why so much of it, and what it asks for as a heavy lift."""
    knowledge = telling.knowledge
    found = (
        (item, session)
        for week in programme.weeks
        for session in week.sessions
        for item in session.items
        if item.exercise == id
    )
    item, session = next(found)
    lift = _lift(item, programme, telling)
    reasons = (session.why, session.target, item.dose, item.effort, lift and lift.reason)
    grounds: list[Grounds] = [knowledge.exercises[id], *([lift] if lift else [])]
    return WhyInWeek.made(
        id=id,
        text=item.why,
        value=None,
        unit=None,
        reasons=tuple(filter(None, reasons)),
        sources=sources_of(grounds, knowledge),
    )


def _lift(item: Item, programme: ProgrammeContent, telling: Telling) -> HeavyLift | None:
    """What a move asks for as a heavy lift; None where it leads up to nothing."""
    if not item.ramp_up:
        return None
    knowledge, level = telling.knowledge, telling.choices.level
    numbers = Numbers(knowledge, telling.derivation.known, level)
    limits = Limits.of(telling, numbers, programme.days_a_week)
    return lift_of(knowledge.exercises[item.exercise], knowledge, level, limits)


def _unknown(id: str, programme: ProgrammeContent, knowledge: KnowledgeBase) -> BackfatRulesError:
    known = [*_known(programme), *knowledge.training_numbers]
    remedy = did_you_mean(str(id), known) or f"It has: {', '.join(_known(programme))}."
    return BackfatRulesError(f"Nothing of this week is called {shown_value(id)}. {remedy}")


def _known(programme: ProgrammeContent) -> Iterator[str]:
    yield from programme.moves
    yield from dict.fromkeys(each.kind for week in programme.weeks for each in week.sessions)
