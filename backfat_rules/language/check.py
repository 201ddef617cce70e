"""Types: what is compared with what, before anything is evaluated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from backfat_rules.errors import did_you_mean
from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Expression,
    Holds,
    IfElse,
    Name,
    Not,
    Number,
    OneOf,
    Word,
    names_in,
    walk,
)
from backfat_rules.language.types import NUMBER, TRUTH, Type

Vocabulary = Mapping[str, Type]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in an expression; ``offset`` counts from 0 in its text."""

    offset: int
    code: str
    message: str
    remedy: str = ""


def check(expression: Expression, vocabulary: Vocabulary, expected: Type) -> tuple[Mistake, ...]:
    """Everything wrong with an expression: unknown names, mixed types, words that do not exist.

    >>> from backfat_rules.language import parse
    >>> check(parse("posture < 7"), {"posture": Type("set")}, TRUTH)[0].message
    'posture is a set, and a number is needed here.'
    """
    checker = _Checker(vocabulary)
    checker.expect(expression, expected)
    if expected == TRUTH and not checker.mistakes and not names_in(expression):
        checker.note(expression, "constant", "this never depends on anything.", "Name a fact.")
    return tuple(checker.mistakes)


class _Checker:
    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.mistakes: list[Mistake] = []

    def note(self, part: Expression, code: str, message: str, remedy: str = "") -> None:
        self.mistakes.append(Mistake(part.offset, code, message, remedy))

    def expect(self, part: Expression, wanted: Type) -> bool:
        """Check ``part``, and whether it is of the wanted kind."""
        found = self.type_of(part)
        if found is not None and found.kind != wanted.kind:
            what = part.name if isinstance(part, Name) else "this"
            message = f"{what} is {found}, and {wanted} is needed here."
            self.note(part, "type-mismatch", message, _remedy(found, wanted))
        return found is not None and found.kind == wanted.kind

    def type_of(self, part: Expression) -> Type | None:
        """The type of a part; None where it has none because of a mistake already noted."""
        match part:
            case Name(name):
                return self.name(part, name)
            case Number():
                return NUMBER
            case Word():
                return Type("choice")
            case Not(operand):
                self.expect(operand, TRUTH)
            case AllOf(operands) | AnyOf(operands):
                for each in operands:
                    self.expect(each, TRUTH)
            case Compare():
                self.comparison(part)
            case Holds(word, collection):
                if self.expect(collection, Type("set")):
                    self.word(part, word, collection)
            case OneOf(choice, words):
                if self.expect(choice, Type("choice")):
                    for each in words:
                        self.word(each, each.value, choice)
            case _:
                return self.number(part)
        return TRUTH

    def number(self, part: Arithmetic | Call | IfElse) -> Type:
        match part:
            case Arithmetic(_, left, right):
                self.expect(left, NUMBER)
                self.expect(right, NUMBER)
            case IfElse(condition, then, otherwise):
                self.expect(condition, TRUTH)
                self.expect(then, NUMBER)
                self.expect(otherwise, NUMBER)
            case Call("count", arguments):
                self.expect(arguments[0], Type("set"))
            case Call(function, arguments):
                for each in arguments:
                    self.expect(each, NUMBER)
                if function == "ramp":
                    self.ramp(part)
        return NUMBER

    def ramp(self, part: Call) -> None:
        match part.arguments[1:]:
            case (Number(zero_at), Number(one_at)) if zero_at != one_at:
                return
        remedy = "Write ramp(x, number where it is 0, number where it is 1)."
        self.note(part, "bad-ramp", "a ramp runs between two different numbers.", remedy)

    def comparison(self, part: Compare) -> None:
        if any(isinstance(each, IfElse) for each in walk(part)):
            remedy = "Write it with and/or, or name it as a value."
            self.note(part, "if-in-condition", "if ... else cannot stand in a condition.", remedy)
        if part.operator == "==" and isinstance(part.right, Word):
            if self.expect(part.left, Type("choice")):
                self.word(part.right, part.right.value, part.left)
            return
        if (line := self.with_quotes(part)) is not None:
            message = "a word is written in quotes, and a set is asked whether it holds one."
            self.note(part.right, "unquoted-word", message, f"Write: {line}")
            return
        self.expect(part.left, NUMBER)
        self.expect(part.right, NUMBER)

    def with_quotes(self, part: Compare) -> str | None:
        """The line that is meant where a fact with words is compared with a bare word."""
        if not isinstance(part.left, Name) or part.operator != "==":
            return None
        left, right = part.left.name, part.right
        fact = self.vocabulary.get(left)
        word = right.name if isinstance(right, Name) else None
        if fact is None or word is None or word in self.vocabulary:
            return None
        if fact.kind == "choice":
            return f'{left} == "{word}"'
        return f'"{word}" in {left}' if fact.kind == "set" else None

    def name(self, part: Expression, name: str) -> Type | None:
        if name not in self.vocabulary:
            remedy = did_you_mean(name, list(self.vocabulary))
            self.note(part, "unknown-name", f"there is no fact, value or finding {name}.", remedy)
            return None
        return self.vocabulary[name]

    def word(self, part: Expression, word: str, of: Expression) -> None:
        known = self.vocabulary.get(of.name) if isinstance(of, Name) else None
        if known is None or known.values is None or word in known.values:
            return
        remedy = did_you_mean(word, list(known.values))
        remedy = remedy or f"It can be {', '.join(sorted(known.values))}."
        assert isinstance(of, Name)
        self.note(part, "unknown-word", f'{of.name} is never "{word}".', remedy)


def _remedy(found: Type, wanted: Type) -> str:
    if found.kind == "set" and wanted.kind == "number":
        return "Write count(...) for how many it holds."
    if found.kind == "set":
        return 'Write "word" in it.'
    if found.kind == "truth":
        return "Use a yes-or-no name alone, without a comparison."
    if found.kind == "choice":
        return 'Write == "word" or in ("word", "word").'
    return "Compare the number with a limit, such as < 7."
