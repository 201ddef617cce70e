"""What stands in for an exercise moves like it and is no harder."""

from __future__ import annotations

from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.knowledge.dose_context import reaches
from backfat_rules.knowledge.draft import Draft


def check_stand_ins(draft: Draft) -> None:
    """Check the alternatives of each exercise against it."""
    if draft.policy is None:
        return
    for exercise in draft.every(Exercise):
        for kind, ids in exercise.alternatives.items():
            for id in ids:
                other = draft.entries["exercises"].get(id)
                if other is not None:
                    _check(exercise, kind, other, draft)


def _check(exercise: Exercise, kind: str, other: Exercise, draft: Draft) -> None:
    assert draft.policy is not None
    where = exercise.place.of("alternatives")
    if not reaches(exercise.level, other.level):
        message = f"{other.id} stands in for {exercise.id} ({kind}) and is harder: {other.level}."
        draft.note(where, "harder-stand-in", message, "Name one of its level or of a lower one.")
    if not draft.policy.may_stand_in(exercise.pattern, other.pattern):
        message = f"{other.id} stands in for {exercise.id} ({kind}) and moves in another way."
        remedy = "Name one that moves alike, or say in the policy (stand_ins) that it may."
        draft.note(where, "unlike-stand-in", message, remedy)
