"""A week put together step by step: intervals, strength, endurance, practice, easy movement.

What asks most of a week takes its days first; nothing that stands is moved again.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from copy import copy
from dataclasses import replace
from fractions import Fraction

from backfat_rules.decision import DecisionContent, Person
from backfat_rules.decision.screening import Screened
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.training_rules import SESSION_KINDS, SessionKindName, SessionRule
from backfat_rules.language import evaluate
from backfat_rules.training_week.decided_week import Days, DecidedSession, DecidedWeek
from backfat_rules.training_week.endurance import OneMoveSession
from backfat_rules.training_week.goals import aerobic_goal, aerobic_minutes, goals_met, is_met
from backfat_rules.training_week.item_amounts import cool_down_of, warm_up_of
from backfat_rules.training_week.open_moves import OpenMoves
from backfat_rules.training_week.practice import put_practice
from backfat_rules.training_week.preference import Preference
from backfat_rules.training_week.spread import LENGTH, distance, far_apart
from backfat_rules.training_week.strength_session import StrengthSession
from backfat_rules.training_week.under_way import UnderWay
from backfat_rules.training_week.week_limits import Limits, Numbers

HOURS_A_DAY = 24


class WeekBuilder:
    """Builds the week of one person within some limits.

    Args:
        kept: by the id of a move, how much more it is liked because it stood there before.
        before: the days of a week before; sessions stay on theirs where these serve as well.

    Attributes:
        aerobic: the brisk minutes to aim at.
    """

    def __init__(
        self,
        person: Person,
        decision: DecisionContent,
        limits: Limits,
        *,
        kept: Mapping[str, int] | None = None,
        before: Days = (),
    ) -> None:
        knowledge = person.knowledge
        self.person, self.decision, self.limits = person, decision, limits
        self.numbers = Numbers(knowledge, person.derivation.known, person.choices.level)
        self._screened, self._before = person.screened, before
        self.moves = OpenMoves(person, decision, limits)
        self.preference = Preference(person, self.numbers, kept)
        self.aerobic = self._aerobic_goal()

    def _aerobic_goal(self) -> int:
        """The brisk minutes of a first week."""
        rule = self.moves.rules.get("cardio")
        grows = rule is None or self.moves.may_grow(rule)
        return aerobic_goal(self.person, self.numbers, grows=grows)

    @property
    def days_between(self) -> int:
        """How many days lie between two loads of the same part of the back."""
        return -(-self.numbers("hours-between-loads") // HOURS_A_DAY)

    def empty_week(self) -> UnderWay:
        """A week in which nothing stands yet."""
        return UnderWay(self.days_between)

    def within(self, limits: Limits) -> WeekBuilder:
        """A builder for the same person within other limits."""
        other = copy(self)
        other.limits, other.moves = limits, self.moves.within(limits)
        return other

    def unscreened(self) -> WeekBuilder:
        """A builder for the same person if no answer of theirs closed anything.

        What waits for an answer stays closed.
        """
        other = copy(self)
        other._screened = without_answers(self.person.screened)
        other.moves = OpenMoves(self.person, self.decision, self.limits, other._screened)
        other.aerobic = other._aerobic_goal()
        return other

    def kinds_for(self, goals: Iterable[str]) -> frozenset[str]:
        """The kinds of session that some goals need."""
        known = self.person.knowledge.week_goals
        return frozenset(known[each].kind or "strength" for each in goals)

    def build(self, number: int = 1, kinds: Container[str] = SESSION_KINDS) -> DecidedWeek:
        """The week, of sessions of some kinds."""
        return self.finished(self._training(kinds), number, kinds)

    def reached(self, kinds: Container[str]) -> frozenset[str]:
        """The goals that a week with sessions of some kinds reaches; it is not put together whole.

        Practice and easy movement serve none of them.
        """
        days = _in_order(self._training(kinds), self.person.knowledge)
        goals = self.person.knowledge.week_goals.values()
        return frozenset(each.id for each in goals if is_met(each, days, self))

    def _training(self, kinds: Container[str]) -> UnderWay:
        """The sessions that train."""
        week = self.empty_week()
        rules = {kind: rule for kind, rule in self.moves.rules.items() if kind in kinds}
        lifting, hard = self._training_days(rules)
        done = self._intervals(rules.get("intervals"), hard, week)
        self._strength(rules, lifting, hard if done else (), week)
        left = self._endurance(rules.get("cardio"), done, lifting, week)
        if "cardio" in rules:
            self._make_up(left, week)
        return week

    def finished(
        self, week: UnderWay, number: int = 1, kinds: Container[str] = SESSION_KINDS
    ) -> DecidedWeek:
        """The week once its training stands: with practice and easy movement."""
        put_practice(week, self.moves, self.decision, self.numbers, self.limits)
        if "recovery" in kinds:
            self._recovery(self.moves.rules.get("recovery"), week)
        days = _in_order(week, self.person.knowledge)
        met, missed = goals_met(days, self)
        return DecidedWeek(number, days, met, missed)

    def _training_days(
        self, rules: Mapping[str, SessionRule]
    ) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The days of strength, and those of intervals, which stand as far from them as can be."""
        lifting: tuple[int, ...] = ()
        if "strength" in rules:
            wished = min(self.a_week(rules["strength"]), self.numbers("back-sessions-most"))
            lifting = self._spread(min(wished, self.limits.most_days))
        if "intervals" not in rules or len(lifting) >= self.limits.most_days:
            return lifting, ()
        free = [day for day in self.limits.days if day not in lifting]
        return lifting, far_apart(free, self.a_week(rules["intervals"]), lifting)

    def _spread(self, count: int) -> tuple[int, ...]:
        """So many days with a rest between; with fewer where only those give the rest."""
        chosen = far_apart(self.limits.days, count)
        least = self.numbers("strength-twice-least")
        while len(chosen) > least and _closest(chosen) < self.days_between:
            chosen = far_apart(self.limits.days, len(chosen) - 1)
        kept = self._as_before(chosen, self.limits.days, "strength")
        rested = min(self.days_between, _closest(chosen))
        return kept if _closest(kept) >= rested else chosen

    def _as_before(
        self, chosen: tuple[int, ...], free: Iterable[int], kind: SessionKindName
    ) -> tuple[int, ...]:
        """The days that sessions of a kind had before, if as many and free; else those chosen."""
        had = [{each.kind for each in day} for day in self._before]
        alone = {kind} if kind == "strength" else {kind, "strength"}
        days = tuple(at for at, kinds in enumerate(had) if kinds & alone == {kind})
        return days if len(days) == len(chosen) and {*days} <= {*free} else chosen

    def a_week(self, rule: SessionRule) -> int:
        """How often a session stands in a week at most; no oftener than now where more is closed.

        What a week has of it now is counted as none where that is not known.
        """
        most = self.numbers(rule.a_week) if rule.a_week else LENGTH
        screened = self._screened
        if rule.now is not None and any(screened.closes_tag(tag) for tag in rule.adds):
            now = evaluate(rule.now.tree, self.person.derivation.known)
            most = min(most, int(now) if isinstance(now, int | float) else 0)
        return most

    def _intervals(self, rule: SessionRule | None, days: Iterable[int], week: UnderWay) -> int:
        """Put the hard intervals on their days; how many brisk minutes they count for."""
        if rule is None:
            return 0
        session = OneMoveSession(rule, self.moves, self.numbers, self.preference)
        minutes = sum(session.put_efforts(day, self.limits.minutes, week) for day in days)
        return minutes * self.numbers("hard-minutes-count")

    def _strength(
        self,
        rules: Mapping[str, SessionRule],
        days: Sequence[int],
        hard: Sequence[int],
        week: UnderWay,
    ) -> None:
        if "strength" not in rules:
            return
        away = self.numbers("days-from-hinge-to-intervals")
        for at, day in enumerate(days, start=1):
            near = any(distance(day, other) < away for other in hard)
            banned = rules["intervals"].away_from if near else ()
            session = StrengthSession(
                rules["strength"],
                self.moves,
                self.numbers,
                self.preference,
                banned,
                Fraction(at, len(days)),
            )
            session.put(day, self.first_minutes(), week)

    def _endurance(
        self, rule: SessionRule | None, done: int, lifting: Sequence[int], week: UnderWay
    ) -> int:
        """Share the brisk minutes that are left among the days that are, then after strength.

        Returns how many are still left.
        """
        if rule is None:
            return 0
        session = OneMoveSession(rule, self.moves, self.numbers, self.preference)
        taken = [day for day in range(LENGTH) if week.sessions[day]]
        free = [day for day in self.limits.days if day not in taken]
        most = self.a_week(rule)
        left = self.aerobic - done
        count = min(self.days_left(len(taken), left), most)
        days = self._as_before(far_apart(free, count, taken), free, "cardio")
        for at, day in enumerate(days):
            share = _rounded(left / (len(days) - at))
            if left > 0:
                at_most = None if self.moves.may_grow(rule) else left
                left -= session.put_minutes(day, share, self.limits.minutes, week, at_most)
        beside = [day for day in taken if day in lifting][: max(0, most - len(days))]
        for day in beside:
            room = self.first_minutes() - week.minutes(day)
            if left > 0 and room >= 2 * self.numbers("minutes-least"):
                at_most = None if self.moves.may_grow(rule) else left
                left -= session.put_minutes(day, _rounded(left), room, week, at_most)
        return left

    def make_up_for(self, week: UnderWay) -> None:
        """Let walks make up for the brisk minutes that the sessions of a week leave open."""
        knowledge = self.person.knowledge
        days = _in_order(week, knowledge)
        self._make_up(self.aerobic - aerobic_minutes(days, knowledge, self.numbers), week)

    def _make_up(self, left: int, week: UnderWay) -> None:
        """Put the brisk minutes that are left on days without training, but for free ones."""
        rule = self.moves.making_up.get("cardio")
        if rule is None or left <= 0:
            return
        session = OneMoveSession(rule, self.moves, self.numbers, self.preference)
        trained = [day for day in range(LENGTH) if week.sessions[day]]
        rest = [day for day in range(LENGTH) if day not in trained]
        most = min(self.numbers("recovery-minutes"), self.limits.minutes)
        needed = -(-left // max(1, most))
        count = min(needed, max(0, len(rest) - self.numbers("free-days")))
        for at, day in enumerate(far_apart(rest, count, trained)):
            if left > 0:
                share = _rounded(left / (count - at))
                at_most = None if self.moves.may_grow(rule) else left
                left -= session.put_minutes(day, share, self.limits.minutes, week, at_most)

    def first_minutes(self) -> int:
        """How long a session is at first, so that it can grow."""
        return self.limits.minutes * (100 - self.numbers("share-to-grow")) // 100

    def days_left(self, taken: int, minutes: int) -> int:
        """How many more days can hold endurance; where none were named, as many as it needs."""
        left = self.limits.most_days - taken
        if not {"training_days", "days"} & {*self.limits.wished}:
            most = self.limits.minutes
            around = warm_up_of(most, self.numbers) + cool_down_of(most, self.numbers)
            needed = -(-minutes // max(1, most - around))
            most = LENGTH - self.numbers("free-days") - taken
            left = max(left, min(needed, most))
        return max(0, left)

    def _recovery(self, rule: SessionRule | None, week: UnderWay) -> None:
        """Easy movement on the days without training, but for those that stay free."""
        if rule is None:
            return
        if any(week.sessions) and not rule.advised_by and not self.moves.may_grow(rule):
            return  # nothing is added to what somebody does already
        session = OneMoveSession(rule, self.moves, self.numbers, self.preference)
        trained = [day for day in range(LENGTH) if _trains(week, day)]
        rest = [day for day in range(LENGTH) if day not in trained]
        count = min(max(0, len(rest) - self.numbers("free-days")), self.a_week(rule))
        most = min(self.numbers("recovery-minutes"), self.limits.minutes)
        for day in far_apart(rest, count, trained):
            session.put_minutes(day, most, most, week)


def without_answers(screened: Screened) -> Screened:
    """What would be closed if no screening rule had fired."""
    closed = 0
    for each in screened.unanswered:
        closed |= each.unanswered
    return replace(screened, gate="proceed", fired=(), closed=closed)


def _trains(week: UnderWay, day: int) -> bool:
    """Whether a day holds more than practice."""
    return any(each.part is None for each in week.sessions[day])


def _closest(days: Sequence[int]) -> int:
    """How many days lie between the two that are closest."""
    pairs = ((day, other) for day in days for other in days if day != other)
    return min((distance(day, other) for day, other in pairs), default=LENGTH)


def _in_order(week: UnderWay, knowledge: KnowledgeBase) -> Days:
    """The sessions of each day in the order of their kinds, but for practice that comes first."""

    def order(session: DecidedSession) -> tuple[bool, int]:
        comes_first = session.part is not None and knowledge.week_parts[session.part].first
        return not comes_first, SESSION_KINDS.index(session.kind)

    return tuple(tuple(sorted(each, key=order)) for each in week.sessions)


def _rounded(minutes: float) -> int:
    """Minutes as people write them: a whole number of fives, upwards."""
    return -(-round(minutes) // 5) * 5
