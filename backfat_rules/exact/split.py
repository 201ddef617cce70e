"""What to cut next: the part that most needs an answer, and the pieces it is cut into."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from backfat_rules.exact.box import Box
from backfat_rules.exact.circuit import Circuit
from backfat_rules.exact.grids import Reals
from backfat_rules.exact.narrowing import Narrowing
from backfat_rules.exact.propagate import is_borne_out, settle
from backfat_rules.exact.spans import UNDEFINED, Span, cut, is_empty, meet
from backfat_rules.exact.worth import FALSE, NEITHER, TRUE, is_open
from backfat_rules.language.tree import AllOf, AnyOf, Call, Compare, IfElse, Name, Number

_ANY_NUMBER = Reals()


@dataclass(frozen=True, slots=True)
class Split:
    """One part, and what it may be in each piece, the most promising first.

    Attributes:
        halves: whether a number is merely cut in two, at no limit of a condition.
    """

    at: int
    bits: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    halves: bool = False


def next_split(circuit: Circuit, box: Narrowing) -> tuple[Split | None, bool]:
    """How to cut the box, and whether it is settled: everything that it assumes is borne out.

    Conditions come first, the one that rests on most; then numbers.
    """
    waiting = [at for at in box.loose if not is_borne_out(circuit, box, at)]
    conditions = [at for at in waiting if circuit.worths[at] is not None]
    if conditions:
        return _condition(circuit, box, max(conditions)), False
    for at in sorted(waiting):
        split = _number(circuit, box, at)
        if split is not None:
            return split, False
    return None, not waiting


def _condition(circuit: Circuit, box: Box, at: int) -> Split | None:
    """An operand that can give the condition what it has to be worth, or cannot."""
    part, operands, wanted = circuit.parts[at], circuit.operands[at], box.bits[at]
    if isinstance(part, AllOf | AnyOf):
        for each in operands:
            bits = box.bits[each]
            if bits & wanted and bits & ~wanted:
                return Split(each, bits=(bits & wanted, bits & ~wanted))
        return next(
            (
                Split(each, bits=(box.bits[each] & TRUE, box.bits[each] & ~TRUE))
                for each in operands
                if is_open(box.bits[each]) and box.bits[each] & TRUE
            ),
            None,
        )
    if isinstance(part, Compare) and isinstance(part.right, Number):  # one number is left out
        span = box.spans[operands[0]]
        sides = (*cut(part.operator, float(part.right.value))[1], UNDEFINED)
        pieces = tuple(piece for side in sides if not is_nothing(piece := meet(span, side)))
        return Split(operands[0], spans=pieces) if len(pieces) > 1 else None
    return None


def is_nothing(span: Span) -> bool:
    """Whether neither a number nor undefined is left."""
    return is_empty(span) and not span[2]


def _number(circuit: Circuit, box: Box, at: int) -> Split | None:
    """Of what a number rests on: a condition or word that is open, else the widest number."""
    widest, width = None, 0.0
    waiting, seen = [at], set[int]()
    while waiting:
        each = waiting.pop()
        if each in seen:
            continue
        seen.add(each)
        operands = circuit.operands[each]
        match circuit.parts[each]:
            case IfElse():
                bits = box.bits[operands[0]]
                if is_open(bits):
                    return Split(operands[0], bits=outcomes(bits))
                waiting += operands[1:2] if bits & TRUE else operands[2:]
            case Call("count"):
                opened = [word for word in operands[1:] if is_open(box.bits[word])]
                if opened:
                    return Split(opened[0], bits=outcomes(box.bits[opened[0]]))
                waiting += operands[:1]
            case Name():
                low, high, undefined = box.spans[each]
                if undefined and low <= high:  # it may also stay unknown
                    return Split(each, spans=(UNDEFINED, (low, high, False)))
                relative = (high / 2 - low / 2) / max(1.0, abs(low), abs(high))
                if low < high and relative > width:
                    widest, width = Split(each, halves=True), relative
            case _:
                waiting += operands
    return widest


def outcomes(bits: int) -> tuple[int, ...]:
    """Each outcome by itself."""
    return tuple(bit for bit in (FALSE, TRUE, NEITHER) if bit & bits)


def pieces(
    circuit: Circuit, box: Narrowing, split: Split, among: Container[int]
) -> Iterator[Narrowing]:
    """What is left of a box in each piece, with all conclusions drawn; the most promising first."""
    spans: Iterable[Span] = split.spans
    if split.halves:
        spans = box.lines.get(split.at, _ANY_NUMBER).halves(box.spans[split.at])
    for bits in split.bits:
        piece = Narrowing(box.copy(), box.lines, box.loose)
        if piece.keep_bits(split.at, bits) and settle(circuit, piece, among):
            yield piece
    for span in spans:
        piece = Narrowing(box.copy(), box.lines, box.loose)
        if piece.keep_span(split.at, span) and settle(circuit, piece, among):
            yield piece
