"""Whoever is sent to see somebody first has something to do until then."""

from __future__ import annotations

from backfat_rules.knowledge.checks.closing import Closing
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.rules import Screening


def check_something_to_do(draft: Draft, closing: Closing) -> None:
    """In each way in which such a rule fires some advice is called for that nothing takes out."""
    for rule in draft.every(Screening):
        if GATES[rule.gate].waits_for_ok:
            way = closing.without_advice(rule.when.tree)
            if way is not None:
                message = f"{rule.id} may leave somebody with nothing to do but the visit: {way}."
                remedy = (
                    "Let a recommendation be called for then that has needs_ok: false and that no"
                    " screening rule blocks, as calm-minutes-meanwhile is: name this condition in"
                    " what calls for it."
                )
                draft.note(rule.place.of("gate"), "nothing-to-do", message, remedy)
