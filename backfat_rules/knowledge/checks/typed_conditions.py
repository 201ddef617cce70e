"""Every condition and formula names things that exist, and compares like with like."""

from __future__ import annotations

from backfat_rules.errors import Location
from backfat_rules.knowledge.catalogue import Food
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.law import Law
from backfat_rules.knowledge.lines import lines_of
from backfat_rules.knowledge.rules import ComputedValue, Finding, Mechanism, Screening
from backfat_rules.language import NUMBER, TRUTH, Type, check, names_in

_OTHERWISE = {
    "unknown-name": "Use a name of 'backfat-rules facts', or declare one of your own under facts."
}


def check_conditions(draft: Draft) -> None:
    """Type-check each ``when``, ``severity``, ``value``, ``unless``, ``who`` ...."""
    vocabulary = draft.vocabulary()

    def formula(owner: FilePart, field: str, text: Formula | None, expected: Type) -> None:
        if text is None:
            return
        start = owner.place.of(field)
        for mistake in check(text.tree, vocabulary, expected):
            if mistake.code == "unknown-name" and any(
                f" {name}." in mistake.message for name in draft.refused
            ):
                continue  # the entry exists; what is wrong with it is reported at its own place
            where = Location(start.path, start.line, start.column + mistake.offset)
            remedy = mistake.remedy or _OTHERWISE.get(mistake.code, "")
            draft.note(where, mistake.code, mistake.message, remedy)

    for value in draft.every(ComputedValue):
        formula(value, "value", value.value, NUMBER)
        formula(value, "valid", value.valid, TRUTH)
    for finding in draft.every(Finding):
        for rule in finding.rules:
            formula(rule, "when", rule.when, TRUTH)
            formula(rule, "severity", rule.severity, NUMBER)
    for advice in draft.advice():
        formula(advice, "when", advice.when, TRUTH)
        for _, line in lines_of(advice):
            formula(line, "when", line.when, TRUTH)
    for screening in draft.every(Screening):
        formula(screening, "unanswered_when", screening.unanswered_when, TRUTH)
    for law in draft.every(Law):
        formula(law, "who", law.who, TRUTH)
    for food in draft.every(Food):
        formula(food, "unless", food.unless, TRUTH)
    for each in draft.policy.not_asked if draft.policy else ():
        formula(each, "when", each.when, TRUTH)
        formula(each, "unless", each.unless, TRUTH)
    if draft.policy and (few := draft.policy.few_at_once):
        formula(few, "when", few.when, TRUTH)
    _check_mechanisms(draft)


def _check_mechanisms(draft: Draft) -> None:
    """A mechanism links findings; one that rests on facts alone is a finding."""
    findings = {finding.id for finding in draft.every(Finding)} | draft.refused
    for mechanism in draft.every(Mechanism):
        for rule in mechanism.rules:
            if findings.isdisjoint(names_in(rule.when.tree)):
                message = f"the mechanism {mechanism.id} does not follow from any finding."
                remedy = "Name a finding in its condition, or move it to findings."
                draft.note(rule.place.of("when"), "groundless-mechanism", message, remedy)
