"""What stands below the weeks of one person: what to do when something comes in between."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from backfat_rules.knowledge.training_rules import WeekNote
from backfat_rules.language import evaluate
from backfat_rules.planning.programme_content import Note
from backfat_rules.planning.telling import Telling
from backfat_rules.planning.week_growth import GrowthTelling
from backfat_rules.training_week.deciding_weeks import DecidedProgramme
from backfat_rules.training_week.goals import aerobic_minutes, told_minutes
from backfat_rules.training_week.open_moves import may_grow
from backfat_rules.training_week.week_limits import Numbers


def week_notes(decided: DecidedProgramme, telling: Telling) -> Iterator[Note]:
    """The notes of the knowledge that are for this person, and those with numbers of their week."""
    if telling.screened.no_plan:
        return
    sessions = [each for week in decided.weeks for day in week.days for each in day]
    gear = {thing for each in sessions for item in each.items for thing in item.gear}
    there = {each.kind for each in sessions} | {each.rule for each in sessions} | gear
    notes = telling.knowledge.week_notes.values()
    for note in sorted(notes, key=lambda each: (each.order, each.id)):
        if _is_said(note, there, telling):
            yield Note.made(id=note.id, title=note.title, text=note.text)
    if decided.weeks:
        yield from _of_this_week(decided, telling)


def has_own_notes(notes: Iterable[Note], telling: Telling) -> bool:
    """Whether some notes are not for everybody: an answer of the person has brought one."""
    all_notes = telling.knowledge.week_notes
    return any(each.id in all_notes and all_notes[each.id].when is not None for each in notes)


def _is_said(note: WeekNote, there: Collection[str], telling: Telling) -> bool:
    """Whether a note is for somebody in whose weeks some kinds, sessions and things are there."""
    known = telling.derivation.known
    if note.without_week is bool(there):
        return False
    if any(each and not {*each} & {*there} for each in (note.kinds, note.gear)):
        return False
    is_meant = telling.screened.gate in note.gates or {*note.sessions} & {*there}
    if (note.gates or note.sessions) and not is_meant:
        return False
    if note.unless is not None and evaluate(note.unless.tree, known) is True:
        return False
    return note.when is None or evaluate(note.when.tree, known) is True


def _of_this_week(decided: DecidedProgramme, telling: Telling) -> Iterator[Note]:
    """That what somebody does already counts, how a week goes on, when harder work may begin."""
    knowledge, reader, first = telling.knowledge, telling.reader, decided.weeks[0]
    numbers = Numbers(knowledge, telling.derivation.known, telling.choices.level)
    rules = (knowledge.sessions[each.rule] for day in first.days for each in day)
    growing = {rule.made_up_kind for rule in rules if may_grow(rule, telling.screened)}
    told, planned = told_minutes(telling, numbers), aerobic_minutes(first.days, knowledge, numbers)
    if planned < told and "cardio" in growing:
        text = reader.say("keep-your-minutes", told=told, planned=planned)
        yield _note("what-you-do-counts", text, telling)
    says = GrowthTelling(knowledge, reader, numbers)
    grows = says.how_it_grows(first, strength="strength" in growing, minutes="cardio" in growing)
    if text := " ".join(grows):
        yield _note("how-it-grows", text, telling)
    begins = decided.intervals_from
    if begins is not None and 1 < begins <= len(decided.weeks):
        text = reader.say("intervals-from-week", number=begins)
        yield Note.made(id="intervals", title=reader.word("session-kinds", "intervals"), text=text)


def _note(id: str, text: str, telling: Telling) -> Note:
    return Note.made(id=id, title=telling.reader.say(id), text=text)
