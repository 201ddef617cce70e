"""A profile with more facts, such as those that stand in knowledge files and not in Python."""

from __future__ import annotations

import copyreg
import functools
from typing import Any, Literal

from pydantic import BaseModel, create_model

from backfat_rules.profile.fact import Fact
from backfat_rules.profile.fields import FACT, Words, choice, number, several, yes_no

_ModelClass: Any = type(BaseModel)


class _DeclaredClass(_ModelClass):  # type: ignore[misc]  # pydantic's own class of models
    """The class of profiles that no module holds: pickles say how one is made."""


@functools.cache
def profile_with(model: type[BaseModel], facts: tuple[Fact, ...]) -> type[BaseModel]:
    """The model with a field for each fact; equal facts give the same model.

    >>> from backfat_rules import Profile
    >>> from backfat_rules.language import NUMBER
    >>> cups = Fact("tea_cups", NUMBER, "cups of tea", "a day", 0, 30, "How many cups of tea?")
    >>> profile_with(Profile, (cups,))(tea_cups=3)
    Profile(tea_cups=3.0)
    """
    if not facts:
        return model
    fields: Any = {fact.name: (_type_of(fact) | None, _field(fact)) for fact in facts}
    made: type[BaseModel] = create_model(
        model.__name__,
        __base__=model,
        __module__=__name__,
        __doc__=model.__doc__,
        __cls_kwargs__={"metaclass": _DeclaredClass},
        **fields,
    )
    _made_of[made] = (model, facts)
    return made


_made_of: dict[type[BaseModel], tuple[type[BaseModel], tuple[Fact, ...]]] = {}


def _how_made(made: Any) -> tuple[Any, ...]:
    return profile_with, _made_of[made]


copyreg.pickle(_DeclaredClass, _how_made)


def _type_of(fact: Fact) -> Any:
    word: Any = Literal.__getitem__(fact.words) if fact.words else None
    of_number = int if fact.whole else float
    words: Any = Words
    return {"truth": bool, "number": of_number, "choice": word, "set": words[word]}[fact.type.kind]


def _field(fact: Fact) -> Any:
    label, question, changeable = fact.own_label, fact.own_question, fact.changeable
    if fact.type.kind == "number":
        field = number(
            label,
            fact.unit,
            fact.low,
            fact.high,
            question,
            slips=dict(fact.slips),
            changeable=changeable,
            step=fact.step,
            around=fact.around,
            asked_in=dict(fact.own_asked_in),
        )
    else:
        of_kind = {"truth": yes_no, "choice": choice, "set": several}[fact.type.kind]
        field = of_kind(label, question, changeable=changeable)
    field.json_schema_extra[FACT]["area"] = fact.area
    return field
