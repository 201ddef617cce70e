"""One entry of a knowledge base as text: all it says, where it stands, and what hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten, wrap
from typing import Any

from backfat_rules.cli.facts import allowed
from backfat_rules.cli.links import blocked_by, facts_under, names_under, resting_on
from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Part
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.rules import ComputedValue, Rule, Tag
from backfat_rules.knowledge.sentence import Template
from backfat_rules.profile import Fact

_ELSEWHERE = ("place", "id", "title", "area", "topic", "cases", "claims", "references", "rules")
_TITLES = ("title", "question", "says", "cite", "person", "text", "means")


def kind_of(entry: Any) -> str:
    """The word for an entry of this kind."""
    return "value" if isinstance(entry, ComputedValue) else type(entry).__name__.lower()


def title_of(entry: Any) -> str:
    """A line that tells which entry it is."""
    found = next((getattr(entry, name, None) for name in _TITLES if getattr(entry, name, None)), "")
    return found.text if isinstance(found, Template) else str(found)


def entry_text(entry: Any, knowledge: KnowledgeBase, width: int) -> str:
    """Everything about an entry, in blocks with blank lines between."""
    groups = [getattr(entry, name) for name in ("area", "topic") if getattr(entry, name, None)]
    blocks = [
        [
            f"{entry.id}: {_short(entry, width - len(entry.id) - 2)}",
            f"{', '.join([kind_of(entry), *groups])}; {_place(entry)}",
            *_fields(entry, width),
        ]
    ]
    blocks += [_rule(rule, width) for rule in getattr(entry, "rules", ())]
    claims = [knowledge.claims[id] for id in getattr(entry, "claims", ())]
    blocks.append(_listed("Claims", (f"{c.id} ({c.verdict}): {c.says}" for c in claims), width))
    references = [knowledge.references[id] for id in getattr(entry, "references", ())]
    blocks.append(_listed("References", (f"{each.id}: {each.cite}" for each in references), width))
    names, facts = names_under(entry), facts_under(entry, knowledge)
    blocks.append(_listed("Rests on", (_name(name, knowledge) for name in names), width))
    if not set(facts) <= set(names):
        blocks.append(_listed("Facts at the bottom", facts, width))
    blocks.append(_resting(entry, entry.id, knowledge, width))
    blockers = map(_line, blocked_by(entry, knowledge))
    blocks.append(_listed("Can be blocked by", blockers, width))
    return _joined(blocks)


def fact_text(fact: Fact, knowledge: KnowledgeBase, width: int) -> str:
    """A fact, and every entry that asks for it."""
    unit = f", in {fact.unit}" if fact.unit else ""
    about = [f"{fact.name}: {fact.label}", f"fact, {fact.area}"]
    about += _labelled("question", fact.question, width)
    about += _labelled("answer", allowed(fact) + unit, width)
    return _joined([about, _resting(fact, fact.name, knowledge, width)])


def _joined(blocks: Iterable[list[str]]) -> str:
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _place(entry: Part) -> str:
    return f"{entry.place.at.path}:{entry.place.at.line}"


def _line(entry: Any) -> str:
    return f"{entry.id} ({kind_of(entry)}): {_short(entry, 100)}"


def _short(entry: Any, width: int) -> str:
    return shorten(title_of(entry), max(20, width), placeholder=" ...")


def _name(name: str, knowledge: KnowledgeBase) -> str:
    fact = knowledge.facts.get(name)
    return f"{name} (fact): {fact.label}" if fact else _line(knowledge[name])


def _resting(entry: Part | Fact, id: str, knowledge: KnowledgeBase, width: int) -> list[str]:
    lines = [_line(each) for each in resting_on(entry, id, knowledge)]
    policy = knowledge.policy
    if any(id in (*each.claims, *each.references) for each in policy.general_guidance):
        lines.append(f"general guidance of the policy ({_place(policy)})")
    title = "Entries with this tag" if isinstance(entry, Tag) else "What rests on it"
    return _listed(title, lines or ["nothing"], width)


def _rule(rule: Rule, width: int) -> list[str]:
    return [f"Rule {rule.id}; {_place(rule)}", *_fields(rule, width)]


def _listed(title: str, lines: Iterable[str], width: int) -> list[str]:
    items = [row for line in lines for row in _wrapped(line, width, "  - ", "    ")]
    return [title, *items] if items else []


def _fields(entry: Part, width: int) -> Iterator[str]:
    """The fields with something in them, in the order of the model."""
    for name in type(entry).model_fields:
        if name not in _ELSEWHERE:
            for at, text in enumerate(_texts(getattr(entry, name))):
                yield from _labelled("" if at else name.replace("_", " "), text, width)


def _labelled(label: str, text: str, width: int) -> list[str]:
    start = f"  {label + ':' if label else '':<13} "
    return _wrapped(text, width, start, " " * 16)


def _wrapped(text: str, width: int, start: str, indent: str) -> list[str]:
    return wrap(text, width, initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)


def _texts(value: Any) -> Iterator[str]:
    """A field's value as paragraphs; nothing for a value that says nothing."""
    match value:
        case None | False | "":
            return
        case Formula() | Template():
            yield value.text
        case Part():
            parts = ((name, ", ".join(_texts(getattr(value, name)))) for name in _said(value))
            said = [f"{name.replace('_', ' ')} {text}" for name, text in parts if text]
            if said:
                yield "; ".join(said)
        case tuple() if value and all(isinstance(each, int | float) for each in value):
            yield " to ".join(dict.fromkeys(f"{each:g}" for each in value))
        case tuple() if all(isinstance(each, str) and " " not in each for each in value):
            if value:
                yield ", ".join(value)
        case tuple():
            for each in value:
                yield ", ".join(_texts(each)) or "nothing"
        case Mapping():
            for key, each in value.items():
                yield f"{key}: {', '.join(_texts(each))}"
        case True:
            yield "yes"
        case float():
            yield f"{value:g}"
        case _:
            yield str(value)


def _said(part: Part) -> list[str]:
    return [name for name in type(part).model_fields if name not in ("place", "claims")]
