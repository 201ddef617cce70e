"""What a person told, checked against everything that a knowledge base knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from backfat_rules.errors import FieldProblem, ProfileError
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.language import Value
from backfat_rules.profile import Profile, facts_of
from backfat_rules.profile.entry_names import KNOWLEDGE, with_ids
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
    facts = _known(_profile(answers, knowledge))
    strangers = [*_strangers(facts, knowledge)]
    told, wrong_names = with_ids(facts, knowledge.facts, knowledge)
    if strangers or wrong_names:
        raise ProfileError([*strangers, *wrong_names])
    return told


def _known(profile: BaseModel) -> dict[str, Value]:
    if isinstance(profile, Profile):
        return {**profile.known()}
    told = {name: getattr(profile, name) for name in facts_of(type(profile))}
    return {name: value for name, value in told.items() if value is not None}


def _profile(answers: Any, knowledge: KnowledgeBase) -> BaseModel:
    if isinstance(answers, Profile):
        return answers.checked()
    plain = dict(answers) if isinstance(answers, Mapping) else answers
    model = knowledge.profile
    try:
        return model.model_validate(plain, context={KNOWLEDGE: knowledge})
    except ValidationError as error:  # of a model that is no Profile
        raise ProfileError(problems_of(error, model)) from None


def _strangers(facts: Mapping[str, Value], knowledge: KnowledgeBase) -> Iterator[FieldProblem]:
    remedy = "Load it with load_knowledge(..., profile=YourProfile)."
    for name in facts:
        if name not in knowledge.facts:
            yield FieldProblem(name, "the knowledge base does not know this fact.", remedy)
