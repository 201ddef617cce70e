"""The policy exists, and its numbers add up."""

from __future__ import annotations

import math

from backfat_rules.errors import Location
from backfat_rules.knowledge.draft import Draft


def check_policy(draft: Draft) -> None:
    """There is one policy, and its weights share out exactly one whole."""
    if draft.policy is None:
        if not draft.policy_refused:
            remedy = "Copy policy.yaml of the shipped knowledge, or load both folders."
            draft.note(Location("policy.yaml"), "no-policy", "there is no policy.", remedy)
        return
    weights = draft.policy.weights
    total = weights.impact + weights.severity + weights.evidence + weights.goals
    if not math.isclose(total, 1, abs_tol=1e-9):
        where = draft.policy.place.of("weights")
        draft.note(where, "bad-weights", f"the weights add up to {total:g}, not to 1.")
