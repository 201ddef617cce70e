"""The page of the training week: what a week is built by, and what it says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Entry, Grounds
from backfat_rules.knowledge.formula import Formula
from backfat_rules.knowledge.training_rules import SessionRule, TrainingNumber
from pages.addresses import WEEK, entry_links, grounds_lines
from pages.markdown import code, counted, labelled, page, plain, table


def week_page(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """One page for the numbers, sessions, aims and notes of a week."""
    yield WEEK, page(_blocks(base))


def _blocks(base: KnowledgeBase) -> Iterator[str]:
    yield "# The training week"
    yield (
        f"{counted(len(base.training_numbers), 'number')} and "
        f"{counted(len(base.sessions), 'session')}, out of which a week is built for whoever may "
        "train. What has no reference is a convention, and says so."
    )
    yield "## Numbers"
    yield from _numbers(base)
    for session in base.sessions.values():
        yield f"## {session.id}"
        yield from _session(session, base)
    yield "## Aims, parts and notes"
    yield from _others(base)


def _numbers(base: KnowledgeBase) -> list[str]:
    return table(
        ["number", "how much", "why", "sources"],
        (
            [code(each.id), plain(_amount(each)), plain(each.reason), _sources(each, base)]
            for each in base.training_numbers.values()
        ),
    )


def _amount(number: TrainingNumber) -> str:
    plainly = [f"{number.value:g}"] if number.value is not None else []
    by_level = [f"{amount:g} for {level}" for level, amount in number.by_level.items()]
    cases = [f"{case.value:g} where {case.when.text}" for case in number.cases]
    return "; ".join([*plainly, *by_level, *cases]) + (f" ({number.unit})" if number.unit else "")


def _session(session: SessionRule, base: KnowledgeBase) -> Iterator[str]:
    yield plain(session.why)
    yield from labelled("Kind", [session.kind])
    yield from labelled("When", _code(session.when))
    yield from labelled("Begins", [plain(session.warm_up)] if session.warm_up else [])
    yield from labelled("Tags", map(code, session.tags))
    yield from labelled("Advised by", map(code, session.advised_by))
    yield from table(
        ["place", "moves", "parts of the back", "why"],
        (
            [code(slot.id), ", ".join(slot.patterns), ", ".join(slot.covers), plain(slot.why)]
            for slot in session.slots
        ),
    )
    yield from grounds_lines(session, base, WEEK)


def _others(base: KnowledgeBase) -> list[str]:
    entries: Iterable[Entry] = (
        *base.week_goals.values(),
        *base.week_parts.values(),
        *base.assumed_gear.values(),
        *base.set_aside.values(),
        *base.heavy_lifts.values(),
        *base.week_notes.values(),
    )
    return table(
        ["entry", "what it is", "what it says"],
        ([code(each.id), each.noun, plain(each.headline)] for each in entries),
    )


def _code(formula: Formula | None) -> list[str]:
    return [code(formula.text)] if formula is not None else []


def _sources(entry: Grounds, base: KnowledgeBase) -> str:
    claims = (base.claims[id] for id in entry.claims)
    references = (base.references[id] for id in entry.references)
    return ", ".join(entry_links((*claims, *references), WEEK))
