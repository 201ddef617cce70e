"""Limits that can be reached: within the range of the fact, and where the rule fires."""

from __future__ import annotations

from backfat_rules.errors import Location
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.rules import Finding, Rule
from backfat_rules.language import Expression, evaluate, walk
from backfat_rules.language.tree import Call, Compare, Name, Number
from backfat_rules.profile import Fact


def check_limits(draft: Draft) -> None:
    """No comparison that is always the same, no severity that is never reached."""
    for finding in draft.every(Finding):
        for rule in finding.rules:
            _check_comparisons(rule, rule.when, draft)
            _check_severity(rule, draft)
    for advice in draft.advice():
        _check_comparisons(advice, advice.when, draft)


def _check_comparisons(owner: FilePart, condition: Formula, draft: Draft) -> None:
    start = owner.place.of("when")
    for part in walk(condition.tree):
        match part:
            case (
                Compare(left=Name(name), right=Number()) | Compare(left=Number(), right=Name(name))
            ) if _is_ranged(draft.facts.get(name)):
                fact = draft.facts[name]
                ends = {evaluate(part, {name: end}) for end in (fact.low, fact.high)}
                if len(ends) == 1 and part.operator != "==":
                    where = Location(start.path, start.line, start.column + part.offset)
                    always = "always" if ends == {True} else "never"
                    message = f"this {always} holds: {name} runs from {fact.low} to {fact.high}."
                    draft.note(where, "unreachable-limit", message, "Choose a limit in between.")


def _is_ranged(fact: Fact | None) -> bool:
    return fact is not None and fact.low is not None and fact.high is not None


def _check_severity(rule: Rule, draft: Draft) -> None:
    if rule.severity is None:
        return
    where = rule.place.of("severity")
    for part in walk(rule.severity.tree):
        match part:
            case Call("ramp", (Name(name), Number(), Number(one_at))):
                fact = draft.facts.get(name)
                if fact is not None and _is_ranged(fact):
                    _check_ramp(fact, one_at, rule, where, draft)


def _check_ramp(fact: Fact, one_at: float, rule: Rule, where: Location, draft: Draft) -> None:
    assert fact.low is not None
    assert fact.high is not None
    if not fact.low <= one_at <= fact.high:
        message = f"severity 1 is never reached: {fact.name} runs from {fact.low} to {fact.high}."
        draft.note(where, "unreachable-severity", message, "End the ramp within the range.")
        return
    limit = _only_limit(rule.when.tree, fact.name)
    if limit is not None and evaluate(limit, {fact.name: one_at}) is False:
        message = "the severity grows on the side where this rule never fires."
        remedy = "Swap the ends: ramp(x, where it is 0, where it is 1)."
        draft.note(where, "unreachable-severity", message, remedy)


def _only_limit(condition: Expression, name: str) -> Compare | None:
    """The comparison that is the whole condition, if it is one of this fact with a number."""
    match condition:
        case Compare(left=Name(found), right=Number()) if found == name:
            return condition
    return None
