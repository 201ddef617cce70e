"""How to do the exercises of a plan, each told once: what is so for everybody, and for this person.

What the catalogue says of an exercise is told once for each reader, and kept with the knowledge.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from backfat_rules.decision.choices import AT_EASE
from backfat_rules.decision.content import DecisionContent
from backfat_rules.decision.move_dose import MoveDose
from backfat_rules.frozen import FrozenDict
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.dose_context import Level
from backfat_rules.knowledge.rules import Caution
from backfat_rules.planning.plan_content import Move
from backfat_rules.planning.telling import Telling
from backfat_rules.wording import Reader


def moves_of(decision: DecisionContent, telling: Telling) -> Mapping[str, Move]:
    """Each exercise that is offered, and the members of circuits, in the order of the advice."""
    doses = _doses(decision, telling)
    return FrozenDict({id: _move(id, dose, telling, doses) for id, dose in doses.items()})


def _doses(decision: DecisionContent, telling: Telling) -> dict[str, MoveDose | None]:
    """Everything that is offered, each with the dose of the advice that offers it first."""
    doses: dict[str, MoveDose | None] = {}
    for advice in decision.advice:
        for chosen in chain(advice.exercises, *(each.exercises for each in advice.ways)):
            doses[chosen.id] = doses.get(chosen.id) or chosen.dose
            for member in telling.book.members[chosen.id]:
                doses.setdefault(member, None)
    return doses


def _move(id: str, dose: MoveDose | None, telling: Telling, offered: Container[str]) -> Move:
    """How one exercise is done, by this person; a harder one is named if it is offered, too."""
    knowledge, reader = telling.knowledge, telling.reader
    meant = None if dose is None else (dose.context, dose.level)
    return Move.made(
        **knowledge.once(_card, id, reader),
        cautions=tuple(dict.fromkeys(_cautions(id, telling))),
        easier=_titles(filter(telling.choices.offers, knowledge.once(_easier, id)), knowledge),
        harder=_titles(filter(offered.__contains__, knowledge.once(_harder, id)), knowledge),
        dose=dose_text(knowledge, id, meant, reader),
    )


def move_in(id: str, telling: Telling) -> Move:
    """How one exercise is done, as it stands in the plan, or would without a dose."""
    doses = _doses(telling.decision, telling)
    return _move(id, doses.get(id), telling, doses)


def move_for_all(id: str, reader: Reader) -> Move:
    """How an exercise is done by whoever it may be: with every caution, and no dose of theirs."""
    knowledge = reader.knowledge
    lines = [line.text for line in knowledge.exercises[id].avoid]
    texts = [*(each.text for each in knowledge.once(_cautions_for, id)), *lines]
    return Move.made(
        **knowledge.once(_card, id, reader),
        cautions=tuple(dict.fromkeys(each.text for each in texts)),
        easier=_titles(knowledge.once(_easier, id), knowledge),
        harder=_titles(knowledge.once(_harder, id), knowledge),
        dose=None,
    )


def doses_told(id: str, reader: Reader) -> Iterator[tuple[str, Level, str]]:
    """Every dose of an exercise: its context, the level from which on it holds, and how much."""
    exercise = reader.knowledge.exercises[id]
    for dose in exercise.doses:
        yield dose.context, exercise.level_of(dose), reader.prescription(dose)


def dose_text(
    knowledge: KnowledgeBase,
    id: str,
    meant: tuple[str, Level] | None,
    reader: Reader,
) -> str | None:
    """How much of an exercise in a context, from a level on, in a line; None without a context."""
    if meant is None:
        return None
    return reader.prescription(knowledge.exercises[id].dose_as_given(*meant))


def _card(knowledge: KnowledgeBase, id: str, reader: Reader) -> Mapping[str, Any]:
    """What is told of an exercise to everybody."""
    exercise, muscles = knowledge.exercises[id], knowledge.muscles
    needs = (
        reader.listed(reader.choice("equipment", each) for each in things)
        for things in exercise.equipment
    )
    return {
        "id": id,
        "title": exercise.title,
        "steps": tuple(map(reader.text, exercise.steps)),
        "cue": reader.text(exercise.cues[0]) if exercise.cues else None,
        "faults": tuple(map(reader.text, exercise.faults)),
        "muscles": tuple(muscles[each].title for each in exercise.primary),
        "equipment": tuple(each or reader.say("no-equipment") for each in needs),
        "made_of": exercise.members,
    }


def _cautions(id: str, telling: Telling) -> Iterator[str]:
    """What protects this person: what applies to them, or is not known not to."""
    told = telling.cautions
    for caution in telling.knowledge.once(_cautions_for, id):
        if caution.id in told:
            yield told[caution.id]
    for member in telling.book.members[id]:
        yield from telling.lines(telling.knowledge.exercises[member].avoid)


def _cautions_for(knowledge: KnowledgeBase, id: str) -> tuple[Caution, ...]:
    """The cautions that the tags of an exercise ask for: those for everybody first."""
    tags = {*knowledge.exercises[id].tags}
    asked = (each for each in knowledge.cautions.values() if not tags.isdisjoint(each.tags))
    return tuple(sorted(asked, key=lambda each: (each.when is not None, each.id)))


def _easier(knowledge: KnowledgeBase, id: str) -> tuple[str, ...]:
    """What the catalogue names for those to whom it is too hard."""
    return knowledge.exercises[id].alternatives.get(AT_EASE, ())


def _harder(knowledge: KnowledgeBase, id: str) -> tuple[str, ...]:
    """What it is the easier form of."""
    exercises = knowledge.exercises.values()
    return tuple(each.id for each in exercises if id in _easier(knowledge, each.id))


def _titles(ids: Iterable[str], knowledge: KnowledgeBase) -> Mapping[str, str]:
    return FrozenDict({id: knowledge.exercises[id].title for id in ids})
