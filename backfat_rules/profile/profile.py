"""What a person has told, checked."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Self

from pydantic import ValidationError, ValidationInfo, model_validator
from pydantic.functional_validators import ModelWrapValidatorHandler

from backfat_rules.errors import FieldProblem, ProfileError
from backfat_rules.language import Range
from backfat_rules.plain import shown_value
from backfat_rules.profile.body import BodyFacts
from backfat_rules.profile.entry_names import KNOWLEDGE, named_in, with_ids
from backfat_rules.profile.fact import FactValue
from backfat_rules.profile.facts import facts_of
from backfat_rules.profile.flood import without_flood
from backfat_rules.profile.food import FoodFacts
from backfat_rules.profile.health import HealthFacts
from backfat_rules.profile.movement import MovementFacts
from backfat_rules.profile.plain_values import answers_in_row, must_differ, plain_value
from backfat_rules.profile.ranges import RANGES, Ranges, ends_of, retold, with_ranges
from backfat_rules.profile.redeclared import must_fit
from backfat_rules.profile.refusal import WHOLE_PROFILE, in_plain_words, problems_of
from backfat_rules.profile.sleep import SleepFacts
from backfat_rules.profile.stress import StressFacts
from backfat_rules.profile.training import TrainingFacts
from backfat_rules.repeated_names import repeated_names
from backfat_rules.units import Told, UnitSystem


class Profile(  # the last base comes first among the fields
    HealthFacts,
    TrainingFacts,
    FoodFacts,
    MovementFacts,
    StressFacts,
    SleepFacts,
    BodyFacts,
    frozen=True,  # stands at each class, where type checkers look for it
):
    """What is known of one person; every fact may be missing, and None means unknown.

    >>> Profile(sleep_hours=5.5, posture={"rounded_shoulders"})
    Profile(sleep_hours=5.5, posture={'rounded_shoulders'})

    Raises:
        ProfileError: for answers that cannot be right; it names each with what is allowed.

    As a field of another model, a profile is refused with the ``ValidationError`` of that model,
    in the same words. An app adds facts in a subclass, with annotations alone or with the helpers
    of ``backfat_rules.profile.fields``.

    Attributes:
        ranges: numbers known only to lie between two ends, by the names of the facts. An end is
            ``at_least`` or ``above``, ``at_most`` or ``below``; what is told of whole numbers gets
            whole ends, and a range that leaves one number is that number.

    >>> Profile(ranges={"sleep_hours": {"at_least": 5, "below": 7}}).known()
    {'sleep_hours': Range(at_least=5.0, below=7.0)}
    """

    __slots__ = ("_is_checked",)  # beside what is compared, stored and copied

    ranges: Ranges | None = None

    if not TYPE_CHECKING:  # type checkers derive a better signature from the fields

        def __init__(self, /, **answers: Any) -> None:
            try:
                super().__init__(**answers)
            except ValidationError as error:
                raise ProfileError(problems_of(error, type(self))) from None

        # Without this mark pydantic would come through here for profiles inside other models.
        __init__.__pydantic_base_init__ = True

    @classmethod
    def model_validate(cls, obj: Any, **options: Any) -> Self:
        """A profile from a mapping, or the profile itself."""
        try:
            return super().model_validate(obj, **options)
        except ValidationError as error:
            raise ProfileError(problems_of(error, cls)) from None

    @classmethod
    def model_validate_json(cls, json_data: str | bytes | bytearray, **options: Any) -> Self:
        """A profile from JSON text, in which sets are lists.

        Raises:
            ProfileError: it is no such text, or some answers cannot be right, or stand twice.
        """
        must_differ(repeated_names(json_data))
        try:
            return super().model_validate_json(json_data, **options)
        except ValidationError as error:
            raise ProfileError(problems_of(error, cls)) from None

    @classmethod
    def model_validate_strings(cls, obj: Any, **options: Any) -> Self:
        """A profile from a mapping whose answers are all texts, such as a form's."""
        # Pydantic's own way loses track of the texts in the wrapping validator below.
        return cls.model_validate(obj, **{**options, "strict": False})

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """The same profile with some answers changed; None takes an answer back.

        Raises:
            ProfileError: some answers cannot be right. Pydantic itself would not look at them.

        >>> Profile(sleep_hours=5.5, age=30).model_copy(update={"sleep_hours": 8})
        Profile(age=30, sleep_hours=8.0)
        """
        if not update:
            return super().model_copy(deep=deep)
        told = {name: getattr(self, name) for name in self.model_fields_set}
        checked = type(self).model_validate(retold(told, update))
        answers = {
            name: value
            for name in type(self).model_fields
            if (value := getattr(checked, name)) != getattr(self, name) or name in update
        }
        return super().model_copy(update=answers, deep=deep)

    @classmethod
    def from_units(
        cls,
        answers: Mapping[str, Any] | None = None,
        /,
        *,
        system: UnitSystem = "us",
        knowledge: Any = None,
        **more: Any,
    ) -> Self:
        """A profile from answers in any units; plain numbers are metric, as always.

        Args:
            answers: by the names of facts; an amount may be a text or a quantity of pint.
            system: whose pints and fluid ounces are meant: ``uk``, or else those of the US.
            knowledge: whose exercises are named; those of the library if None.
            more: answers by keyword.

        Raises:
            ProfileError: some answers cannot be right, or cannot be read, or are in other units
                while pint, which converts, is not installed.

        >>> Profile.from_units(height_cm="5 ft 11 in", weight_kg="180 lb", sleep_hours=7)
        Profile(height_cm=180.34, weight_kg=81.6466266, sleep_hours=7.0)
        """
        given: Any = answers
        if not isinstance(given, Mapping | None):
            said = f"needs names of facts with answers, not {shown_value(given)}."
            raise ProfileError([FieldProblem(WHOLE_PROFILE, said)])
        must_differ([*(answers or {}), *more])
        told = Told({**(answers or {}), **more}, facts_of(cls), system)
        try:
            profile = cls.model_validate(told.answers, context=named_in(knowledge))
        except ProfileError as error:
            raise ProfileError(told.problems_with(error.problems)) from None
        if told.problems:
            raise ProfileError(told.problems_with(()))
        return profile

    @classmethod
    def from_row(cls, row: Any, *, knowledge: Any = None) -> Self:
        """A profile from the row of a table: a mapping, a row of pandas, or a named tuple.

        A cell without an answer (None, NaN, NA, an empty text, a masked one) is unknown, and a
        whole number that a column with gaps holds as a float is whole. Everything else is as strict
        as ever. A row of sqlite3 and a record of numpy are read by their names.

        Args:
            row: the answers by the names of facts.
            knowledge: whose exercises are named; those of the library if None.

        Raises:
            ProfileError: some cells hold no answers that can be right, or no fact is called so.

        >>> Profile.from_row({"age": 40.0, "sex": float("nan"), "sleep_hours": 6.5})
        Profile(age=40, sleep_hours=6.5)
        """
        answers = answers_in_row(row, facts_of(cls))
        return cls.model_validate(answers, context=named_in(knowledge))

    def checked(self) -> Self:
        """The profile itself if its answers were checked, else an equal one that is.

        ``model_construct``, pickles and plain copies give profiles that nobody has looked at.

        Raises:
            ProfileError: some answers cannot be right.
        """
        return self if getattr(self, "_is_checked", False) else type(self).model_validate(self)

    @model_validator(mode="wrap")
    @classmethod
    def _refuse_in_plain_words(
        cls, answers: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        must_fit(cls, Profile)
        if isinstance(answers, Profile):
            if isinstance(answers, cls) and getattr(answers, "_is_checked", False):
                return answers
            answers = {name: getattr(answers, name) for name in answers.model_fields_set}
        problems: list[FieldProblem] = []
        if isinstance(answers, dict):
            answers, problems = _prepared(cls, answers, info.context)
        try:
            profile = handler(answers)
        except ValidationError as error:
            raise in_plain_words(error, cls, answers, problems) from None
        if problems:
            raise in_plain_words(None, cls, answers, problems)
        object.__setattr__(profile, "_is_checked", True)
        return profile

    def known(self) -> dict[str, FactValue | Range]:
        """The answered facts by name, in the order of the fields; ranges stand for numbers."""
        told = {**self.__dict__, **(self.ranges or {})}
        return {name: told[name] for name in facts_of(type(self)) if told[name] is not None}

    def __repr_args__(self) -> Iterator[tuple[str, Any]]:
        for name in type(self).model_fields:
            value = getattr(self, name)
            if name == RANGES and value is not None:
                yield name, ends_of(value)
            elif value is not None:
                yield name, _Shown(value) if isinstance(value, frozenset) else value


# A profile is built when it is first needed, so that the import stays light. But an adapter around
# it, such as one of FastAPI, is made at once: not while the first request waits.
Profile.model_config["defer_build"] = False


def _prepared(
    model: type[Profile], answers: dict[Any, Any], context: Any
) -> tuple[dict[Any, Any], list[FieldProblem]]:
    """The answers as pydantic takes them, and what it would not say in our words."""
    facts = facts_of(model)
    few, too_many = without_flood(answers, facts, model.model_fields)
    plain = {name: plain_value(value) for name, value in few.items()}
    knowledge = context.get(KNOWLEDGE) if isinstance(context, Mapping) else None
    named, wrong_names = with_ids(plain, facts, knowledge)
    told, wrong_ranges = with_ranges(named, facts)
    return _with_frozen_sets(model, told), [*wrong_names, *wrong_ranges, *too_many]


def _with_frozen_sets(model: type[Profile], answers: dict[Any, Any]) -> dict[Any, Any]:
    """The answers with lists and sets frozen for facts that an app declares as a bare frozenset."""
    names = _bare_sets(model)
    if not names:
        return answers
    frozen = {}
    for name in names:
        if isinstance(answers.get(name), list | set | tuple):
            with suppress(TypeError):  # a list inside the list; pydantic refuses it
                frozen[name] = frozenset(answers[name])
    return {**answers, **frozen}


@functools.cache
def _bare_sets(model: type[Profile]) -> tuple[str, ...]:
    facts = facts_of(model).values()
    return tuple(f.name for f in facts if f.type.kind == "set" and f.area == "app")


class _Shown(frozenset[str]):
    """A set that looks the same in every run."""

    def __repr__(self) -> str:
        return f"{{{', '.join(sorted(map(repr, self)))}}}" if self else "set()"
