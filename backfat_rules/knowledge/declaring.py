"""The facts of a draft: those of the profile, and those that its files declare."""

from __future__ import annotations

import inspect
from functools import cache
from keyword import iskeyword

from pydantic import BaseModel

from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.own_fact import OwnFact
from backfat_rules.knowledge.sentences import Naming
from backfat_rules.knowledge.vocabulary import FALLBACK
from backfat_rules.language.tree import FUNCTIONS
from backfat_rules.profile import Profile, facts_of, profile_with

_CONCLUDED = ("values", "findings", "mechanisms")


def declare_facts(draft: Draft, profile: type[BaseModel]) -> None:
    """Give the draft all its facts, and the model whose fields they are."""
    own = []
    for fact in sorted(draft.every(OwnFact), key=lambda fact: fact.id):
        if _is_free(fact, draft, profile):
            own.append(fact)
            _name_words(fact, draft)
    draft.profile_model = profile_with(profile, tuple(fact.as_fact() for fact in own))
    draft.facts = facts_of(draft.profile_model)
    for section in _CONCLUDED:
        for id in draft.facts.keys() & draft.entries[section].keys():
            entry: FilePart = draft.entries[section].pop(id)
            message = f"{id} is a fact; what rules conclude needs a name of its own."
            draft.note(entry.place.of("id"), "duplicate-id", message, "Ids are unique; rename one.")
            draft.refused.add(id)


def _is_free(fact: OwnFact, draft: Draft, profile: type[BaseModel]) -> bool:
    """Whether a profile and conditions can use the name of a fact."""
    if any(fact.id in draft.entries[section] for section in _CONCLUDED):
        return False  # noted where it stands
    if fact.id in facts_of(profile):
        message = f"{fact.id} is a fact already."
        remedy = "Use it as it is, or choose another id; what it is called stands under names."
        draft.note(fact.place.of("id"), "duplicate-id", message, remedy)
    elif hasattr(profile, fact.id) or fact.id.startswith("model_") or _is_taken(fact.id):
        message = f"a fact cannot be called {fact.id}: the word has a meaning of its own."
        draft.note(fact.place.of("id"), "bad-id", message, "Choose another id.")
    else:
        return True
    draft.refused.add(fact.id)
    return False


def _is_taken(id: str) -> bool:
    return (
        iskeyword(id) or id in FUNCTIONS or id in ("ranges", "true", "false") or id in _parameters()
    )


@cache
def _parameters() -> frozenset[str]:
    """What the methods of a profile take beside answers: a keyword of that name is no answer."""
    methods = (getattr(Profile, name) for name in vars(Profile) if not name.startswith("_"))
    signatures = [inspect.signature(each) for each in methods if callable(each)]
    return frozenset({"self", "cls"}.union(*(each.parameters for each in signatures)))


def _name_words(fact: OwnFact, draft: Draft) -> None:
    """What the words of a fact are called, unless a file names them otherwise."""
    key, names = f"{FALLBACK}/{fact.id}", draft.entries["names"]
    given: Naming = names.get(key) or Naming(id=fact.id, language=FALLBACK)
    if fact.words:
        words = {**fact.words, **given.words}
        names[key] = given.model_copy(update={"words": words})
