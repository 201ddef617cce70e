"""The exceptions of this library, and where a mistake in a text stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from backfat_rules.plain import cut, plain

_LONGEST = 100  # characters; no name is as long, and comparing takes the square of it


class BackfatRulesError(Exception):
    """The root of every error that this library raises on purpose."""


class UnknownIdError(BackfatRulesError, KeyError):
    """Nothing has the id that was asked for; a ``KeyError`` too, as of any mapping."""

    def __str__(self) -> str:  # a KeyError would show the quotes around its text
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class FieldProblem:
    """One refused answer of a profile.

    Attributes:
        field: the fact's name, as given.
        message: what is wrong, with the value and the allowed range.
        remedy: what to do about it; may be empty.
        answers: how many answers it is about: more than one where it stands for the rest of many.
    """

    field: str
    message: str
    remedy: str = ""
    answers: int = 1

    def __str__(self) -> str:
        said = f"{plain(cut(self.field))}: {self.message}"
        return f"{said} {self.remedy}" if self.remedy else said


class ProfileError(BackfatRulesError, ValueError):
    """Some answers of a profile cannot be right; the profile is refused whole.

    Attributes:
        problems: every refused answer, in the order of the fields.
    """

    def __init__(self, problems: Sequence[FieldProblem]) -> None:
        self.problems = tuple(problems)
        count = sum(problem.answers for problem in self.problems)
        title = f"{count:,} answer{'s' if count != 1 else ''} cannot be used:"
        super().__init__("\n  ".join([title, *map(str, self.problems)]))

    def __reduce__(self) -> tuple[type[ProfileError], tuple[tuple[FieldProblem, ...]]]:
        return type(self), (self.problems,)


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file of the knowledge base; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class KnowledgeProblem:
    """One mistake in a knowledge base.

    Attributes:
        location: file, line and column.
        code: the kind of mistake, such as ``unknown-name``; listed in ``docs/knowledge-errors.md``.
        message: what is wrong.
        remedy: what to do about it; may be empty.
    """

    location: Location
    code: str
    message: str
    remedy: str = ""

    def __str__(self) -> str:
        text = f"{self.location}: {self.message} [{self.code}]"
        return f"{text}\n    {self.remedy}" if self.remedy else text


class KnowledgeError(BackfatRulesError):
    """A knowledge base cannot be used; every mistake that was found is in ``problems``."""

    def __init__(self, problems: Sequence[KnowledgeProblem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        count = len(self.problems)
        title = f"{count} mistake{'s' if count != 1 else ''} in the knowledge base:"
        super().__init__("\n".join([title, *map(str, self.problems)]))

    def __reduce__(self) -> tuple[type[KnowledgeError], tuple[tuple[KnowledgeProblem, ...]]]:
        return type(self), (self.problems,)


class LanguageError(BackfatRulesError):
    """A condition or formula cannot be read.

    Attributes:
        message: what is wrong.
        offset: where in the text it is, counted from 0.
        remedy: what to do about it; may be empty.
    """

    def __init__(self, message: str, offset: int = 0, remedy: str = "") -> None:
        self.message = message
        self.offset = offset
        self.remedy = remedy
        super().__init__(f"column {offset + 1}: {message}" + (f" {remedy}" if remedy else ""))


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """A question that names the known word nearest to a misspelt or shortened one, or nothing.

    >>> did_you_mean("sleep_hour", ["sleep_hours", "stress_level"])
    'Did you mean sleep_hours?'
    >>> did_you_mean("steps", ["steps_per_day", "stress_level"])
    'Did you mean steps_per_day?'
    """
    near = nearest(word, known)
    return f"Did you mean {near}?" if near is not None else ""


_SLIP = 0.9
"""From this likeness on a word is a slip of the pen, and not one cut short."""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word nearest to a misspelt or shortened one; None if none is near.

    >>> nearest("sleep_hour", ["sleep_hours", "stress_level"])
    'sleep_hours'
    >>> nearest("sleep-longr", ["sleep", "sleep-longer"])
    'sleep-longer'
    """
    if len(word) > _LONGEST:
        return None
    words = sorted(known)
    near = get_close_matches(word, words, n=1, cutoff=_SLIP)
    near += sorted((each for each in words if _starts_alike(each, word)), key=len)
    near += get_close_matches(word, words, n=1, cutoff=0.6)
    return near[0] if near else None


def _starts_alike(one: str, other: str) -> bool:
    """Whether one name is the other with more words after it."""
    first, second = one.replace("-", "_"), other.replace("-", "_")
    return f"{first}_".startswith(f"{second}_") or f"{second}_".startswith(f"{first}_")
