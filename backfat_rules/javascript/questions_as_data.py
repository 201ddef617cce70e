"""What is a reason to ask, and who is not asked for what, as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from backfat_rules.javascript.conditions_as_data import condition_of
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.policy import NotAsked
from backfat_rules.knowledge.screens import Ask, ForSome, ScreenRule, StatementRule
from backfat_rules.planning.places import facts_of_advice, screens_in_order, statements_by_screen
from backfat_rules.planning.questions import askable
from backfat_rules.planning.statements import fact_of

Data = dict[str, Any]


def questions_as_data(knowledge: KnowledgeBase) -> Data:
    """The entries that answers decide, the screens of an interview, and who is not asked what."""
    return {
        "askable": [
            {"id": entry.id, "title": entry.title, "gate": gate, "impact": impact}
            for _, entry, gate, impact in knowledge.once(askable)
        ],
        "screens": [_screen(each, knowledge) for each in knowledge.once(screens_in_order)],
        "advice_facts": sorted(knowledge.once(facts_of_advice)),
        "never_asked": [*knowledge.never_asked],
        "not_asked": _not_asked(knowledge.policy.not_asked),
    }


def _screen(screen: ScreenRule, knowledge: KnowledgeBase) -> Data:
    behind = screen.behind
    statements = knowledge.once(statements_by_screen).get(screen.id, ())
    return {
        "id": screen.id,
        "title": screen.title,
        "which": screen.which,
        "behind": behind and {"advice": behind.advice, "together": behind.together},
        "rest": screen.rest,
        "asks": [_ask(each) for each in screen.asks],
        "statements": [_statement(each) for each in statements],
        **_for_some(screen),
    }


def _ask(ask: Ask) -> Data:
    return {
        "fact": ask.fact,
        "always": ask.always,
        "releases": ask.releases,
        "sharpens": ask.sharpens,
        "beside": ask.beside and ask.beside.render(),
        "help_for": ask.help_for,
        **_for_some(ask),
    }


def _statement(statement: StatementRule) -> Data:
    return {
        "id": statement.id,
        "fact": fact_of(statement),
        "says": statement.says.render(),
        "means": condition_of(statement.means),
        "condition": statement.means.text,
        **_for_some(statement),
    }


def _not_asked(rules: Iterable[NotAsked]) -> list[Data]:
    return [{"facts": each.facts, **_for_some(each)} for each in rules]


def _for_some(part: ForSome | NotAsked) -> Data:
    return {"when": condition_of(part.when), "unless": condition_of(part.unless)}
