"""What one person has to mind in the moves of their weeks: each caution once, with its moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backfat_rules.language import evaluate
from backfat_rules.planning.programme_content import Week, WeekCaution
from backfat_rules.planning.telling import Telling


def week_cautions(weeks: Iterable[Week], telling: Telling) -> Iterator[WeekCaution]:
    """The cautions that are certain to be for this person, in the order of the moves.

    What everybody minds in a move stands beside how it is done.
    """
    moves: dict[str, list[str]] = {}
    items = (item for week in weeks for each in week.sessions for item in each.items)
    for exercise in dict.fromkeys(item.exercise for item in items):
        for text in dict.fromkeys(_for_this_person(exercise, telling)):
            moves.setdefault(text, []).append(exercise)
    for text, exercises in moves.items():
        yield WeekCaution.made(text=text, exercises=tuple(exercises))


def _for_this_person(id: str, telling: Telling) -> Iterator[str]:
    """What applies to them and not to everybody, of a move and those that it is made of."""
    knowledge, known = telling.knowledge, telling.derivation.known
    tags = {*knowledge.exercises[id].tags}
    for caution in knowledge.cautions.values():
        is_certain = caution.when is not None and evaluate(caution.when.tree, known) is True
        if is_certain and not tags.isdisjoint(caution.tags):
            yield telling.cautions[caution.id]
    for member in telling.book.members[id]:
        lines = knowledge.exercises[member].avoid
        meant = (each for each in lines if each.when and evaluate(each.when.tree, known) is True)
        yield from telling.lines(meant)
