"""What becomes of the amounts from week to week, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.training_week.decided_week import WEEKDAYS, DecidedItem, DecidedWeek
from backfat_rules.training_week.week_limits import Numbers
from backfat_rules.wording import Reader


class GrowthTelling:
    """Tells how the weeks of one person go on."""

    def __init__(self, knowledge: KnowledgeBase, reader: Reader, numbers: Numbers) -> None:
        self._knowledge, self._reader, self._numbers = knowledge, reader, numbers

    def changes(self, week: DecidedWeek) -> Iterator[str]:
        """What is other than in the week before."""
        say, items = self._reader.say, [*_strength_items(week)]
        for change in week.changes:
            if change == "easier":
                yield say("week-easier" if items else "week-easier-minutes")
            elif change == "fewer-sessions":
                yield say("week-without-intervals")
            elif change == "back":
                yield say("week-back", number=week.number - 2)
            elif change == "heavier":
                yield self._with_step("week-heavier", items)
            else:
                yield say("week-more-than-then" if "back" in week.changes else "week-more")
        if week.easier:
            yield from self._sets_of(week)

    def how_it_grows(self, week: DecidedWeek, *, strength: bool, minutes: bool) -> Iterator[str]:
        """How a week becomes the next one: its sets where these grow, and its minutes."""
        items = [*_strength_items(week)]
        if strength and items:
            yield self._with_step("strength-grows", items)
        if minutes:
            yield self._reader.say("minutes-grow", minutes=self._numbers("aerobic-step") // 3)

    def harder(self, gear: Iterable[tuple[str, ...]]) -> str:
        """How some moves become harder, by what each of them is done with."""
        things = (thing for each in gear for thing in each or ("",))
        words = (self._reader.word_or_other("harder-with", each) for each in things)
        return self._reader.listed(dict.fromkeys(words), "list-or")

    def _with_step(self, sentence: str, items: Iterable[DecidedItem]) -> str:
        """A sentence on what becomes harder, and by how much where that is a weight."""
        counted = [item for item in items if item.reps is not None]
        said = self._reader.say(sentence, harder=self.harder(item.gear for item in counted))
        weights = {thing for lift in self._knowledge.heavy_lifts.values() for thing in lift.gear}
        if not any(not weights.isdisjoint(item.gear) for item in counted):
            return said
        least, most = self._numbers("load-step-least"), self._numbers("load-step-most")
        return f"{said} {self._reader.say('weight-step', least=least, most=most)}"

    def _sets_of(self, week: DecidedWeek) -> Iterator[str]:
        """How many sets of each move an easier week has, those with as many together."""
        days: dict[str, dict[int, list[int]]] = {}
        for at, day in enumerate(week.days):
            for session in day:
                for item in session.items if session.kind == "strength" else ():
                    days.setdefault(item.exercise, {}).setdefault(item.sets, []).append(at)
        reader, exercises = self._reader, self._knowledge.exercises
        same: dict[int, list[str]] = {}
        for exercise, found in days.items():
            if len(found) == 1:
                same.setdefault(next(iter(found)), []).append(exercises[exercise].title)
        for sets, titles in sorted(same.items(), reverse=True):
            yield reader.say("week-sets", sets=self._sets(sets), moves=reader.listed(titles))
        for exercise, found in days.items():
            if len(found) > 1:
                parts = (
                    reader.say("sets-on-days", sets=self._sets(sets), days=self._days(found[sets]))
                    for sets in sorted(found, reverse=True)
                )
                move = exercises[exercise].title
                yield reader.say("week-sets-by-day", move=move, sets=reader.listed(parts))

    def _sets(self, number: int) -> str:
        return self._reader.say("number-of-sets", number=number)

    def _days(self, days: Iterable[int]) -> str:
        return self._reader.listed(self._reader.word("weekdays", WEEKDAYS[each]) for each in days)


def _strength_items(week: DecidedWeek) -> Iterator[DecidedItem]:
    for session in (each for day in week.days for each in day):
        yield from session.items if session.kind == "strength" else ()
