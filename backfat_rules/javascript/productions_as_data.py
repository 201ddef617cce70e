"""Which rule concludes what, and by which condition, as plain data: what reasons are found by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backfat_rules.inference import Production, Program
from backfat_rules.javascript.texts_as_data import pieces_of
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import Mechanism
from backfat_rules.language.notation import to_json
from backfat_rules.language.tree import Call, Name, Number

Data = dict[str, Any]


def productions_as_data(knowledge: KnowledgeBase) -> Data:
    """Every rule by its id, with the sentence of a finding; and the rules of each conclusion."""
    program = knowledge.once(Program.of)
    findings = knowledge.findings.values()
    reasons = {rule.id: pieces_of(rule.reason) for each in findings for rule in each.rules}
    return {
        "productions": {
            each.id: {
                **_production(each, program),
                **({"reason": reasons[each.id]} if each.concludes in knowledge.findings else {}),
            }
            for each in program.productions
        },
        "concluding": {id: [each.id for each in rules] for id, rules in _concluding(program)},
        "above": {
            each.id: {
                "title": each.title,
                "is_mechanism": isinstance(each, Mechanism),
                "rules": [rule.id for rule in each.rules],  # as their author put them
            }
            for each in findings
        },
    }


def _concluding(program: Program) -> Iterator[tuple[str, tuple[Production, ...]]]:
    yield from program.findings.items()
    yield from ((id, (each,)) for id, each in program.advice.items())


def _production(production: Production, program: Program) -> Data:
    above_all = len(program.layers) + 1
    about: Data = {
        "concludes": production.concludes,
        "stratum": program.stratum.get(production.concludes, above_all),
        "when": to_json(production.condition),
    }
    match production.severity:
        case Call("ramp", (Name(name), Number(none_at), Number(worst_at))):
            about["ramp"] = {"name": name, "none_at": none_at, "worst_at": worst_at}
    return about
