"""One completion in which as many conditions as possible are true at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from backfat_rules.exact.box import Box
from backfat_rules.exact.completion import completed
from backfat_rules.exact.grids import Grid
from backfat_rules.exact.narrowing import Narrowing
from backfat_rules.exact.problem import Problem
from backfat_rules.exact.propagate import settle
from backfat_rules.exact.split import next_split, pieces
from backfat_rules.exact.worth import TRUE
from backfat_rules.language import Facts, Value

MOST_CUTS = 60
"""After how many cuts what is still open is left to chance."""


def joint_completion(
    problems: Sequence[Problem], known: Facts, box: Box, lines: Mapping[int, Grid]
) -> dict[str, Value]:
    """A completion that is likely to make many of some conditions of one circuit true.

    Greedy: each condition is added where it still goes with those before it, and nothing is taken
    back. Whether it is true on the completion has to be looked up.
    """
    found: dict[str, Value] = dict(known)
    if not problems:
        return found
    circuit = problems[0].circuit
    joint = Narrowing(box.copy(), lines)
    for each in problems:
        trial = Narrowing(joint.copy(), lines, joint.loose)
        if trial.keep_bits(each.root, TRUE) and settle(circuit, trial, each.cone):
            joint = trial
    everything = range(len(circuit.parts))
    for _ in range(MOST_CUTS):
        split, _ = next_split(circuit, joint)
        if split is None or split.halves:
            break
        piece = next(pieces(circuit, joint, split, everything), None)
        if piece is None:
            break
        joint = piece
    for each in problems:
        if not set(each.all_facts) <= found.keys():
            found = completed(each, found, joint, lines, found)
    return found
