"""What must stay closed is closed in every way in which it must, by all rules together.

Silence is never bolder than an answer: what an open question closes, a yes keeps closed. And what
has to wait while a finding is true is closed wherever it is true.

Further rules and findings close more and open nothing. So over knowledge that was checked, and of
which every such rule and finding stands as it did, only the further ones are looked at.
"""

from __future__ import annotations

from backfat_rules.knowledge.checks.closing import Closing, condition_of
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.rules import Blocks, Finding, Screening


def check_kept_closed(draft: Draft, closing: Closing) -> None:
    """Look at each screening rule with ``unanswered``, and at each finding with ``must_wait``."""
    known = draft.keeps("screening", "findings", "mechanisms")
    for rule in draft.every(Screening):
        if known and _stands(draft, "screening", rule.id, rule.unanswered):
            continue
        opened = closing.opened(rule.when.tree, rule.unanswered)
        if opened is not None:
            way, left = opened
            message = f"{left} is closed until this is answered, and open with this answer: {way}."
            remedy = (
                f"Add {left} to blocks; or, where this answer should close less, give it a rule of"
                f" its own whose unanswered leaves out {left}."
            )
            draft.note(rule.place.of("unanswered"), "opened-by-an-answer", message, remedy)
    for finding in draft.unchecked(Finding) if known else draft.every(Finding):
        opened = closing.opened(condition_of(finding), Blocks(tags=finding.must_wait))
        if opened is not None:
            way, left = opened
            message = f"{left} must wait while {finding.id} is true, and is open with: {way}."
            remedy = f"Add {left} to the blocks of a rule that fires then, or narrow the finding."
            draft.note(finding.place.of("must_wait"), "open-though-it-must-wait", message, remedy)


def _stands(draft: Draft, section: str, id: str, closed: Blocks) -> bool:
    """Whether a rule, and each entry that it closes by name, is as it was checked."""
    named = [(name, item) for item in closed.items for name in draft.entries]
    return draft.is_checked(section, id) and all(
        draft.is_checked(name, item) for name, item in named if item in draft.entries[name]
    )
