"""Every condition and formula names things that exist, and compares like with like."""

from __future__ import annotations

from collections.abc import Iterator

from backfat_rules.errors import Location
from backfat_rules.knowledge.catalogue import Exercise, Food
from backfat_rules.knowledge.checks.whole_weeks import week_formulas
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import FilePart
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.law import Law
from backfat_rules.knowledge.lines import lines_of
from backfat_rules.knowledge.rules import Caution, ComputedValue, Finding, Mechanism, Screening
from backfat_rules.knowledge.screens import Ask, ScreenRule, StatementRule
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

    for owner, field, text, expected in _formulas(draft):
        formula(owner, field, text, expected)
    _check_mechanisms(draft)


def _formulas(draft: Draft) -> Iterator[tuple[FilePart, str, Formula | None, Type]]:
    """Every condition and formula, with where it stands and what it has to give."""
    for value in draft.every(ComputedValue):
        yield value, "value", value.value, NUMBER
        yield value, "valid", value.valid, TRUTH
    for finding in draft.every(Finding):
        for rule in finding.rules:
            yield rule, "when", rule.when, TRUTH
            yield rule, "severity", rule.severity, NUMBER
    yield from ((advice, "when", advice.when, TRUTH) for advice in draft.advice())
    for entry in (*draft.advice(), *draft.every(Exercise)):
        yield from ((line, "when", line.when, TRUTH) for _, line in lines_of(entry))
    for screening in draft.every(Screening):
        yield screening, "unanswered_when", screening.unanswered_when, TRUTH
    yield from ((law, "who", law.who, TRUTH) for law in draft.every(Law))
    yield from ((food, "unless", food.unless, TRUTH) for food in draft.every(Food))
    yield from ((each, "when", each.when, TRUTH) for each in draft.every(Caution))
    if draft.policy is not None:
        yield from ((each, "when", each.when, TRUTH) for each in draft.policy.ready_for)
        for asked in draft.policy.not_asked:
            yield asked, "when", asked.when, TRUTH
            yield asked, "unless", asked.unless, TRUTH
        if few := draft.policy.few_at_once:
            yield few, "when", few.when, TRUTH
    yield from week_formulas(draft)
    for some in for_some(draft):
        yield some, "when", some.when, TRUTH
        yield some, "unless", some.unless, TRUTH
    yield from ((each, "means", each.means, TRUTH) for each in draft.every(StatementRule))


def for_some(draft: Draft) -> Iterator[Ask | ScreenRule | StatementRule]:
    """What an interview asks some people only."""
    yield from draft.every(StatementRule)
    for screen in draft.every(ScreenRule):
        yield screen
        yield from screen.asks


def _check_mechanisms(draft: Draft) -> None:
    """A mechanism links findings; one that rests on facts alone is a finding."""
    findings = {finding.id for finding in draft.every(Finding)} | draft.refused
    for mechanism in draft.every(Mechanism):
        for rule in mechanism.rules:
            if findings.isdisjoint(names_in(rule.when.tree)):
                message = f"the mechanism {mechanism.id} does not follow from any finding."
                remedy = "Name a finding in its condition, or move it to findings."
                draft.note(rule.place.of("when"), "groundless-mechanism", message, remedy)
