"""Who names whom: what an entry of a knowledge base names, and who names it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from types import NoneType
from typing import Any, Literal

from backfat_rules.knowledge.entry import Entry, FilePart
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.lines import Line
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.knowledge.policy import Guidance
from backfat_rules.knowledge.rules import ComputedValue, Finding, Screening, Tag
from backfat_rules.language import names_in

Way = Literal["conditions", "texts", "claims", "references", "tags", "axes", "lists"]
"""How an entry can name another: in a condition or formula, in a text that shows it, as what it
stands on, as a tag, as an axis, or in another list of ids, such as the foods of an advice."""

ALL_BUT_WORDS: tuple[Way, ...] = ("conditions", "texts", "claims", "references", "lists")
"""The ways to name an entry; a tag or an axis is a word that may also be the id of an entry."""

_LISTS = (
    "related",
    "foods",
    "exercises",
    "contexts",
    "not_with",
    "members",
    "primary",
    "secondary",
)

_AXES = ("raises", "lowers", "keeps")

_PLAIN = (str, int, float, NoneType)


def names_under(part: FilePart) -> tuple[str, ...]:
    """The facts, values and findings in the conditions and formulas of a part, each once."""
    return _once(name for formula in formulas_in(part) for name in names_in(formula.tree))


def formulas_in(part: FilePart) -> Iterator[Formula]:
    """The conditions and formulas of a part and of its parts, but for those of single lines."""
    return (each for each in _inside(part, lines=False) if isinstance(each, Formula))


def names_shown(part: FilePart) -> tuple[str, ...]:
    """The names that the texts of a part show, or that decide for whom a line is, each once."""
    shown = (each.names for each in _inside(part) if isinstance(each, Template))
    lines = (each for each in _inside(part) if isinstance(each, Line))
    deciding = (names_in(line.when.tree) for line in lines if line.when is not None)
    return _once(name for names in (*shown, *deciding) for name in names)


def claims_under(part: FilePart) -> tuple[str, ...]:
    """The claims that a part and the parts of it stand on, each once."""
    parts = [part, *(each for each in _inside(part) if isinstance(each, FilePart))]
    return _once(id for each in parts for id in getattr(each, "claims", ()))


def mentions(entry: Entry) -> Mapping[Way, tuple[str, ...]]:
    """Everything that an entry names, by how it does, each once."""
    lists = [getattr(entry, name, ()) for name in _LISTS]
    lists += [(need,)] if (need := getattr(entry, "need", None)) else []
    lists += getattr(entry, "alternatives", {}).values()
    lists.append(tuple(each.context for each in getattr(entry, "doses", ())))
    return {
        "conditions": names_under(entry),
        "texts": names_shown(entry),
        "claims": claims_under(entry),
        "references": _once(getattr(entry, "references", ())),
        "tags": tags_of(entry),
        "axes": axes_of(entry),
        "lists": _once(id for ids in lists for id in ids),
    }


def tags_of(entry: Entry) -> tuple[str, ...]:
    """The words that screening can block an entry by."""
    return tuple(getattr(entry, "tags", ()))


def axes_of(entry: Entry) -> tuple[str, ...]:
    """What the advice in an entry raises, lowers, or praises as it is, each once."""
    return _once(id for field in _AXES for id in getattr(entry, field, ()))


class Links:
    """Who names whom among some entries; ``knowledge.links`` are those of a knowledge base.

    Args:
        entries: all of them; answers come in their order.
        facts: the names of the facts.
        guidance: what the policy says to everybody, which has no ids.
    """

    def __init__(
        self,
        entries: Iterable[Entry],
        facts: Collection[str],
        guidance: Iterable[Guidance] = (),
    ) -> None:
        self._entries = tuple(entries)
        self._facts = facts
        self._guidance = tuple(guidance)
        self._all_below: dict[str, tuple[str, ...]] = {}

    @cached_property
    def _under(self) -> Mapping[str, tuple[str, ...]]:
        """What each value and finding is concluded from."""
        concluded = (each for each in self._entries if isinstance(each, ComputedValue | Finding))
        return {entry.id: names_under(entry) for entry in concluded}

    @cached_property
    def _users(self) -> Mapping[Way, Mapping[str, list[int]]]:
        """Where among all entries those stand that name something."""
        found: dict[Way, dict[str, list[int]]] = {}
        for at, entry in enumerate(self._entries):
            for way, ids in mentions(entry).items():
                for id in ids:
                    found.setdefault(way, {}).setdefault(id, []).append(at)
        return found

    def users(self, name: str, *ways: Way) -> tuple[Entry, ...]:
        """The entries that name a fact or an entry, in some ways or in all but tags and axes."""
        found = (self._users.get(way, {}).get(name, ()) for way in ways or ALL_BUT_WORDS)
        return tuple(self._entries[at] for at in sorted({*chain.from_iterable(found)}))

    def guidance_on(self, id: str) -> tuple[Guidance, ...]:
        """The general guidance that stands on a claim or a reference."""
        return tuple(each for each in self._guidance if id in (*each.claims, *each.references))

    def facts_below(self, name: str, known: Collection[str] = ()) -> tuple[str, ...]:
        """The facts at the bottom of a value or finding, in the order in which they are named.

        Args:
            name: a value, a finding, or a fact, which is at its own bottom.
            known: names below which nothing is looked for: with what is known of a person, the
                facts that are missing.
        """
        if known:
            return self._facts_below(name, known)
        if name not in self._all_below:
            self._all_below[name] = self._facts_below(name, ())
        return self._all_below[name]

    def _facts_below(self, name: str, known: Collection[str]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        seen: set[str] = set()
        waiting = [name]
        while waiting:
            each = waiting.pop()
            if each in known or each in seen:
                continue
            seen.add(each)
            if each in self._facts:
                found[each] = None
            waiting += reversed(self._under.get(each, ()))
        return tuple(found)

    def facts_under(self, part: FilePart) -> tuple[str, ...]:
        """The facts at the bottom of everything that a part rests on, sorted."""
        below = (fact for name in names_under(part) for fact in self.facts_below(name))
        return tuple(sorted(set(below)))

    def findings_above(self, name: str) -> tuple[Finding, ...]:
        """The findings and mechanisms that a fact, value or finding leads to at once."""
        above = self.users(name, "conditions")
        return tuple(each for each in above if isinstance(each, Finding))

    def blockers(self, entry: Entry, *, unanswered: bool = False) -> tuple[Screening, ...]:
        """The screening rules that take an entry out; also those that do while unanswered."""
        if isinstance(entry, Finding | Screening):
            return ()
        tags = (entry.id,) if isinstance(entry, Tag) else tags_of(entry)
        topic = getattr(entry, "topic", None)
        return tuple(
            rule
            for rule in self._entries
            if isinstance(rule, Screening)
            and any(
                blocks.hold(entry.id, tags, topic)
                for blocks in (rule.blocks, *([rule.unanswered] if unanswered else []))
            )
        )


def _inside(part: FilePart, *, lines: bool = True) -> Iterator[Any]:
    """Everything in the fields of a part and of its parts, but for plain words and numbers."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for each in value if isinstance(value, tuple) else (value,):
            if not isinstance(each, _PLAIN):
                yield each
                if isinstance(each, FilePart) and (lines or not isinstance(each, Line)):
                    yield from _inside(each, lines=lines)


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
