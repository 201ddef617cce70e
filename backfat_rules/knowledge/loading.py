"""Folders of YAML to a knowledge base, or to a list of everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from backfat_rules.errors import BackfatRulesError, KnowledgeError, KnowledgeProblem
from backfat_rules.knowledge.base import COLLECTIONS, KnowledgeBase, by_id
from backfat_rules.knowledge.blame import in_own_files
from backfat_rules.knowledge.cache import CACHE, read_cache, write_cache
from backfat_rules.knowledge.checked_layer import checked_layer, read_again
from backfat_rules.knowledge.checks import check_draft, strata_of
from backfat_rules.knowledge.declaring import declare_facts
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.file_sections import ASKING, DRAWN, WORDS
from backfat_rules.knowledge.filling import fill
from backfat_rules.knowledge.folder import digest_of, folder_at, texts_of
from backfat_rules.knowledge.layer import Layer, read_folder
from backfat_rules.knowledge.vocabulary import FALLBACK, vocabularies_of
from backfat_rules.locate import WORDS_FOLDER, is_in_zip, package_folder, shipped_folder
from backfat_rules.plain import shown_value
from backfat_rules.profile import Fact, Profile, facts_of


def load_knowledge(
    *overlays: str | Path, base: str | Path | None = None, profile: type[BaseModel] = Profile
) -> KnowledgeBase:
    """Load the library's own knowledge, or another, with any overlays on top.

    An entry of an overlay is new, or replaces the fields that it gives of the entry of the same id
    below it. Facts that an overlay declares become fields of the knowledge's ``profile_model``. The
    order of files in a folder never matters.

    Args:
        overlays: folders of YAML files, searched at any depth; later ones win.
        base: a folder to use instead of the library's own knowledge; the library's words lie
            beneath it, so that it need not bring its own.
        profile: the model whose fields are the facts that conditions may name.

    Raises:
        KnowledgeError: with every mistake at once, each with file, line, column and remedy; or
            there is no such folder.
        BackfatRulesError: what is given is no path, or no class of profiles.

    >>> load_knowledge()["sleep-longer"].title
    'Give yourself more sleep'
    """
    model: Any = profile
    if not (isinstance(model, type) and issubclass(model, BaseModel)):
        said = f"A profile is a class such as Profile, not {shown_value(model)}."
        raise BackfatRulesError(f"{said} Give profile=YourProfile.")
    if not overlays and base is None and profile is Profile:
        return _shipped()
    folders = [base if base is not None else shipped_folder(), *overlays]
    return _load([folder_at(each) for each in folders], profile)


@cache
def _shipped() -> KnowledgeBase:
    return _base(*_shipped_draft())


@cache
def _shipped_draft() -> tuple[Draft, str]:
    """The library's own knowledge: from the cache where that fits the files, else from them."""
    return _cached_draft() or _checked_draft([shipped_folder()], Profile)


def _cached_draft() -> tuple[Draft, str] | None:
    """What the cache holds, where that fits the files."""
    texts, problems = texts_of(shipped_folder())
    digest = digest_of([texts])
    draft = None if problems else read_cache(digest, facts_of(Profile))
    return None if draft is None else (draft, digest)


def cache_shipped_knowledge(*, only_if_stale: bool = False) -> Path:
    """Check the library's own knowledge and write its cache; for building the package.

    Args:
        only_if_stale: leave a cache that fits the files as it is, and check nothing.

    Raises:
        KnowledgeError: the knowledge has mistakes.
    """
    path = package_folder() / CACHE
    if not (only_if_stale and _cached_draft()):
        draft, digest = _checked_draft([shipped_folder()], Profile)
        write_cache(draft, digest, path)
    return path


def _load(folders: list[Path], profile: type[BaseModel]) -> KnowledgeBase:
    return _base(*(_over_shipped(folders, profile) or _checked_draft(folders, profile)))


def _over_shipped(folders: list[Path], profile: type[BaseModel]) -> tuple[Draft, str] | None:
    """What lies over the library's own knowledge, of which only what that concerns is read again.

    None where the lowest folder is another one or was changed since, and where there is a mistake:
    that is told with all its places, which a checked draft does not keep.
    """
    if folders[0] != shipped_folder():
        return None
    try:
        checked, version = _shipped_draft()
    except KnowledgeError:
        return None
    texts, _ = texts_of(folders[0])
    if digest_of([texts]) != version:
        return None
    draft = Draft({}, library={name: checked.entries[name] for name in WORDS})
    draft.layers = (_label(folders[0], ()),)
    lowest = checked_layer(checked)
    above = [_own_words(profile, [lowest])]
    read = [texts]
    for folder in folders[1:]:
        texts, problems = texts_of(folder)
        draft.problems += problems
        read.append(texts)
        draft.layers += (_label(folder, draft.layers),)
        above.append(read_folder(texts, draft.layers[-1]))
    read_again(lowest, above, read[0])
    fill(draft, [lowest, *above])
    declare_facts(draft, profile)
    if checked.facts.items() <= draft.facts.items():
        draft.checked = checked
    check_draft(draft)
    return None if draft.problems else (draft, digest_of(read, _own_facts(profile)))


