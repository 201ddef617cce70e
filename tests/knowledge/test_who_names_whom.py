"""Who names whom is asked in one place, and the answers agree with what is written."""

from __future__ import annotations

from graphlib import TopologicalSorter

import pytest

from backfat_rules import load_knowledge
from backfat_rules.knowledge.entry import Entry
from backfat_rules.knowledge.links import ALL_BUT_WORDS, Links, mentions, names_under, tags_of
from backfat_rules.knowledge.rules import Finding, Screening

KNOWLEDGE = load_knowledge()
LINKS = KNOWLEDGE.links
CONCLUDED = {**KNOWLEDGE.values, **KNOWLEDGE.findings}


def test_every_entry_says_what_it_is() -> None:
    """Whatever kind it is, an entry has an id, a line that tells it apart, and a place."""
    for entry in KNOWLEDGE:
        assert isinstance(entry, Entry)
        assert KNOWLEDGE[entry.id].id == entry.id
        assert entry.headline.strip()
        assert entry.noun
        assert entry.place.at.line > 0


def test_naming_works_both_ways() -> None:
    """An entry names another exactly where the other is used by it."""
    used = {
        (user.id, id)
        for id in [*KNOWLEDGE.facts, *(each.id for each in KNOWLEDGE)]
        for user in LINKS.users(id)
    }
    named = {
        (entry.id, id)
        for entry in KNOWLEDGE
        for way, ids in mentions(entry).items()
        if way in ALL_BUT_WORDS
        for id in ids
    }
    assert used == named


def test_ways_are_told_apart() -> None:
    """A claim's users stand on it, a fact's users ask for it, a tag's users carry it."""
    advice = KNOWLEDGE.recommendations["sleep-longer"]
    assert advice in LINKS.users(advice.claims[0], "claims")
    assert advice in LINKS.users("short_sleep", "conditions")
    assert LINKS.users("short_sleep", "claims") == ()
    tag = next(iter(KNOWLEDGE.tags))
    assert all(tag in tags_of(each) for each in LINKS.users(tag, "tags"))


@pytest.mark.parametrize("id", sorted(CONCLUDED))
def test_the_facts_at_the_bottom(id: str) -> None:
    """Following names down one by one leads to the same facts, each told once."""
    found = LINKS.facts_below(id)
    below = {
        fact
        for name in names_under(CONCLUDED[id])
        for fact in ([name] if name in KNOWLEDGE.facts else LINKS.facts_below(name))
    }
    assert len(found) == len(set(found))
    assert set(found) == below <= KNOWLEDGE.facts.keys()


def test_nothing_is_missing_below_what_is_known() -> None:
    """What is known needs no facts any more; a fact is at its own bottom."""
    assert LINKS.facts_below("bmi", known={"bmi"}) == ()
    assert LINKS.facts_below("bmi", known={"height_cm"}) == ("weight_kg",)
    assert LINKS.facts_below("sleep_hours") == ("sleep_hours",)


def test_what_a_finding_leads_to_stands_above_it() -> None:
    """Findings above rest on it, in a higher layer."""
    for id in CONCLUDED:
        for above in LINKS.findings_above(id):
            assert id in names_under(above)
            assert KNOWLEDGE.strata[above.id] > KNOWLEDGE.strata[id]


def test_layers_are_an_order() -> None:
    """The layers that checks made are the order in which everything stands above what it needs."""
    names = {id: CONCLUDED.keys() & set(names_under(entry)) for id, entry in CONCLUDED.items()}
    for id in TopologicalSorter(names).static_order():
        assert KNOWLEDGE.strata[id] == 1 + max((KNOWLEDGE.strata[n] for n in names[id]), default=0)


def test_blockers_are_those_of_the_blocks() -> None:
    """A rule takes an entry out by its id, a tag or its topic; while unanswered maybe more."""
    for entry in [*KNOWLEDGE.recommendations.values(), *KNOWLEDGE.exercises.values()]:
        fired = LINKS.blockers(entry)
        asked = LINKS.blockers(entry, unanswered=True)
        assert set(map(id_of, fired)) <= set(map(id_of, asked))
        for rule in KNOWLEDGE.screening.values():
            blocks = rule.blocks
            topic = getattr(entry, "topic", None)
            named = entry.id in blocks.items or topic in blocks.topics
            assert (rule in fired) == (named or bool({*blocks.tags} & {*tags_of(entry)}))


def test_a_conclusion_is_not_blocked() -> None:
    """Findings and screening rules are no advice: nothing takes them out."""
    for entry in KNOWLEDGE:
        if isinstance(entry, Finding | Screening):
            assert LINKS.blockers(entry, unanswered=True) == ()


def test_long_chains_end() -> None:
    """A chain of a thousand findings, even in a circle, is followed without Python's limit."""
    rule = KNOWLEDGE.findings["short_sleep"]

    def finding(at: int, below: str) -> Finding:
        rules = [{"id": f"r-{at}", "when": below, "reason": "it is a test."}]
        return Finding.model_validate(
            {"id": f"f_{at}", "title": "a test", "rules": rules, "cases": rule.cases}
        )

    chain = [finding(at, f"f_{at + 1}" if at < 999 else "f_0 or told") for at in range(1_000)]
    assert Links(chain, {"told"}).facts_below("f_0") == ("told",)


def id_of(entry: Entry) -> str:
    """The id of an entry."""
    return entry.id
