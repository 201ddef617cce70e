"""What grows with something good says whether it is a problem: no advice may end by a step back."""

from __future__ import annotations

from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.rules import Finding, Rule
from backfat_rules.language import walk
from backfat_rules.language.tree import Call, Name, Number


def check_welcome(draft: Draft) -> None:
    """A finding that is severer for more training or sleep is too much of it, or is welcome.

    The rules cannot tell which, so the author does.
    """
    if draft.policy is None:
        return
    good = frozenset(draft.policy.not_lowered)
    for finding in draft.every(Finding):
        if finding.welcome is not None:
            continue
        for rule in finding.rules:
            for name in sorted(_growing_with(rule) & good):
                message = f"{finding.id} grows with {name}, of which more is good in itself."
                remedy = "Add welcome: true if it is something good, welcome: false if a problem."
                draft.note(rule.place.of("severity"), "welcome-or-not", message, remedy)


def _growing_with(rule: Rule) -> frozenset[str]:
    """What the severity of a rule grows with."""
    parts = () if rule.severity is None else walk(rule.severity.tree)
    return frozenset(name for part in parts if (name := _ramp_up(part)) is not None)


def _ramp_up(part: object) -> str | None:
    match part:
        case Call("ramp", (Name(name), Number(zero_at), Number(one_at))) if one_at > zero_at:
            return name
    return None
