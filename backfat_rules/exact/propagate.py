"""What follows in a box: from operands upwards, and from what has to hold downwards."""

from __future__ import annotations

from collections.abc import Container, Iterable

from backfat_rules.exact.box import Box
from backfat_rules.exact.circuit import Circuit
from backfat_rules.exact.narrowing import Narrowing
from backfat_rules.exact.spans import within


def refresh(circuit: Circuit, box: Box, places: Iterable[int]) -> None:
    """Work out what parts can be from their operands alone; operands have to come first."""
    for at in places:
        worth, reach = circuit.worths[at], circuit.reaches[at]
        if worth is not None:
            box.bits[at] = worth(box)
        elif reach is not None:
            box.spans[at] = reach(box)


def settle(circuit: Circuit, box: Narrowing, among: Container[int]) -> bool:
    """Draw all conclusions from what changed in a box; False where nothing is left of some part.

    Only what certainly does not go is taken out. In rounds, in which each part that a change
    touches is looked at once.
    """
    while box.changed:
        touched = set(box.changed)
        for at in box.changed:
            touched.update(user for user in circuit.users[at] if user in among)
        box.changed.clear()
        if not all(_agrees(circuit, box, at) for at in sorted(touched)):
            return False
    return True


def _agrees(circuit: Circuit, box: Narrowing, at: int) -> bool:
    """Bring a part and its operands into line."""
    worth, reach = circuit.worths[at], circuit.reaches[at]
    if worth is not None:
        bits = worth(box)
        if not box.keep_bits(at, bits):
            return False
        is_loose = bool(bits & ~box.bits[at])
    elif reach is not None:
        span = reach(box)
        if not box.keep_span(at, span):
            return False
        is_loose = not within(span, box.spans[at])
    else:
        is_loose = False
    (box.loose.add if is_loose else box.loose.discard)(at)
    return not is_loose or circuit.backs[at](box, at)


def is_borne_out(circuit: Circuit, box: Box, at: int) -> bool:
    """Whether a part is sure to be what the box takes it to be, by what its operands can be."""
    worth, reach = circuit.worths[at], circuit.reaches[at]
    if worth is not None:
        return not worth(box) & ~box.bits[at]
    return reach is None or within(reach(box), box.spans[at])
