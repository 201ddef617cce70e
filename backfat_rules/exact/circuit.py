"""A program as one circuit: every part of its conditions and formulas once, however often used.

The parts are the language's own trees. A name stands for what the program says of it, so a part
that many rules share is one part, and the circuit grows with the rules and never with the ways
through them. Parts stand after their operands: whatever is worked out from left to right needs no
recursion, however long the chains of findings are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Self

from backfat_rules.exact.backward import back_of
from backfat_rules.exact.backward_number import Back
from backfat_rules.exact.forward import Reach, Worth, reach_of, worth_of
from backfat_rules.exact.named_words import words_named
from backfat_rules.inference import Program
from backfat_rules.language import Expression
from backfat_rules.language.tree import (
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Comparison,
    Holds,
    IfElse,
    Name,
    Not,
    Number,
    OneOf,
    Word,
)
from backfat_rules.profile import Fact

_FLIPPED: Mapping[Comparison, Comparison] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


class Circuit:
    """The parts of a program's conditions and formulas, those of facts first.

    Attributes:
        facts: every fact, with its range and words.
        words: the words of each choice, in the order of its bits, and of each set.
        parts: the parts, each after its operands.
        operands: for each part the places of its operands.
        users: for each part the places of the parts that it is an operand of.
        place: where each value, finding and advice stands.
        worths, reaches, backs: what each part can be, and what it leaves to its operands.
        questions: for each fact the places of what is asked of it, each with the word that it is
            about where the fact is a set.
    """

    def __init__(self, facts: Mapping[str, Fact], words: Mapping[str, tuple[str, ...]]) -> None:
        self.facts = facts
        self.words = words
        self.parts: list[Expression] = []
        self.operands: list[tuple[int, ...]] = []
        self.users: list[tuple[int, ...]] = []
        self.place: dict[str, int] = {}
        self.questions: dict[str, tuple[tuple[int, str], ...]] = {}
        self.worths: list[Worth | None] = []
        self.reaches: list[Reach | None] = []
        self.backs: list[Back] = []
        self._places: dict[object, int] = {}

    @classmethod
    def of(
        cls, program: Program, facts: Mapping[str, Fact], more: Iterable[Expression] = ()
    ) -> Self:
        """The circuit of a program; ``more`` are conditions whose words it must know too."""
        circuit = cls(facts, words_named((*_expressions(program), *more), facts))
        for name in (name for layer in program.layers for name in layer):
            if name in program.calculations:
                circuit.place[name] = circuit.add(program.calculations[name].formula)
                continue
            conditions = tuple(each.condition for each in program.findings[name])
            ways = [circuit.add(each) for each in conditions]
            circuit.place[name] = ways[0] if len(ways) == 1 else circuit._put(AnyOf(()), ways)
        for id, production in program.advice.items():
            circuit.place.setdefault(id, circuit.add(production.condition))
        return circuit

    def extended(self) -> Self:
        """A copy that parts can be added to, while others read this one."""
        copy = type(self)(self.facts, self.words)
        copy.parts, copy.operands = self.parts.copy(), self.operands.copy()
        copy.users, copy.place = self.users.copy(), self.place
        copy.worths, copy.reaches = self.worths.copy(), self.reaches.copy()
        copy.backs = self.backs.copy()
        copy.questions, copy._places = self.questions.copy(), self._places.copy()
        return copy

    def add(self, part: Expression) -> int:
        """The place of a condition or formula, which is put in if it is new."""
        match part:
            case Name(name):
                return self.place[name] if name in self.place else self._put(part)
            case Compare(operator, Number(value), right) if not isinstance(right, Number):
                return self.add(Compare(_FLIPPED[operator], right, Number(value)))
            case Compare(_, left, Number() | Word()):
                return self._put(part, [self.add(left)])
            case Compare(operator, left, right):  # a difference has the sign of the comparison
                return self.add(Compare(operator, Arithmetic("-", left, right), Number(0.0)))
            case OneOf(choice):
                return self._put(part, [self.add(choice)])
            case Call("count", (Name(name),)):
                held = Name(name)
                words = (Holds(word, held) for word in self.words.get(name, ()))
                return self._put(part, [self.add(held), *map(self.add, words)])
            case Holds():
                return self._put(part)
        return self._put(part, [self.add(each) for each in part.children])

    def _put(self, part: Expression, operands: Iterable[int] = ()) -> int:
        below = tuple(operands)
        key = (type(part), _own(part), below)
        at = self._places.get(key)
        if at is None:
            at = self._places[key] = len(self.parts)
            self.parts.append(part)
            self.operands.append(below)
            self.users.append(())
            words = self._words_of(part)
            self.worths.append(worth_of(part, below, words))
            self.reaches.append(reach_of(part, below))
            self.backs.append(back_of(part, below, words))
            for each in dict.fromkeys(below):
                self.users[each] += (at,)
            asked = fact_and_word(part)
            if asked is not None:
                fact, word = asked
                self.questions[fact] = (*self.questions.get(fact, ()), (at, word))
        return at

    def _words_of(self, part: Expression) -> tuple[str, ...]:
        """The words of the choice that a part is about."""
        match part:
            case OneOf(Name(name)) | Compare("==", Name(name), Word()):
                return self.words[name]
        return ()

    def below(self, places: Iterable[int]) -> frozenset[int]:
        """Some parts and everything that they rest on."""
        return self._reached(places, self.operands)

    def above(self, places: Iterable[int]) -> frozenset[int]:
        """Some parts and everything that rests on them."""
        return self._reached(places, self.users)

    @staticmethod
    def _reached(places: Iterable[int], further: list[tuple[int, ...]]) -> frozenset[int]:
        waiting, seen = list(places), set[int]()
        while waiting:
            at = waiting.pop()
            if at not in seen:
                seen.add(at)
                waiting += further[at]
        return frozenset(seen)


def fact_and_word(part: Expression) -> tuple[str, str] | None:
    """Which fact a part asks and, of a set, for which word; None for what has operands."""
    match part:
        case Name(name):
            return name, ""
        case Holds(word, Name(name)):
            return name, word
    return None


def _own(part: Expression) -> object:
    """What tells a part from others of its kind, besides its operands."""
    match part:
        case Not() | AllOf() | AnyOf() | IfElse():
            return None
        case Compare(operator, _, limit):
            return operator, limit
        case OneOf(_, words):
            return words
        case Arithmetic(operator):
            return operator
        case Call(function):
            return function
    return part


def _expressions(program: Program) -> Iterator[Expression]:
    yield from (each.formula for each in program.calculations.values())
    yield from (each.condition for each in program.productions)
