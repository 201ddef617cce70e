"""A page for each exercise, and one that lists them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.catalogue import Exercise, Prescription
from backfat_rules.knowledge.links import claims_under
from backfat_rules.knowledge.rules import Caution
from backfat_rules.profile import spaced
from backfat_rules.wording import shipped_reader
from backfat_rules.wording.numbers import number_text
from pages.addresses import (
    EXERCISES,
    TOP,
    address,
    entry_link,
    entry_links,
    file_link,
)
from pages.markdown import bullets, code, labelled, link, page, plain, table
from pages.parts import claim_table

_AMOUNTS = {
    "sets": "sets",
    "rounds": "rounds",
    "reps": "repetitions",
    "hold_seconds": "hold (s)",
    "work_seconds": "work (s)",
    "minutes": "minutes",
    "rest_seconds": "rest (s)",
    "per_week": "a week",
}


def exercise_pages(base: KnowledgeBase) -> Iterator[tuple[str, str]]:
    """The list, then one page for each exercise."""
    yield EXERCISES, page(_list_blocks(base))
    for exercise in base.exercises.values():
        path = address(exercise)
        yield path, page(_blocks(exercise, base, path))


def _list_blocks(base: KnowledgeBase) -> Iterator[str]:
    yield "# Exercises"
    yield (
        f"{len(base.exercises)} exercises and training modes, by pattern. "
        f"{link('All pages', TOP, EXERCISES)}."
    )
    patterns = sorted({each.pattern for each in base.exercises.values()})
    for pattern in patterns:
        yield f"## {pattern.replace('_', ' ').capitalize()}"
        yield from table(
            ["exercise", "id", "level", "regions", "primary muscles", "equipment"],
            (
                [
                    link(plain(each.title), address(each), EXERCISES),
                    code(each.id),
                    each.level,
                    ", ".join(each.regions),
                    ", ".join(entry_links((base.muscles[id] for id in each.primary), EXERCISES)),
                    equipment_text(each),
                ]
                for each in base.exercises.values()
                if each.pattern == pattern
            ),
        )


def _blocks(entry: Exercise, base: KnowledgeBase, path: str) -> Iterator[str]:
    yield f"# {plain(entry.title)}"
    also = (
        f"Also called {plain(shipped_reader().listed(entry.also_called))}. "
        if entry.also_called
        else ""
    )
    yield f"{also}{code(entry.id)} in {file_link(entry.place.at.path, path)}."
    yield from table(["", ""], _about(entry, base, path))
    for title, texts in (("Steps", entry.steps), ("Cues", entry.cues), ("Faults", entry.faults)):
        if texts:
            yield f"## {title}"
            yield from bullets(map(plain, texts), ordered=title == "Steps")
    yield "## How much"
    yield from table(
        ["in", "from", *_AMOUNTS.values(), "effort", "claims"],
        (_dose_row(dose, entry, base, path) for dose in entry.doses),
    )
    if entry.alternatives:
        yield "## Alternatives"
        yield from table(
            ["instead, for", "exercises"],
            (
                [spaced(reason), _exercise_links(ids, base, path)]
                for reason, ids in sorted(entry.alternatives.items())
                if ids
            ),
        )
    safety = [
        *labelled("To mind", (plain(line.text) for line in entry.avoid), " "),
        *labelled("Cautions", entry_links(_cautions(entry, base), path)),
        *labelled("Tags", map(code, entry.tags)),
        *labelled("Blocked by", entry_links(base.links.blockers(entry), path)),
    ]
    if safety:
        yield "## Safety"
        yield from safety
    yield "## Sources"
    references = [base.references[id] for id in entry.references]
    yield from labelled("References", entry_links(references, path))
    yield from claim_table((base.claims[id] for id in claims_under(entry)), base, path)


def _cautions(entry: Exercise, base: KnowledgeBase) -> Iterator[Caution]:
    tags = {*entry.tags}
    return (each for each in base.cautions.values() if not tags.isdisjoint(each.tags))


def _about(entry: Exercise, base: KnowledgeBase, path: str) -> Iterator[list[str]]:
    offered = [each for each in base.recommendations.values() if entry.id in each.exercises]
    parts = [each for each in base.exercises.values() if entry.id in each.members]
    rows = {
        "Primary muscles": ", ".join(entry_links((base.muscles[id] for id in entry.primary), path)),
        "Secondary muscles": ", ".join(
            entry_links((base.muscles[id] for id in entry.secondary), path)
        ),
        "Regions": ", ".join(entry.regions),
        "Pattern": spaced(entry.pattern),
        "Equipment": equipment_text(entry),
        "Level": entry.level,
        "Elsewhere": ", ".join(f"{spaced(k)}: {code(v)}" for k, v in entry.elsewhere.items()),
        "Made of": _exercise_links(entry.members, base, path),
        "Part of": ", ".join(entry_links(parts, path)),
        "Offered by": ", ".join(entry_links(offered, path)),
    }
    yield from ([f"**{label}**", text] for label, text in rows.items() if text)


def equipment_text(entry: Exercise) -> str:
    """What is needed: one set of things or another."""
    needs = [_things(each) if each else "body weight" for each in entry.equipment]
    return " or ".join(needs)


def _things(equipment: tuple[str, ...]) -> str:
    reader = shipped_reader()
    return reader.listed(reader.choice("equipment", each) for each in equipment)


def _exercise_links(ids: tuple[str, ...], base: KnowledgeBase, path: str) -> str:
    exercises = [base.exercises[id] for id in ids]
    return ", ".join(link(plain(each.title), address(each), path) for each in exercises)


def _dose_row(dose: Prescription, entry: Exercise, base: KnowledgeBase, path: str) -> list[str]:
    amounts = [_range_text(getattr(dose, name)) for name in _AMOUNTS]
    at = list(_AMOUNTS).index("reps")
    if dose.per_side and amounts[at]:
        amounts[at] += " each side"
    claims = ", ".join(entry_link(base.claims[id], path) for id in dose.claims)
    effort = dose.effort.text if dose.effort is not None else ""
    if dose.per_side and not amounts[at]:
        effort = "; ".join(part for part in ("each side", effort) if part)
    return [spaced(dose.context), entry.level_of(dose), *amounts, plain(effort), claims]


def _range_text(amount: Any) -> str:
    """A range from low to high; a single number if both are the same."""
    return " to ".join(dict.fromkeys(map(number_text, amount))) if amount else ""
