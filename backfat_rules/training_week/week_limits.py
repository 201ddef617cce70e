"""What a week has to fit into: days, minutes, gear and what somebody would not do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

from backfat_rules.decision import Person
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.dose_context import Level
from backfat_rules.language import Facts, Range, evaluate
from backfat_rules.training_week.decided_week import WEEKDAYS


@dataclass(frozen=True)
class Numbers:
    """The numbers of the week for one person."""

    knowledge: KnowledgeBase
    known: Facts
    level: Level
    _made: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    def __call__(self, id: str) -> int:
        """One of them, as a whole number."""
        if id not in self._made:
            number = self.knowledge.training_numbers[id]
            self._made[id] = round(number.for_person(self.known, self.level))
        return self._made[id]


@dataclass(frozen=True)
class Limits:
    """What a week has to fit into; what a person has wished or cannot change.

    Attributes:
        days: the days on which training can stand, from 0 for Monday.
        most_days: on how many of them at most.
        minutes: how long the training of one day can be.
        equipment: what there is; None where everything is.
        disliked: the moves that are left out.
        elsewhere: the gear of places to which the person does not go.
        only_elsewhere: what of it cannot be had anywhere else.
        wished: the names of those limits that the person has set.
    """

    days: tuple[int, ...]
    most_days: int
    minutes: int
    equipment: frozenset[str] | None
    disliked: frozenset[str]
    elsewhere: frozenset[str] = frozenset()
    only_elsewhere: frozenset[str] = frozenset()
    wished: tuple[str, ...] = ()

    @classmethod
    def of(cls, person: Person, numbers: Numbers, most_days: int | None = None) -> Self:
        """What somebody has told, and the usual where they have not."""
        known, policy = person.derivation.known, person.knowledge.policy
        named = _told_set(known, policy.days_from)
        minutes = _told_minutes(known, policy.minutes_from)
        gear = _told_set(known, policy.equipment_from)
        disliked = _told_set(known, policy.disliked_from) or frozenset()
        days = tuple(at for at, day in enumerate(WEEKDAYS) if not named or day in named)
        usual = len(named) if named else numbers("training-days")
        free = len(WEEKDAYS) - numbers("free-days")
        away = [
            each
            for each in person.knowledge.assumed_gear.values()
            if each.away is not None and evaluate(each.away.tree, known) is True
        ]
        wished = {
            "training_days": bool(named),
            "days": most_days is not None,
            "minutes_per_session": minutes is not None,
            "equipment": gear is not None,
            "disliked_exercises": bool(disliked),
            "location": bool(away),
        }
        return cls(
            days=days,
            most_days=min(most_days or usual, free),
            minutes=min(minutes or numbers("session-minutes"), numbers("minutes-most")),
            equipment=gear if gear is not None else _assumed_gear(person),
            disliked=disliked,
            elsewhere=frozenset(thing for each in away for thing in each.equipment),
            only_elsewhere=frozenset(thing for each in away for thing in each.only_there),
            wished=tuple(name for name, is_wished in wished.items() if is_wished),
        )


def _told_set(known: Facts, fact: str | None) -> frozenset[str] | None:
    told = known.get(fact) if fact else None
    return told if isinstance(told, frozenset) else None


def _told_minutes(known: Facts, fact: str | None) -> int | None:
    """What was told; of a range what is certain to be there."""
    told = known.get(fact) if fact else None
    if isinstance(told, Range):
        told = told.lowest if told.lowest > 0 else None
    return int(told) if isinstance(told, int | float) else None


def _assumed_gear(person: Person) -> frozenset[str]:
    known = person.derivation.known
    for each in person.knowledge.assumed_gear.values():
        if evaluate(each.when.tree, known) is True:
            return frozenset(each.equipment)
    return frozenset()
