"""Folders of YAML to a knowledge base, or to a list of everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from backfat_rules.errors import KnowledgeError
from backfat_rules.knowledge.base import COLLECTIONS, KnowledgeBase, by_id
from backfat_rules.knowledge.cache import CACHE, read_cache, write_cache
from backfat_rules.knowledge.checks import check_draft, strata_of
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.filling import read_layer
from backfat_rules.knowledge.folder import digest_of, texts_of
from backfat_rules.knowledge.sections import WORDS
from backfat_rules.knowledge.sentences import Naming
from backfat_rules.knowledge.vocabulary import FALLBACK, vocabularies_of
from backfat_rules.locate import WORDS_FOLDER, shipped_folder
from backfat_rules.profile import Fact, Profile, facts_of


def load_knowledge(
    *overlays: str | Path, base: str | Path | None = None, profile: type[BaseModel] = Profile
) -> KnowledgeBase:
    """Load the library's own knowledge, or another, with any overlays on top.

    An entry of an overlay replaces the entry of the same id below it, or is new. The order of
    files in a folder never matters.

    Args:
        overlays: folders of YAML files, searched at any depth; later ones win.
        base: a folder to use instead of the library's own knowledge; the library's words lie
            beneath it, so that it need not bring its own.
        profile: the model whose fields are the facts that conditions may name.

    Raises:
        KnowledgeError: with every mistake at once, each with file, line, column and remedy.

    >>> load_knowledge()["sleep-longer"].title
    'Give yourself more sleep'
    """
    if not overlays and base is None and profile is Profile:
        return _shipped()
    folders = [base if base is not None else shipped_folder(), *overlays]
    return _load([Path(folder) for folder in folders], profile)


@cache
def _shipped() -> KnowledgeBase:
    """The library's own knowledge: from the cache where that fits the files, else from them."""
    folder = shipped_folder()
    texts, problems = texts_of(folder)
    digest = digest_of([texts])
    draft = None if problems else read_cache(digest, facts_of(Profile))
    return _load([folder], Profile) if draft is None else _base(draft, digest, Profile)


def cache_shipped_knowledge() -> Path:
    """Check the library's own knowledge and write its cache; for building the package.

    Raises:
        KnowledgeError: the knowledge has mistakes.
    """
    draft, digest = _checked_draft([shipped_folder()], Profile)
    write_cache(draft, digest)
    return CACHE


def _load(folders: list[Path], profile: type[BaseModel]) -> KnowledgeBase:
    return _base(*_checked_draft(folders, profile), profile)


def _checked_draft(folders: list[Path], profile: type[BaseModel]) -> tuple[Draft, str]:
    draft = Draft(facts_of(profile))
    layers = []
    words = _shipped_words()
    draft.problems += words.problems
    draft.library = {section: dict(words.entries[section]) for section in WORDS}
    draft.entries.update({section: dict(each) for section, each in draft.library.items()})
    for at, folder in enumerate(folders):
        texts, problems = texts_of(folder)
        draft.problems += problems
        layers.append(texts)
        read_layer(texts, folder.name, draft)
        if at == 0:  # an overlay may still say it otherwise
            draft.entries["names"] |= _own_words(profile, draft.entries["names"])
    check_draft(draft)
    if draft.problems:
        raise KnowledgeError(draft.problems)
    return draft, digest_of(layers, _own_facts(profile))


@cache
def _shipped_words() -> Draft:
    """The library's own words, which lie beneath any folder; the library's version is theirs."""
    draft = Draft({})
    folder = shipped_folder()
    texts, problems = texts_of(folder / WORDS_FOLDER)
    draft.problems += problems
    named = {f"{WORDS_FOLDER}/{name}": text for name, text in texts.items()}
    read_layer(named, folder.name, draft)
    return draft


def _own_words(profile: type[BaseModel], names: Mapping[str, Naming]) -> dict[str, Naming]:
    """The names of facts that have some already and are declared in an app's words, in those."""
    reworded = {}
    for fact in _own_facts(profile):
        key = f"{FALLBACK}/{fact.name}"
        own: dict[str, Any] = {"label": fact.own_label} if fact.own_label else {}
        if fact.own_question:
            own |= {"question": fact.own_question, "asked_in": fact.asked_in}
        if own and key in names:
            reworded[key] = names[key].model_copy(update=own)
    return reworded


def _own_facts(profile: type[BaseModel]) -> Iterator[Fact]:
    """The facts that an app added or declares in another way, in the order of their names."""
    shipped = facts_of(Profile)
    for name, fact in sorted(facts_of(profile).items()):
        if fact != shipped.get(name):
            yield fact


def _base(draft: Draft, digest: str, profile: type[BaseModel]) -> KnowledgeBase:
    assert draft.policy is not None
    strata = strata_of(draft)
    entries = {name: draft.entries[name] for name in COLLECTIONS}
    entries["findings"] = draft.entries["findings"] | draft.entries["mechanisms"]
    return KnowledgeBase(
        version=digest,
        profile=profile,
        facts=draft.facts,
        policy=draft.policy,
        strata=by_id(strata),
        vocabularies=vocabularies_of(draft.entries),
        **{name: by_id(each) for name, each in entries.items()},
    )
