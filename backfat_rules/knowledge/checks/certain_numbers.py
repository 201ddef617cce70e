"""Texts that show the person's numbers show only those that are sure to be known."""

from __future__ import annotations

from backfat_rules.errors import Location, did_you_mean
from backfat_rules.knowledge.catalogue import Exercise
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.lines import lines_of
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.knowledge.rules import (
    AdviceRule,
    ComputedValue,
    Finding,
    MessageRule,
    RecommendationRule,
    Screening,
)
from backfat_rules.language import Expression, names_in, normalise, walk
from backfat_rules.language.tree import AllOf, AnyOf, IfElse, Name, Not


def check_texts(draft: Draft) -> None:
    """Check the names in braces of each reason, message and dose."""
    certain = _Certain(draft)
    for finding in draft.every(Finding):
        for rule in finding.rules:
            where = rule.place.of("reason")
            _check(where, rule.reason, certain.when(rule.when), draft)
    for message in draft.every(MessageRule):
        _check_lines(message, certain.when(message.when), draft)
    for screening in draft.every(Screening):
        _check_lines(screening, certain.when(screening.when), draft)
    for exercise in draft.every(Exercise):
        for field in ("steps", "cues", "faults"):
            for text in getattr(exercise, field):
                _check_whole(exercise.place.of(field), text, draft)
        for where, line in lines_of(exercise):
            _check(where, line.text, frozenset(), draft)
    for recommendation in draft.every(RecommendationRule):
        _check_lines(recommendation, certain.when(recommendation.when), draft)
        _check_first(recommendation, draft)
        for where, line in lines_of(recommendation):
            _check_whole(where, line.text, draft)
        if recommendation.dose is not None:  # a dose has a default for missing numbers
            dose = recommendation.dose
            _check(dose.place.of("text"), dose.text, None, draft)
        if recommendation.done_when is not None:  # the end of the conditions stands in for it
            where = recommendation.place.of("done_when")
            _check(where, recommendation.done_when, None, draft)


def _check(where: Location, text: Template, certain: frozenset[str] | None, draft: Draft) -> None:
    showable = draft.facts.keys() | draft.entries["values"].keys()
    for name in text.names:
        if name not in showable:
            remedy = did_you_mean(name, sorted(showable))
            message = f"{{{name}}} is neither a fact nor a value."
            draft.note(where, "unknown-placeholder", message, remedy)
        elif certain is not None and name not in certain:
            message = f"{{{name}}} may be unknown when this is shown."
            remedy = "Leave it out, or split the rule so that its condition needs it."
            draft.note(where, "unsure-placeholder", message, remedy)


def _check_lines(owner: AdviceRule, certain: frozenset[str], draft: Draft) -> None:
    for where, line in lines_of(owner):
        _check(where, line.text, certain, draft)


def _check_first(recommendation: RecommendationRule, draft: Draft) -> None:
    """The first sentence of an action is always shown, and a block may hide any number."""
    for name in recommendation.action[0].text.names:
        message = f"{{{name}}} may be hidden, and this sentence is always shown."
        where, remedy = recommendation.place.of("action"), "Show it in a later sentence or step."
        draft.note(where, "unsure-placeholder", message, remedy)


def _check_whole(where: Location, text: Template, draft: Draft) -> None:
    """A text that starts in lower case is half of one that YAML has split at a comma."""
    if text.text[0].islower():
        remedy = "Quote the whole text, or give each one a line of its own that starts with '-'."
        message = f"{text.text!r} looks like half a sentence."
        draft.note(where, "split-text", message, remedy)


class _Certain:
    """Finds the names that must be known where a condition is true, through findings as well."""

    def __init__(self, draft: Draft) -> None:
        self.findings = {finding.id: finding for finding in draft.every(Finding)}
        self.values = {value.id: value for value in draft.every(ComputedValue)}
        self.open: set[str] = set()  # names being looked into: a cycle is reported elsewhere

    def when(self, condition: Formula) -> frozenset[str]:
        """The names known where the condition is true."""
        return self.behind(normalise(condition.tree))

    def behind(self, part: Expression) -> frozenset[str]:
        match part:
            case AllOf(operands):
                return frozenset().union(*map(self.behind, operands))
            case AnyOf(operands):
                first, *others = map(self.behind, operands)
                return first.intersection(*others)
            case Name(name) if name in self.findings:
                return self.finding(name, holds=True)
            case Not(Name(name)) if name in self.findings:
                return self.finding(name, holds=False)
        return frozenset().union(*(self.name(name) for name in names_in(part)))

    def finding(self, id: str, *, holds: bool) -> frozenset[str]:
        """A true finding has one true rule; a false one has only false rules."""
        if id in self.open:
            return frozenset()
        self.open.add(id)
        rules = [self.behind(normalise(r.when.tree, holds)) for r in self.findings[id].rules]
        self.open.remove(id)
        first, *others = rules
        return first.intersection(*others) if holds else first.union(*others)

    def name(self, name: str) -> frozenset[str]:
        """The name itself; of a value also what it is computed from on every path."""
        if name not in self.values or name in self.open:
            return frozenset({name})
        formula = self.values[name].formula
        if any(isinstance(part, IfElse) for part in walk(formula)):
            return frozenset({name})
        self.open.add(name)
        inputs = [self.name(each) for each in names_in(formula)]
        self.open.remove(name)
        return frozenset({name}).union(*inputs)
