"""The exercises as plain data: what they train, how much is meant, and how they are done."""

from __future__ import annotations

from typing import Any

from backfat_rules.decision.move_dose import AMOUNTS
from backfat_rules.decision.rulebook import rulebook_of
from backfat_rules.javascript.conditions_as_data import condition_of
from backfat_rules.javascript.texts_as_data import lines_as_data
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.catalogue import Exercise, Prescription
from backfat_rules.knowledge.dose_context import LEVELS
from backfat_rules.training_week.open_moves import loaded_parts, small_moves

Data = dict[str, Any]


def moves_as_data(knowledge: KnowledgeBase) -> Data:
    """The exercises, the muscles that they train, and the cautions that some of them ask for."""
    exercises = knowledge.exercises
    return {
        "exercises": {
            id: {
                **_exercise(each, knowledge),
                **_told(each),
                "doses": [_dose(dose, each) for dose in each.doses],
            }
            for id, each in exercises.items()
        },
        "muscles": {id: each.title for id, each in knowledge.muscles.items()},
        "move_cautions": [
            {
                "id": id,
                "tags": each.tags,
                "when": condition_of(each.when),
                "told_only": each.told_only,
                "text": each.text.render(),
            }
            for id, each in knowledge.cautions.items()
        ],
    }


def _exercise(exercise: Exercise, knowledge: KnowledgeBase) -> Data:
    """What decides whether and where it stands in a plan or a week."""
    return {
        "title": exercise.title,
        "pattern": exercise.pattern,
        "level": LEVELS.index(exercise.level),
        "equipment": exercise.equipment,
        "alternatives": dict(exercise.alternatives),
        "form_of": exercise.form_of,
        "moves": rulebook_of(knowledge).members[exercise.id],
        "primary": exercise.primary,
        "secondary": exercise.secondary,
        "regions": exercise.regions,
        "loads": sorted(knowledge.once(loaded_parts, exercise.id)),
        "small": exercise.id in knowledge.once(small_moves),
    }


def _told(exercise: Exercise) -> Data:
    """How it is done."""
    return {
        "steps": [each.render() for each in exercise.steps],
        "cue": exercise.cues[0].render() if exercise.cues else None,
        "faults": [each.render() for each in exercise.faults],
        "avoid": lines_as_data(exercise.avoid),
        "members": exercise.members,
        "done_with": dict(exercise.done_with),
    }


def _dose(dose: Prescription, exercise: Exercise) -> Data:
    spans = {name: getattr(dose, name) for name in AMOUNTS}
    return {
        "context": dose.context,
        "level": LEVELS.index(exercise.level_of(dose)),
        "amounts": {name: span for name, span in spans.items() if span is not None},
        "per_side": dose.per_side,
        "effort": dose.effort and dose.effort.render(),
    }
