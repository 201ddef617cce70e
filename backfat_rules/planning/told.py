"""What a person told, checked against everything that a knowledge base knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from backfat_rules.errors import FieldProblem, ProfileError, did_you_mean
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language import Value
from backfat_rules.profile import Profile, facts_of
from backfat_rules.profile.refusal import problems_of


def checked_facts(
    answers: Profile | Mapping[str, Any], knowledge: KnowledgeBase
) -> dict[str, Value]:
    """The answered facts by name, in the order of the profile's fields.

    Args:
        answers: a profile, or a mapping that is checked as the knowledge's own profile would be.
        knowledge: where the facts and the exercises come from.

    Raises:
        ProfileError: some answers cannot be right, or the knowledge has no such fact or exercise.
    """
    model = knowledge.profile_model
    profile = answers if isinstance(answers, Profile) else _profile(answers, model)
    facts = _known(profile)
    problems = [*_strangers(facts, knowledge), *_unknown_entries(facts, knowledge)]
    if problems:
        raise ProfileError(problems)
    return facts


def _known(profile: BaseModel) -> dict[str, Value]:
    if isinstance(profile, Profile):
        return {**profile.known()}
    told = {name: getattr(profile, name) for name in facts_of(type(profile))}
    return {name: value for name, value in told.items() if value is not None}


def _profile(answers: Any, model: type[BaseModel]) -> BaseModel:
    try:
        return model.model_validate(dict(answers) if isinstance(answers, Mapping) else answers)
    except ValidationError as error:  # of a model that is no Profile
        raise ProfileError(problems_of(error, model)) from None


def _strangers(facts: Mapping[str, Value], knowledge: KnowledgeBase) -> Iterator[FieldProblem]:
    remedy = "Load it with load_knowledge(..., profile=YourProfile)."
    for name in facts:
        if name not in knowledge.facts:
            yield FieldProblem(name, "the knowledge base does not know this fact.", remedy)


def _unknown_entries(
    facts: Mapping[str, Value], knowledge: KnowledgeBase
) -> Iterator[FieldProblem]:
    """Words that should be ids of entries, such as exercises, and are not."""
    for name, words in facts.items():
        fact = knowledge.facts.get(name)
        if not isinstance(words, frozenset) or fact is None or not fact.ids_of:
            continue
        known = tuple(getattr(knowledge, fact.ids_of))
        for word in sorted(words - {*known}):
            remedy = did_you_mean(word.strip().lower().replace(" ", "_"), known)
            remedy = remedy or f"Give ids of the knowledge's {fact.ids_of}, and leave out others."
            yield FieldProblem(name, f"{word!r} is none of the {fact.ids_of}.", remedy)
