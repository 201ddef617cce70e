"""A knowledge base as plain data: what the modules that decide read, and nothing else.

A condition stands in it as ``language/notation`` writes it, and a set of entries as a hexadecimal
number with a bit for each entry that can be closed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from backfat_rules.decision.rulebook import Candidate, Closing, rulebook_of
from backfat_rules.inference import Program
from backfat_rules.javascript.conditions_as_data import condition_of
from backfat_rules.javascript.ends_as_data import ends_as_data
from backfat_rules.javascript.facts_as_data import facts_as_data
from backfat_rules.javascript.moves_as_data import moves_as_data
from backfat_rules.javascript.productions_as_data import productions_as_data
from backfat_rules.javascript.questions_as_data import questions_as_data
from backfat_rules.javascript.told_as_data import (
    told_by_advice,
    told_by_message,
    told_by_policy,
    told_by_screening,
)
from backfat_rules.javascript.training_as_data import training_as_data
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.dose_context import LEVELS, Level
from backfat_rules.knowledge.gates import GATES
from backfat_rules.knowledge.lines import names_in_lines
from backfat_rules.knowledge.links import axes_of, names_shown, names_under
from backfat_rules.knowledge.policy import FewAtOnce, Policy
from backfat_rules.knowledge.rules import MessageRule
from backfat_rules.version import __version__

Data = dict[str, Any]
Entry = TypeVar("Entry")


def knowledge_as_data(knowledge: KnowledgeBase) -> Data:
    """What deciding needs to know, with the names that the YAML has for it."""
    book = rulebook_of(knowledge)
    concluded = [*knowledge.values.values(), *knowledge.findings.values()]
    return {
        "library_version": __version__,
        "version": knowledge.version,
        **facts_as_data(knowledge),
        "habits": sorted(book.habits),
        "policy": {**_policy(knowledge.policy), **told_by_policy(knowledge.policy)},
        "levels": LEVELS,
        "gates": {
            name: {
                "rank": gate.rank,
                "tone": gate.tone,
                "has_plan": gate.has_plan,
                "waits_for_ok": gate.waits_for_ok,
                "starts": gate.starts,
            }
            for name, gate in GATES.items()
        },
        "closable": [*book.bits],
        "speaking": [[hex(advice), hex(said)] for advice, said in book.speaking],
        "screening": {
            id: {**_closing(each), **told_by_screening(each.rule)}
            for id, each in _sorted(book.closings)
        },
        "waiting": sorted(
            each.id for each in knowledge.once(Program.of).productions if each.unanswered
        ),
        "recommendations": {
            id: {**_candidate(each, knowledge), **told_by_advice(each.rule)}
            for id, each in _sorted(book.candidates)
        },
        "messages": {
            id: {**_message(each), **told_by_message(each)}
            for id, each in _sorted(knowledge.messages)
            if not each.only_asked
        },
        **moves_as_data(knowledge),
        **training_as_data(knowledge),
        "contexts": {
            id: {"takes": each.of or id, "level": _level(each.level)}
            for id, each in knowledge.contexts.items()
        },
        "values": {id: {"round": each.round} for id, each in knowledge.values.items()},
        "findings": sorted(knowledge.findings),
        "under": {each.id: names_under(each) for each in concluded},
        "ends": ends_as_data(knowledge),
        **productions_as_data(knowledge),
        **questions_as_data(knowledge),
        "tagged": {
            id: each.tags
            for entries in (knowledge.recommendations, knowledge.exercises)
            for id, each in entries.items()
            if each.tags
        },
    }


def _waiting(program: Program) -> list[str]:
    """The rules that something waits for while they are unknown."""
    return sorted(each.id for each in program.productions if each.unanswered)


def _sorted(entries: Mapping[str, Entry]) -> list[tuple[str, Entry]]:
    return sorted(entries.items(), key=lambda each: each[0])


def _level(level: Level | None) -> int | None:
    return None if level is None else LEVELS.index(level)


def _policy(policy: Policy) -> Data:
    few = policy.few_at_once
    return {
        "weights": policy.weights.model_dump(include={*type(policy.weights).model_fields}),
        "default_severity": policy.default_severity,
        "goals_from": policy.goals_from,
        "complaint_from": policy.complaint_from,
        "no_goals_fit": policy.no_goals_fit,
        "equipment_from": policy.equipment_from,
        "disliked_from": policy.disliked_from,
        "days_from": policy.days_from,
        "minutes_from": policy.minutes_from,
        "current_from": policy.current_from,
        "shaded_from": policy.shaded_from,
        "exercises_offered": policy.exercises_offered,
        "ready_for": [
            {"level": _level(each.level), "when": condition_of(each.when)}
            for each in policy.ready_for
        ],
        "stand_ins": dict(policy.stand_ins),
        "first_steps": policy.first_steps,
        "spread_within": policy.spread_within,
        "nearly_met": policy.nearly_met,
        "few_at_once": few and _few_at_once(few),
        "enough_answers": policy.enough_answers,
        "hidden_numbers": dict(policy.hidden_numbers),
        "not_raised": dict(policy.not_raised),
    }


def _few_at_once(few: FewAtOnce) -> Data:
    return {"when": condition_of(few.when), "most": few.most, "begin_with": few.begin_with}


def _closing(closing: Closing) -> Data:
    rule = closing.rule
    return {
        "gate": rule.gate,
        "prefers": rule.prefers,
        "settles": rule.settles,
        "fired": hex(closing.fired),
        "unanswered": hex(closing.unanswered),
        "unanswered_when": condition_of(rule.unanswered_when),
    }


def _candidate(candidate: Candidate, knowledge: KnowledgeBase) -> Data:
    rule = candidate.rule
    return {
        "area": rule.area,
        "topic": rule.topic,
        "impact": rule.impact,
        "evidence": candidate.evidence,
        "served": dict(candidate.served),
        "need": candidate.need,
        "own_need": rule.need,
        "treats": rule.treats,
        "needs_ok": rule.needs_ok,
        "protects": candidate.protects,
        "rivals": sorted(candidate.rivals),
        "harder_than": sorted(candidate.harder_than),
        "purpose": rule.purpose,
        "axes": axes_of(rule),
        "dose": None if rule.dose is None else rule.dose.text.names,
        "foods": rule.foods,
        "exercises": rule.exercises,
        "contexts": rule.contexts,
        "says": [name for name in names_shown(rule) if name in knowledge.values],
    }


def _message(rule: MessageRule) -> Data:
    return {
        "kind": rule.kind,
        "keeps": rule.keeps,
        "unless": condition_of(rule.unless),
        "names": names_in_lines(rule.text),
        "says": names_shown(rule),
    }
