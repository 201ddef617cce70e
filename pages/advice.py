"""A recommendation or message on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backfat_rules.knowledge import KnowledgeBase
from backfat_rules.knowledge.entry import Entry
from backfat_rules.knowledge.rules import MessageRule, RecommendationRule
from backfat_rules.profile import spaced
from backfat_rules.wording.numbers import number_text
from pages.addresses import entry_links, grounds_lines, rests_lines
from pages.markdown import bullets, code, labelled, plain
from pages.parts import case_table, lines_text, when_lines
from pages.readable import reader_of


def recommendation_blocks(
    entry: RecommendationRule, base: KnowledgeBase, page: str
) -> Iterator[str]:
    """Everything about a recommendation."""
    yield f"### {entry.id}"
    yield f"**{plain(entry.title)}.** {lines_text(entry.action, base)}"
    if entry.dose is not None:
        yield from labelled("How much", [plain(entry.dose.text.text)])
        if entry.dose.default.text != entry.dose.text.text:
            yield from labelled("How much, with numbers missing", [plain(entry.dose.default)])
    yield from bullets((lines_text([each], base) for each in entry.steps), ordered=True)
    yield from labelled("Mind", (lines_text([each], base) for each in entry.cautions), " ")
    yield from labelled("Expect", [plain(entry.expect or "")])
    yield from when_lines(entry, base)
    ranking = [f"impact {number_text(entry.impact)}", f"verdict {entry.verdict}"]
    ranking += ["treats what is wrong"] if entry.treats else []
    ranking += ["needs an OK of a professional where one is asked for"] if entry.needs_ok else []
    yield from labelled("Ranking", ranking, "; ")
    yield from rests_lines(entry, base, page)
    yield from labelled("Way to", [plain(base.needs[entry.need].title)] if entry.need else [])
    yield from labelled("Helps", _helped(entry, base), "; ")
    choices: dict[str, Sequence[Entry]] = {
        "Foods": [base.foods[id] for id in entry.foods],
        "Exercises": [base.exercises[id] for id in entry.exercises],
        "Never with": [base.recommendations[id] for id in entry.not_with],
        "Blocked by": base.links.blockers(entry),
    }
    for label, entries in choices.items():
        yield from labelled(label, entry_links(entries, page))
    yield from labelled("Raises", map(code, entry.raises))
    yield from labelled("Lowers", map(code, entry.lowers))
    yield from labelled("Tags", map(code, entry.tags))
    yield from grounds_lines(entry, base, page)
    yield from case_table(entry.cases)


def _helped(entry: RecommendationRule, base: KnowledgeBase) -> Iterator[str]:
    """How much it does for each goal and complaint, in words, the most first."""
    reader, policy = reader_of(base), base.policy
    for word, share in sorted(entry.served.items(), key=lambda each: (-each[1], each[0])):
        asked = (policy.goals_from, policy.complaint_from)
        fact = next(name for name in asked if name and word in base.facts[name].words)
        yield f"{reader.choice(fact, word)} {number_text(share)}"


def message_blocks(entry: MessageRule, base: KnowledgeBase, page: str) -> Iterator[str]:
    """Everything about a message."""
    yield f"### {entry.id}"
    question = f"**{plain(entry.question)}** " if entry.question else ""
    yield question + lines_text(entry.text, base)
    verdict = f"; verdict {entry.verdict}" if entry.verdict else ""
    yield from labelled("Kind", [spaced(entry.kind) + verdict])
    yield from when_lines(entry, base)
    yield from rests_lines(entry, base, page)
    yield from labelled("Blocked by", entry_links(base.links.blockers(entry), page))
    yield from labelled("Not beside advice about", map(code, entry.keeps))
    yield from labelled("Tags", map(code, entry.tags))
    yield from grounds_lines(entry, base, page)
    yield from case_table(entry.cases)