def _checked_draft(folders: list[Path], profile: type[BaseModel]) -> tuple[Draft, str]:
    draft, digest = _draft_of(folders, profile)
    base, *overlays = draft.layers
    below = {base, shipped_folder().name}
    problems = in_own_files(draft, overlays, below, lambda: _problems_alone(folders[0], profile))
    if problems:
        raise KnowledgeError(problems)
    return draft, digest


def _problems_alone(folder: Path, profile: type[BaseModel]) -> Collection[KnowledgeProblem]:
    """What is wrong with the lowest folder by itself; nothing with what was checked and cached."""
    checked = folder == shipped_folder() and read_cache(digest_of([texts_of(folder)[0]]), {})
    return () if checked else _draft_of([folder], profile)[0].problems


def _draft_of(folders: list[Path], profile: type[BaseModel]) -> tuple[Draft, str]:
    """Everything that some folders hold, with every mistake; and the version that they give."""
    words, library, mistakes = _shipped_words()
    draft = Draft(facts_of(profile), problems=[*mistakes], library=library)
    read: list[dict[str, str]] = []
    layers = [words]
    for folder in folders:
        texts, problems = texts_of(folder)
        draft.problems += problems
        read.append(texts)
        draft.layers += (_label(folder, draft.layers),)
        layers.append(read_folder(texts, draft.layers[-1]))
        if len(read) == 1:  # an overlay may still say it otherwise
            layers.append(_own_words(profile, layers))
    fill(draft, layers)
    declare_facts(draft, profile)
    check_draft(draft)
    return draft, digest_of(read, _own_facts(profile))


def _label(folder: Path, taken: Sequence[str]) -> str:
    """What the places of a folder's entries begin with: its name, if no other has it."""
    name = (folder if is_in_zip(folder) else folder.absolute()).name
    free = not taken or name not in (*taken, shipped_folder().name)
    return name if free else str(folder)


Library = dict[str, dict[str, Any]]


@cache
def _shipped_words() -> tuple[Layer, Library, tuple[KnowledgeProblem, ...]]:
    """The library's own words, which lie beneath any folder; the library's version is theirs."""
    draft = Draft({})
    folder = shipped_folder()
    texts, problems = texts_of(folder / WORDS_FOLDER)
    draft.problems += problems
    named = {f"{WORDS_FOLDER}/{name}": text for name, text in texts.items()}
    layer = read_folder(named, folder.name)
    fill(draft, [layer])
    library = {section: dict(draft.entries[section]) for section in WORDS}
    layer.made = {(name, key): each for name in WORDS for key, each in library[name].items()}
    return layer, library, tuple(draft.problems)


def _own_words(profile: type[BaseModel], below: Sequence[Layer]) -> Layer:
    """What an app calls facts that have words already, and how it asks for them."""
    layer = Layer()
    for fact in _own_facts(profile):
        own: dict[str, Any] = {"label": fact.own_label} if fact.own_label else {}
        if fact.own_question:
            own |= {"question": fact.own_question, "asked_in": fact.asked_in}
        if own and any(each.entry("names", f"{FALLBACK}/{fact.name}") for each in below):
            layer.add("names", {"id": fact.name, "language": FALLBACK, **own})
    return layer


def _own_facts(profile: type[BaseModel]) -> Iterator[Fact]:
    """The facts that an app added or declares in another way, in the order of their names."""
    shipped = facts_of(Profile)
    for name, fact in sorted(facts_of(profile).items()):
        if fact != shipped.get(name):
            yield fact


def _base(draft: Draft, digest: str) -> KnowledgeBase:
    assert draft.policy is not None
    strata = strata_of(draft)
    entries = {name: draft.entries[name] for name in (*COLLECTIONS, *ASKING, *DRAWN)}
    entries["findings"] = draft.entries["findings"] | draft.entries["mechanisms"]
    return KnowledgeBase(
        version=digest,
        profile_model=draft.profile_model,
        layers=draft.layers,
        facts=draft.facts,
        policy=draft.policy,
        strata=by_id(strata),
        vocabularies=vocabularies_of(draft.entries),
        **{name: by_id(each) for name, each in entries.items()},
    )
