"""One entry of a knowledge base as text: all it says, where it stands, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten, wrap

from backfat_rules.cli.facts_command import allowed
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Entry, FilePart
from backfat_rules.knowledge.links import Way, names_under
from backfat_rules.knowledge.rules import Axis, Rule, Tag
from backfat_rules.profile import Fact, spaced
from backfat_rules.views.entry_fields import fields_of

_WORDS: Mapping[type[Entry], tuple[str, Way]] = {
    Tag: ("Entries with this tag", "tags"),
    Axis: ("Advice and praise about it", "axes"),
}
"""How the entries that use a word are found, and what they are listed under."""


def entry_text(entry: Entry, knowledge: KnowledgeBase, width: int) -> str:
    """Everything about an entry, in blocks with blank lines between."""
    groups = [getattr(entry, name) for name in ("area", "topic") if getattr(entry, name, None)]
    blocks = [
        [
            f"{entry.id}: {_short(entry, width - len(entry.id) - 2)}",
            f"{', '.join([entry.noun, *groups])}; {_place(entry)}",
            *_fields(entry, width),
        ]
    ]
    blocks += [_rule(rule, width) for rule in getattr(entry, "rules", ())]
    claims = [knowledge.claims[id] for id in getattr(entry, "claims", ())]
    blocks.append(_listed("Claims", (f"{c.id} ({c.verdict}): {c.says}" for c in claims), width))
    references = [knowledge.references[id] for id in getattr(entry, "references", ())]
    blocks.append(_listed("References", (f"{each.id}: {each.cite}" for each in references), width))
    names, facts = names_under(entry), knowledge.links.facts_under(entry)
    blocks.append(_listed("Rests on", (_name(name, knowledge) for name in names), width))
    if not set(facts) <= set(names):
        blocks.append(_listed("Facts at the bottom", facts, width))
    blocks.append(_resting(entry.id, knowledge, width, *_WORDS.get(type(entry), ())))
    blockers = map(_line, knowledge.links.blockers(entry, unanswered=True))
    blocks.append(_listed("Can be blocked by", blockers, width))
    return _joined(blocks)


def fact_text(fact: Fact, knowledge: KnowledgeBase, width: int) -> str:
    """A fact, and every entry that asks for it."""
    unit = f", in {fact.unit}" if fact.unit else ""
    about = [f"{fact.name}: {fact.label}", f"fact, {fact.area}"]
    about += _labelled("question", fact.question, width)
    about += _labelled("answer", allowed(fact) + unit, width)
    return _joined([about, _resting(fact.name, knowledge, width)])


def _joined(blocks: Iterable[list[str]]) -> str:
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _place(entry: FilePart) -> str:
    return f"{entry.place.at.path}:{entry.place.at.line}"


def _line(entry: Entry) -> str:
    return f"{entry.id} ({entry.noun}): {_short(entry, 100)}"


def _short(entry: Entry, width: int) -> str:
    return shorten(entry.headline, max(20, width), placeholder=" ...")


def _name(name: str, knowledge: KnowledgeBase) -> str:
    fact = knowledge.facts.get(name)
    return f"{name} (fact): {fact.label}" if fact else _line(knowledge[name])


def _resting(
    id: str,
    knowledge: KnowledgeBase,
    width: int,
    title: str = "What rests on it",
    way: Way | None = None,
) -> list[str]:
    links = knowledge.links
    lines = [_line(each) for each in links.users(id, *([way] if way else ()))]
    if links.guidance_on(id):
        lines.append(f"general guidance of the policy ({_place(knowledge.policy)})")
    return _listed(title, lines or ["nothing"], width)


def _rule(rule: Rule, width: int) -> list[str]:
    return [f"Rule {rule.id}; {_place(rule)}", *_fields(rule, width)]


def _listed(title: str, lines: Iterable[str], width: int) -> list[str]:
    items = [row for line in lines for row in _wrapped(line, width, "  - ", "    ")]
    return [title, *items] if items else []


def _fields(entry: FilePart, width: int) -> Iterator[str]:
    """The fields with something in them, in the order of the model."""
    for name, texts in fields_of(entry):
        for at, text in enumerate(texts):
            yield from _labelled("" if at else spaced(name), text, width)


def _labelled(label: str, text: str, width: int) -> list[str]:
    start = f"  {label + ':' if label else '':<13} "
    return _wrapped(text, width, start, " " * 16)


def _wrapped(text: str, width: int, start: str, indent: str) -> list[str]:
    return wrap(text, width, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)
