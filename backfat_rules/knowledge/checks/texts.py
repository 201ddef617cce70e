"""Texts that show the person's numbers show only those that are sure to be known."""

from __future__ import annotations

from backfat_rules.errors import did_you_mean
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import Part
from backfat_rules.knowledge.formula import Formula, Template
from backfat_rules.knowledge.rules import Finding, Message, Recommendation, Screening
from backfat_rules.language import names_known_when_true


def check_texts(draft: Draft) -> None:
    """Check the names in braces of each reason, message and dose."""
    for finding in draft.every(Finding):
        for rule in finding.rules:
            _check(rule, "reason", rule.reason, rule.when, draft)
    for message in draft.every(Message):
        _check(message, "text", message.text, message.when, draft)
    for screening in draft.every(Screening):
        _check(screening, "message", screening.message, screening.when, draft)
    for recommendation in draft.every(Recommendation):
        if recommendation.dose is not None:  # a dose has a default for missing numbers
            _check(recommendation.dose, "text", recommendation.dose.text, None, draft)


def _check(owner: Part, field: str, text: Template, when: Formula | None, draft: Draft) -> None:
    where = owner.place.of(field)
    showable = draft.facts.keys() | draft.entries["values"].keys()
    for name in text.names:
        if name not in showable:
            remedy = did_you_mean(name, sorted(showable))
            message = f"{{{name}}} is neither a fact nor a value."
            draft.note(where, "unknown-placeholder", message, remedy)
        elif when is not None and name not in names_known_when_true(when.tree):
            message = f"{{{name}}} may be unknown when this is shown."
            remedy = "Leave it out, or split the rule so that its condition needs it."
            draft.note(where, "unsure-placeholder", message, remedy)
