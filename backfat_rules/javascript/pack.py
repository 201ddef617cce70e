"""The pack of a knowledge base: everything that decides, as one JavaScript module."""

from __future__ import annotations

import json
from collections.abc import Mapping

from backfat_rules.inference import Program
from backfat_rules.javascript.joining import joined
from backfat_rules.javascript.knowledge_as_data import knowledge_as_data
from backfat_rules.javascript.rules_as_script import (
    deciding_severities,
    inference,
    refuted,
    severities,
    unsuited,
)
from backfat_rules.javascript.type_declarations import type_declarations
from backfat_rules.javascript.words_as_data import words_as_data
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.vocabulary import FALLBACK
from backfat_rules.wording import Reader

MODULE, TYPES = "backfat_rules.mjs", "backfat_rules.d.mts"

_CALLED = (
    "language/arithmetic.mjs",
    "language/comparing.mjs",
    "advisor.mjs",
    "interview.mjs",
    "profile/refusal.mjs",
)
"""The modules that generated source calls."""

_RULES = ("infer", "severities", "refuted", "unsuited", "decidingSeverities")


def pack_of(
    knowledge: KnowledgeBase, *, language: str = FALLBACK, country: str | None = None
) -> Mapping[str, str]:
    """The files of the pack by their names: a module, and its types.

    ``decide(facts)`` of the module gives what ``Decision.model_dump_json()`` gives, and
    ``tell(facts)`` the words of a page. Equal knowledge gives equal files, byte for byte.

    Args:
        knowledge: what decides.
        language: a language that the knowledge has words for.
        country: whose emergency numbers messages name; none in particular if None.

    Raises:
        BackfatRulesError: there are no words for the language, or no numbers for the country.

    >>> from backfat_rules.knowledge import load_knowledge
    >>> sorted(pack_of(load_knowledge()))
    ['backfat_rules.d.mts', 'backfat_rules.mjs']
    """
    reader = knowledge.once(Reader, language, "metric", country)
    return {MODULE: _module(knowledge, reader), TYPES: type_declarations(knowledge)}


def _module(knowledge: KnowledgeBase, reader: Reader) -> str:
    program = knowledge.once(Program.of)
    data = {**knowledge_as_data(knowledge), "words": words_as_data(reader)}
    text = json.dumps(data, separators=(",", ":"), ensure_ascii=False)
    parts = [
        joined(_CALLED),
        inference(program),
        severities(program),
        refuted(program),
        unsuited(knowledge),
        deciding_severities(knowledge),
        f"const rules = {{ {', '.join(_RULES)} }};",
        f"const packed = new Advisor(JSON.parse({_quoted(text)}), rules);",
        "export const decide = (facts) => packed.decide(facts);",
        "export const tell = (facts) => packed.tell(facts);",
        "export const programme = (facts, wishes) => packed.programme(facts, wishes);",
        "export const swap = (programme, id) => packed.swap(programme, id);",
        "export const swapped = (programme, id, by) => packed.swapped(programme, id, by);",
        "export const log = (programme, done) => packed.log(programme, done);",
        "export const week = (facts, wishes) => packed.week(facts, wishes);",
        "export const questions = (interview) => packed.questions(interview);",
        "export const answer = (interview, id, value) => packed.answer(interview, id, value);",
        "export const questionOn = (interview, id) => packed.questionOn(interview, id);",
        "export const told = (interview) => packed.told(interview);",
        "export const dontKnow = (interview, id) => packed.dontKnow(interview, id);",
        "export const factsAfter = (facts, id, value) => packed.factsAfter(facts, id, value);",
        "export const explored = (facts, before) => packed.explored(facts, before);",
        "export const why = (facts, id) => packed.why(facts, id);",
        "export const interview = EMPTY;",
        "export { FactsError };",
    ]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _quoted(text: str) -> str:
    """A text between single quotes, which JSON has few of; also safe in the script of a page."""
    inside = text.replace("\\", "\\\\").replace("'", "\\'").replace("<", "\\u003c")
    return f"'{inside}'"
