"""What each entry says on a page, as plain data."""

from __future__ import annotations

from typing import Any

from backfat_rules.javascript.conditions_as_data import condition_of
from backfat_rules.javascript.texts_as_data import lines_as_data, pieces_of
from backfat_rules.knowledge.policy import Policy
from backfat_rules.knowledge.rules import MessageRule, RecommendationRule, Screening

Data = dict[str, Any]


def told_by_advice(rule: RecommendationRule) -> Data:
    """What to do, how much, and what to mind."""
    dose = rule.dose
    return {
        "title": rule.title,
        "action": lines_as_data(rule.action),
        "steps": lines_as_data(rule.steps),
        "cautions": lines_as_data(rule.cautions),
        "dose_text": dose and pieces_of(dose.text),
        "dose_default": dose and dose.default.render(),
        "dose_uncounted": dose and dose.uncounted and dose.uncounted.render(),
    }


def told_by_screening(rule: Screening) -> Data:
    """What is said where it fires, and of what it takes out."""
    return {
        "title": rule.title,
        "topic": rule.topic,
        "message": lines_as_data(rule.message),
        "reason": rule.reason.render(),
        "only_alone": rule.only_alone,
        "when": condition_of(rule.when),
    }


def told_by_message(rule: MessageRule) -> Data:
    """What it says, and which question it answers."""
    return {"text": lines_as_data(rule.text), "question": rule.question, "topic": rule.topic}


def told_by_policy(policy: Policy) -> Data:
    """What is said to everybody, and how much is said at all."""
    return {
        "unspoken": dict(policy.unspoken),
        "mechanism_steps": policy.mechanism_steps,
        "questions_shown": policy.questions_shown,
        "answers_shown": policy.answers_shown,
        "speaks_to": policy.speaks_to,
        "start_means": policy.start_means,
        "uncounted_without": policy.uncounted_without,
        "notice": policy.notice.render(),
        "insufficient_data": policy.insufficient_data.render(),
        "general_guidance": [
            {"id": each.id, "needs_ok": each.needs_ok, "text": each.text.render()}
            for each in policy.general_guidance
        ],
    }
