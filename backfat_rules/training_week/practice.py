"""The few minutes of practice that advice asks for on so many days of a week."""

from __future__ import annotations

from backfat_rules.decision import DecisionContent
from backfat_rules.knowledge.training_rules import SessionRule, WeekPart
from backfat_rules.training_week.decided_week import DecidedItem, DecidedSession
from backfat_rules.training_week.item_amounts import item_of, seconds_of, session_minutes
from backfat_rules.training_week.open_moves import Candidate, OpenMoves, is_whole
from backfat_rules.training_week.spread import LENGTH, far_apart
from backfat_rules.training_week.under_way import UnderWay
from backfat_rules.training_week.week_limits import Limits, Numbers


def put_practice(
    week: UnderWay,
    moves: OpenMoves,
    decision: DecisionContent,
    numbers: Numbers,
    limits: Limits,
) -> None:
    """Give each part of the week that is advised its days; parts of one day stand together."""
    rule = moves.rules.get("mobility") or _rule_for(moves)
    if rule is None:
        return
    by_day: dict[int, list[DecidedItem]] = {day: [] for day in range(LENGTH)}
    parts: dict[int, str] = {}
    for part in moves.knowledge.week_parts.values():
        if decision.advised.isdisjoint(part.advice):
            continue
        items = _items(part, rule, moves, numbers)
        for day in far_apart(range(LENGTH), part.days):
            fitting = _fitting(items, by_day[day], _moves_on(day, week), limits.minutes, numbers)
            if fitting:
                by_day[day] += fitting
                parts.setdefault(day, part.id)
    for day, items_of_day in by_day.items():
        if items_of_day:
            seconds = sum(seconds_of(each, numbers) for each in items_of_day)
            minutes = session_minutes(0, seconds)
            session = DecidedSession(
                rule.id, rule.kind, minutes, 0, tuple(items_of_day), parts[day]
            )
            week.put(day, session)


def _rule_for(moves: OpenMoves) -> SessionRule | None:
    rules = moves.knowledge.sessions.values()
    return next((each for each in rules if each.kind == "mobility"), None)


def _items(
    part: WeekPart, rule: SessionRule, moves: OpenMoves, numbers: Numbers
) -> list[DecidedItem]:
    """The first moves of the advice that a few minutes have room for."""
    found: list[DecidedItem] = []
    left = 60 * part.minutes
    for advice in part.advice:
        for chosen in moves.offers_of(advice):
            dose, exercise = chosen.dose, moves.knowledge.exercises[chosen.id]
            if dose is None or dose.context not in rule.contexts or not is_whole(dose):
                continue
            candidate = Candidate(exercise, dose, advice, (), frozenset())
            item = item_of(candidate, rule.slots[0].id, numbers)
            if len(found) < part.moves and seconds_of(item, numbers) <= left:
                found.append(item)
                left -= seconds_of(item, numbers)
    return found


def _moves_on(day: int, week: UnderWay) -> set[str]:
    """The moves that stand on a day already, in other sessions."""
    return {item.exercise for session in week.sessions[day] for item in session.items}


def _fitting(
    items: list[DecidedItem],
    there: list[DecidedItem],
    elsewhere: set[str],
    minutes: int,
    numbers: Numbers,
) -> list[DecidedItem]:
    """Those that are not on the day yet and leave it within its limit."""
    taken = {each.exercise for each in there} | elsewhere
    left = minutes * 60 - sum(seconds_of(each, numbers) for each in there)
    fitting: list[DecidedItem] = []
    for item in items:
        cost = seconds_of(item, numbers)
        if item.exercise not in taken and cost <= left:
            fitting.append(item)
            left -= cost
    return fitting
