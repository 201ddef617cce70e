"""Advice says in which context it means its exercises, and none of them asks for more than it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backfat_rules.knowledge.catalogue import Exercise, Prescription
from backfat_rules.knowledge.dose_context import LEVELS, Ceiling, DoseContext, Level, reaches
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.rules import RecommendationRule


def check_doses(draft: Draft) -> None:
    """Check the doses of each exercise, and those of the members of each recommendation."""
    for exercise in draft.every(Exercise):
        _check_levels(exercise, draft)
    for rule in draft.every(RecommendationRule):
        if rule.exercises and not rule.contexts:
            message = f"{rule.id} does not say in which context it means its exercises."
            remedy = f"Add contexts: [...] with some of {', '.join(draft.entries['contexts'])}."
            draft.note(rule.place.of("exercises"), "no-context", message, remedy)
        known = draft.entries["contexts"]
        contexts = [known[id] for id in rule.contexts if id in known]
        for id in rule.exercises if contexts else ():
            member: Exercise | None = draft.entries["exercises"].get(id)
            if member is not None:
                _check_member(member, rule, contexts, draft)


def _check_levels(exercise: Exercise, draft: Draft) -> None:
    """No dose is for people below the level of the exercise."""
    for dose in exercise.doses:
        if not reaches(exercise.level_of(dose), exercise.level):
            message = f"{exercise.id} is for {exercise.level}s, and this dose for {dose.level}s."
            remedy = "Raise the level of the dose, or lower that of the exercise."
            draft.note(dose.place.of("level"), "dose-below-level", message, remedy)


def _check_member(
    exercise: Exercise, rule: RecommendationRule, contexts: Sequence[DoseContext], draft: Draft
) -> None:
    """An exercise can be offered at some level, and at each it stays within the advice."""
    offered = [(level, dose) for level in LEVELS if (dose := exercise.dose_for(contexts, level))]
    if not offered:
        names = " or ".join(each.id for each in contexts)
        message = f"{exercise.id} has no dose for {names}, so that {rule.id} never offers it."
        remedy = f"Give it one: doses: [{{context: {contexts[0].id}, ...}}]; or leave it out."
        draft.note(rule.place.of("exercises"), "no-dose", message, remedy)
    noted: set[str] = set()
    for level, dose in offered:
        most = Ceiling() if rule.dose is None else rule.dose.most_for(level)
        for name, asked, allowed in _asked(dose, most):
            if (allowed is None or asked > allowed) and name not in noted:
                noted.add(name)
                _note_more(exercise, rule, level, f"{name} {asked:g}", allowed, draft)


def _asked(dose: Prescription, most: Ceiling) -> Iterator[tuple[str, float, float | None]]:
    """What a dose asks for at the most, and what advice does."""
    held = [span[1] for span in (dose.hold_seconds, dose.work_seconds) if span is not None]
    asked = {"seconds": max(held, default=None)}
    for name in ("sets", "reps", "minutes", "rounds"):
        span = getattr(dose, name)
        asked[name] = None if span is None else span[1]
    for name, number in asked.items():
        if number is not None:
            yield name, number, getattr(most, name)


def _note_more(
    exercise: Exercise,
    rule: RecommendationRule,
    level: Level,
    asked: str,
    allowed: float | None,
    draft: Draft,
) -> None:
    name = asked.split()[0]
    if allowed is None:
        message = f"{exercise.id} asks {level}s for {asked}, and {rule.id} says no most {name}."
    else:
        message = f"{exercise.id} asks {level}s for {asked}, above the {allowed:g} of {rule.id}."
    remedy = f"Lower the dose, or say so in its dose: most: {{{level}: {{{name}: ...}}}}."
    draft.note(rule.place.of("exercises"), "more-than-advised", message, remedy)
