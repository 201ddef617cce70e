"""``backfat-rules answer``: what the knowledge base says to a question or a common belief."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import wrap
from typing import Annotated, Any

import typer

from backfat_rules.cli.calls import AsJson, Overlays, load, number_from
from backfat_rules.cli.output import show, width, write
from backfat_rules.explain.answer import general_text
from backfat_rules.explain.asking import answered, closest
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.rules import MessageRule
from backfat_rules.wording import Reader

EXAMPLES = """\b
Examples:
  backfat-rules answer
  backfat-rules answer "can I lose fat only on my back?"
  backfat-rules answer "do carbs make me fat" --top 1 --json
"""


def answer(
    text: Annotated[
        str | None, typer.Argument(metavar="[TEXT]", help="A question or a belief, in any words.")
    ] = None,
    top: Annotated[
        int,
        typer.Option(parser=number_from(1, "--top"), metavar="N", help="At most N answers."),
    ] = 3,
    as_json: AsJson = False,
    knowledge: Overlays = None,
) -> None:
    """The closest answers, with verdict and sources; without TEXT, all questions there are."""
    base = load(knowledge)
    found = [*answered(base)] if text is None else closest(text, base, top)
    if as_json:
        data = [_plain_data(message, base) for message in found]
        write(json.dumps(data, indent=2, ensure_ascii=False))
    elif text is None:
        show(_all_questions(found, Reader(base)))
    elif found:
        show("\n\n".join("\n".join(_lines(message, base)) for message in found))
    else:
        write(Reader(base).say("no-question-close"))


def _all_questions(messages: list[MessageRule], reader: Reader) -> str:
    blocks = []
    for kind in dict.fromkeys(message.kind for message in messages):
        group = [message for message in messages if message.kind == kind]
        heading = reader.word("message-kinds", kind)
        blocks.append("\n".join([heading, *(f"  {each.question}" for each in group)]))
    return "\n\n".join([*blocks, reader.say("how-to-ask")])


def _lines(message: MessageRule, base: KnowledgeBase) -> Iterator[str]:
    """The question, the answer in paragraphs, then how sure it is and what it stands on."""
    yield from wrap(f"{message.question} ({message.id})", width())
    indent = "  "
    yield from wrap(
        general_text(message, base), width(), initial_indent=indent, subsequent_indent=indent
    )
    if message.verdict:
        reader = Reader(base)
        yield f"  {reader.say('answer-is', verdict=reader.word('verdicts', message.verdict))}"
    for source in _sources(message, base):
        text = f"{source['id']}: {source['text']}"
        yield from wrap(text, width(), initial_indent="  - ", subsequent_indent="    ")


def _sources(message: MessageRule, base: KnowledgeBase) -> list[dict[str, Any]]:
    """Publications first: they carry the answer; claims are what it answers."""
    references = [base.references[id] for id in message.references]
    claims = [base.claims[id] for id in message.claims]
    return [
        *({"id": r.id, "kind": "reference", "text": r.cite, "doi": r.doi} for r in references),
        *({"id": c.id, "kind": "claim", "text": c.says, "verdict": c.verdict} for c in claims),
    ]


def _plain_data(message: MessageRule, base: KnowledgeBase) -> dict[str, Any]:
    return {
        "id": message.id,
        "kind": message.kind,
        "question": message.question,
        "answer": general_text(message, base),
        "verdict": message.verdict,
        "sources": _sources(message, base),
    }
