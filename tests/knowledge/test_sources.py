"""What advice stands on, and what it never promises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from pydantic import BaseModel

from backfat_rules import Advisor, Profile
from backfat_rules.knowledge import load_knowledge
from backfat_rules.knowledge.marked_text import Template
from backfat_rules.locate import shipped_folder
from tests.strategies import profiles

KNOWLEDGE = load_knowledge()
ADVISOR = Advisor(KNOWLEDGE, engine="direct")
SPOKEN = ("findings", "recommendations", "messages", "screening", "exercises", "foods", "values")
NOT_SPOKEN = {"asked_as", "place", "id", "claims", "references", "cases", "question"}

PLACE = r"(?:back|bra|belly|abdominal|waist|arm|hip|thigh|flank|neck|shoulder|chest|side)s?"
LOSES = (
    r"(?:burn|los[ei]|melt|shed|reduc|shrink|remov|target|attack|blast|trim|dissolv|torch|"
    r"break(?:s|ing)? down|gets? rid of|getting rid of|tak(?:es?|ing))\w*"
)
PROMISES = [
    rf"\b{LOSES} (?:\w+ ){{0,4}}{PLACE} (?:fat|bulges?|rolls?)\b",
    rf"\b{LOSES} (?:\w+ ){{0,4}}fat (?:\w+ )?(?:on|from|at|around|in|off) (?:\w+ ){{0,3}}{PLACE}\b",
    rf"\bfat (?:on|at|around) (?:\w+ ){{0,3}}{PLACE} (?:will |can )?(?:go|goes|melt|shrink|vanish)",
    r"\b(?:fat|bulges?|rolls?)[- ](?:burning|melting|busting) (?:\w+ )?(?:exercise|move|workout)",
    r"\bspot[- ](?:reduc|ton|train)\w*",
]
DENIED = re.compile(r"\b(?:no|not|never|nor|cannot|none|without|disputed|myth)\b|n't\b", re.I)


def texts(part: Any) -> Iterator[str]:
    """Every text of an entry that can reach a person; questions are theirs."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Template):
        yield part.text
    elif isinstance(part, tuple):
        for each in part:
            yield from texts(each)
    elif isinstance(part, BaseModel):
        for name in type(part).model_fields.keys() - NOT_SPOKEN:
            yield from texts(getattr(part, name))


def promises(text: str) -> list[str]:
    """The sentences that promise to lose fat at one place, and do not deny it."""
    sentences = re.split(r"(?<=[.?!;:])\s+", text)
    return [
        each
        for each in sentences
        if not DENIED.search(each) and any(re.search(promise, each, re.I) for promise in PROMISES)
    ]


@pytest.mark.parametrize(
    "promise",
    [
        "Rows burn back fat.",
        "It reduces the fat around your waist.",
        "The fat on your upper back will melt within weeks.",
        "This is a fat-burning move.",
        "Use it for spot reduction.",
    ],
)
def test_a_promise_is_recognised(promise: str) -> None:
    """What the next test looks for is what a promise of local fat loss looks like."""
    assert len(promises(promise)) == 1
    assert promises(f"It is not true that {promise}") == []


@pytest.mark.parametrize("section", SPOKEN)
def test_no_text_promises_local_fat_loss(section: str) -> None:
    """Nothing that the library says promises that fat goes from one chosen place."""
    entries = getattr(KNOWLEDGE, section).values()
    said = [(entry.id, text) for entry in entries for text in texts(entry)]
    assert len(said) >= len(entries)
    assert [(id, promise) for id, text in said for promise in promises(text)] == []


@pytest.mark.parametrize("id", KNOWLEDGE.recommendations)
def test_every_recommendation_stands_on_something(id: str) -> None:
    """Behind each piece of advice there is a claim of a guide or a publication that can be read."""
    recommendation = KNOWLEDGE.recommendations[id]
    found = [KNOWLEDGE.claims[claim].says for claim in recommendation.claims]
    found += [KNOWLEDGE.references[reference].cite for reference in recommendation.references]
    assert found


@given(profiles())
def test_the_sources_of_a_plan_resolve(profile: Profile) -> None:
    """An app can look up each source that a plan names, and finds the text that the plan shows."""
    plan = ADVISOR.recommend(profile)
    sources = [source for each in plan.recommendations for source in each.sources]
    sources += [source for each in plan.messages for source in each.sources]
    for source in sources:
        if source.kind == "claim":
            claim = KNOWLEDGE.claims[source.id]
            assert (source.text, source.verdict) == (claim.says, claim.verdict)
        else:
            reference = KNOWLEDGE.references[source.id]
            assert (source.text, source.doi) == (reference.cite, reference.doi)
    assert all(each.sources for each in plan.recommendations)


@pytest.fixture(scope="module")
def shuffled(tmp_path_factory: pytest.TempPathFactory) -> Advisor:
    """An advisor on the shipped files, renamed and moved so that they are read in another order."""
    folder = tmp_path_factory.mktemp("knowledge")
    files = sorted(shipped_folder().rglob("*.yaml"), reverse=True)
    for at, file in enumerate(files):
        copy = folder / f"{at % 3}" / f"{at:03}-{file.name}"
        copy.parent.mkdir(exist_ok=True)
        copy.write_bytes(file.read_bytes())
    return Advisor(load_knowledge(base=folder), engine="direct")


@given(profile=profiles())
def test_the_order_of_files_does_not_matter(shuffled: Advisor, profile: Profile) -> None:
    """Renaming, moving and reordering the files of a knowledge base changes no plan."""
    assert shuffled.knowledge.version != KNOWLEDGE.version
    here, there = ADVISOR.recommend(profile), shuffled.recommend(profile)
    assert there.model_copy(update={"knowledge_version": here.knowledge_version}) == here
    assert there.model_dump_json(exclude={"knowledge_version"}) == here.model_dump_json(
        exclude={"knowledge_version"}
    )
