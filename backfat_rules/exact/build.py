"""From a condition's tree to the parts that can be asked on boxes, with their variables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from backfat_rules.errors import BackfatRulesError
from backfat_rules.exact.box import Condition, Term
from backfat_rules.exact.conditions import Chosen, Every, Opposite, Some, Told
from backfat_rules.exact.limits import Limit
from backfat_rules.exact.terms import (
    Compound,
    Either,
    Fixed,
    Function,
    Measure,
    Step,
    Tally,
)
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

OTHER_WORD = "another"
"""Stands for a word that no condition names, where any word is allowed."""

Slot = tuple[str, str]
"""A fact and, for a set, the word whose membership is meant; "" otherwise."""

_FLIPPED: Mapping[Comparison, Comparison] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


class Builder:
    """Walks a condition once; equal terms, and equal questions to a fact, share a variable."""

    def __init__(self, condition: Expression, facts: Mapping[str, Fact]) -> None:
        self.facts = facts
        self.words: dict[str, tuple[str, ...]] = {}
        self.bits: dict[Slot, int] = {}
        self.spans: list[str | None] = []
        self.numbers: dict[str, int] = {}
        self.compounds: dict[Expression, Compound] = {}
        self.limits: dict[int, set[float]] = {}
        self.named: dict[str, list[str]] = {}
        waiting: list[Expression] = [condition]
        while waiting:
            match waiting.pop():
                case Holds(word, Name(name)):
                    self.name(name, word)
                case OneOf(Name(name), words):
                    for each in words:
                        self.name(name, each.value)
                case Compare("==", Name(name), Word(word)):
                    self.name(name, word)
                case part:
                    waiting += part.children

    def facts_used(self) -> Iterator[str]:
        """The facts that the variables stand for."""
        yield from (fact for fact, _ in self.bits)
        yield from (fact for fact in self.spans if fact is not None)

    def name(self, fact: str, word: str) -> None:
        """Note that the condition names a word of a choice or set."""
        named = self.named.setdefault(fact, [])
        if word not in named:
            named.append(word)

    def bit(self, fact: str, word: str = "") -> int:
        """The variable of a question to a fact."""
        return self.bits.setdefault((fact, word), len(self.bits))

    def number(self, fact: str) -> int:
        """The variable of a number, or of how many unnamed words a set holds."""
        if fact not in self.numbers:
            self.numbers[fact] = len(self.spans)
            self.spans.append(fact)
        return self.numbers[fact]

    def condition(self, part: Expression) -> Condition:
        """Any condition."""
        match part:
            case Name(name):
                return Told(self.bit(name))
            case Not(operand):
                return Opposite(self.condition(operand))
            case AllOf(operands):
                return Every(tuple(map(self.condition, operands)))
            case AnyOf(operands):
                return Some(tuple(map(self.condition, operands)))
            case Holds(word, Name(name)):
                return Told(self.bit(name, word))
            case OneOf(Name(name), words):
                return self.chosen(name, [each.value for each in words])
            case Compare("==", Name(name), Word(word)):
                return self.chosen(name, [word])
            case Compare(operator, Number(value), right) if not isinstance(right, Number):
                return self.limit(right, _FLIPPED[operator], value)
            case Compare(operator, left, Number(value)):
                return self.limit(left, operator, value)
            case Compare(operator, left, right):  # a difference has the sign of the comparison
                return self.limit(Arithmetic("-", left, right), operator, 0.0)
        raise BackfatRulesError(f"this is not a condition: {part!r}")

    def chosen(self, fact: str, inside: list[str]) -> Condition:
        """Whether a choice is one of some words."""
        declared = self.facts[fact].words if fact in self.facts else ()
        named = tuple(sorted(self.named[fact]))
        words = (*declared, *(word for word in named if word not in declared))
        if not declared:
            words = (*words, unused(words))
        self.words[fact] = words
        bits = sum(1 << words.index(word) for word in set(inside))
        return Chosen(self.bit(fact), bits, 1 << len(words))

    def limit(self, term: Expression, operator: Comparison, limit: float) -> Condition:
        """A term compared with a number."""
        built = self.term(term)
        if isinstance(built, Measure):
            index = built.index
        elif isinstance(built, Fixed):
            return Limit(built, operator, float(limit), -1)
        else:
            if term not in self.compounds:
                self.compounds[term] = Compound(built, len(self.spans))
                self.spans.append(None)
            built = self.compounds[term]
            index = built.index
        self.limits.setdefault(index, set()).add(float(limit))
        return Limit(built, operator, float(limit), index)

    def term(self, part: Expression) -> Term:
        """Any number."""
        match part:
            case Number(value):
                return Fixed((float(value), float(value), False))
            case Name(name):
                return Measure(self.number(name))
            case Arithmetic(operator, left, right):
                return Step(operator, self.term(left), self.term(right))
            case Call("count", (Name(name),)):
                words = tuple(self.bit(name, word) for word in self.named.get(name, ()))
                return Tally(words, self.number(name))
            case Call(function, arguments):
                return Function(function, tuple(map(self.term, arguments)))
            case IfElse(condition, then, otherwise):
                return Either(self.condition(condition), self.term(then), self.term(otherwise))
        raise BackfatRulesError(f"this is not a number: {part!r}")


def unused(words: tuple[str, ...], at: int = 0) -> str:
    """A word that is none of these."""
    candidate = f"{OTHER_WORD}-{at}" if at else OTHER_WORD
    return unused(words, at + 1) if candidate in words else candidate
