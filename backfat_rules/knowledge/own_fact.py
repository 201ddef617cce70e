"""The model of a fact that a knowledge file declares: one more thing that a person can tell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from backfat_rules.knowledge.entry import Identifier, Layered, Text
from backfat_rules.language import NUMBER, TRUTH, Type
from backfat_rules.language.types import choice_of, set_of
from backfat_rules.profile import Fact
from backfat_rules.units import UnitSystem

_OF_NUMBERS = ("unit", "range", "whole", "step", "asked_in")


class OwnFact(Layered):
    """Something that a person can tell and the library does not ask for.

    Attributes:
        label: a short noun phrase; for yes or no, what completes "you ...".
        area: the group it is listed in, such as ``sleep``.
        unit: what a number is counted in, such as ``h``.
        range: the lowest and the highest number that a person can have.
        whole: whether only whole numbers are allowed.
        step: a change of a number that is realistic to make at once.
        changeable: whether a person can set out to change it.
        words: the words that may be chosen, each with what it is called.
    """

    noun: ClassVar[str] = "fact"
    id: Identifier
    type: Literal["yes_no", "number", "choice", "several"]
    label: Text
    question: Text
    area: Identifier = "app"
    unit: Text | None = None
    range: Annotated[tuple[float, ...], Field(min_length=2, max_length=2)] | None = None
    whole: bool = False
    step: Annotated[float, Field(gt=0)] | None = None
    changeable: bool = True
    asked_in: Mapping[UnitSystem, Text] = Field(default_factory=dict)
    words: Mapping[Identifier, Text] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _of_its_type(self) -> Self:
        """A number has a unit and a range, a choice has words, and nothing else has either."""
        if self.type == "number":
            if self.unit is None or self.range is None:
                raise _refusal("a number needs a unit and a range", "unit: h, range: [0, 24]")
            if self.range[0] >= self.range[1]:
                raise _refusal("a range begins with the lower number", "range: [0, 24]")
        elif given := [name for name in _OF_NUMBERS if name in self.model_fields_set]:
            raise _refusal(f"{given[0]} is for a number", "type: number")
        if (self.type in ("choice", "several")) != bool(self.words):
            message = "words are for a choice" if self.words else "a choice needs its words"
            raise _refusal(message, "type: choice, words: {black: black, with_milk: with milk}")
        return self

    def as_fact(self) -> Fact:
        """The fact as a profile has it."""
        low, high = self.range or (None, None)
        return Fact(
            name=self.id,
            type=self._type(),
            own_label=self.label,
            unit=self.unit or "",
            low=low,
            high=high,
            own_question=self.question,
            area=self.area,
            whole=self.whole,
            words=tuple(self.words),
            changeable=self.changeable,
            step=self.step if self.changeable else None,
            own_asked_in=tuple(sorted(self.asked_in.items())),
        )

    def _type(self) -> Type:
        match self.type:
            case "yes_no":
                return TRUTH
            case "number":
                return NUMBER
            case "choice":
                return choice_of(self.words)
        return set_of(self.words)


def _refusal(message: str, example: str) -> PydanticCustomError:
    details = {"message": f"{message}.", "remedy": f"As in {example}."}
    return PydanticCustomError("bad-fact", "{message}", details)
