"""Answers to questions that somebody asks in their own words."""

from __future__ import annotations

from backfat_rules.explain.asking import closest
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Verdict
from backfat_rules.knowledge.lines import names_in_lines
from backfat_rules.knowledge.rules import MessageRule
from backfat_rules.language import evaluate
from backfat_rules.planning.plan_content import Source
from backfat_rules.planning.reasons import sources_of_one
from backfat_rules.planning.telling import Telling
from backfat_rules.views.blocks import Blocks
from backfat_rules.views.readable import ReadableBlocks
from backfat_rules.wording import Reader


class Answer(ReadableBlocks, frozen=True):
    """What is known about a question, with how sure it is and what it stands on."""

    shown_by = ("id", "question")

    id: str
    question: str
    text: str
    verdict: Verdict | None
    sources: tuple[Source, ...]

    def blocks(self, reader: Reader) -> Blocks:
        """The question, and below it the answer and how sure it is."""
        verdict = self.verdict and reader.say(
            "answer-is", verdict=reader.word("verdicts", self.verdict)
        )
        yield self.question, (self.text, *([verdict] if verdict else []))


def answers_to(text: str, telling: Telling, top: int) -> tuple[Answer, ...]:
    """What the knowledge says to a question, for this person.

    Nothing that is closed for them, or shows a number that is hidden from them, and nothing at all
    where help comes first.
    """
    if telling.screened.no_plan:
        return ()
    found = closest(text, telling.knowledge, top)
    return tuple(_answer(each, telling) for each in found if _is_open(each, telling))


def _is_open(message: MessageRule, telling: Telling) -> bool:
    shown = telling.hidden.isdisjoint(names_in_lines(message.text))
    return shown and not telling.screened.closes(message.id) and _is_for(message, telling)


def _is_for(message: MessageRule, telling: Telling) -> bool:
    """Whether an answer is not about somebody else."""
    holds = evaluate(message.when.tree, telling.derivation.known)
    if message.about_this_person:
        return holds is True
    return not message.only_asked or holds is not False


def _answer(message: MessageRule, telling: Telling) -> Answer:
    answer = Answer(
        id=message.id,
        question=message.question or "",
        text=telling.passage(message.text) or general_text(message, telling.knowledge),
        verdict=message.verdict,
        sources=sources_of_one(message, telling.knowledge),
    )
    return answer.read_by(telling.reader)


def general_text(message: MessageRule, knowledge: KnowledgeBase) -> str:
    """The answer as it reads without a person: numbers of a person become their names."""
    labels = {name: f"[{fact.label}]" for name, fact in knowledge.facts.items()}
    labels |= {name: f"[{value.title}]" for name, value in knowledge.values.items()}
    return " ".join(line.text.fill(labels) or line.text.text for line in message.text)
