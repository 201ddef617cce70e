"""Folders of YAML to a knowledge base, or to a list of everything that is wrong with them."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from backfat_rules.errors import KnowledgeError, KnowledgeProblem, Location, did_you_mean
from backfat_rules.knowledge.base import COLLECTIONS, KnowledgeBase, by_id
from backfat_rules.knowledge.cache import CACHE, read_cache, write_cache
from backfat_rules.knowledge.checks import check_draft, strata_of
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.entry import Part
from backfat_rules.knowledge.locate import shipped_folder
from backfat_rules.knowledge.reading import Items, Mapping, read_yaml
from backfat_rules.knowledge.refusal import note_refusal
from backfat_rules.knowledge.sections import HEADER, INHERITED, POLICY, SECTIONS
from backfat_rules.profile import Profile, facts_of


def load_knowledge(
    *overlays: str | Path, base: str | Path | None = None, profile: type[BaseModel] = Profile
) -> KnowledgeBase:
    """Load the library's own knowledge, or another, with any overlays on top.

    An entry of an overlay replaces the entry of the same id below it, or is new. The order of
    files in a folder never matters.

    Args:
        overlays: folders of YAML files, searched at any depth; later ones win.
        base: a folder to use instead of the library's own knowledge.
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
    texts, problems = _texts(folder)
    digest = _digest([texts])
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
    for folder in folders:
        texts, problems = _texts(folder)
        draft.problems += problems
        layers.append(texts)
        _read_layer(texts, folder.name, draft)
    check_draft(draft)
    if draft.problems:
        raise KnowledgeError(draft.problems)
    return draft, _digest(layers)


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
        **{name: by_id(each) for name, each in entries.items()},
    )


def _texts(folder: Path) -> tuple[dict[str, str], list[KnowledgeProblem]]:
    """The text of each file by its path in the folder, in the order of the paths."""
    texts: dict[str, str] = {}
    problems: list[KnowledgeProblem] = []
    for file in sorted(
        folder.rglob("*.yaml"), key=lambda file: file.relative_to(folder).as_posix()
    ):
        name = file.relative_to(folder).as_posix()
        try:
            texts[name] = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            where, message = Location(f"{folder.name}/{name}"), "this file is not UTF-8 text."
            problems.append(
                KnowledgeProblem(where, "not-utf-8", message, "Save it again as UTF-8.")
            )
    if not texts and not problems:
        where, message = Location(str(folder)), "there is no YAML file in this folder."
        problems.append(KnowledgeProblem(where, "no-files", message))
    return texts, problems


def _digest(layers: list[dict[str, str]]) -> str:
    """A version for some texts: equal texts give an equal one."""
    digest = hashlib.sha256()
    for texts in layers:
        for name, text in texts.items():
            digest.update(f"{name}\0{text}\0".encode())
    return digest.hexdigest()[:12]


def _read_layer(texts: dict[str, str], folder: str, draft: Draft) -> None:
    """Read the files of one folder over what the folders before it hold."""
    layer = Draft(draft.facts)
    for name, text in texts.items():
        _read_file(text, f"{folder}/{name}", layer)
    for section, entries in layer.entries.items():
        for entry in entries.values():
            elsewhere = [name for name in _rivals(section, draft) if name != section]
            _note_taken(entry, elsewhere, draft, layer)
        draft.entries[section].update(entries)
    draft.policy = layer.policy or draft.policy
    draft.policy_refused |= layer.policy_refused
    draft.refused |= layer.refused
    draft.problems += layer.problems


def _read_file(text: str, path: str, draft: Draft) -> None:
    data, problems = read_yaml(text, path)
    draft.problems += problems
    if data is None:
        return
    if not isinstance(data, Mapping):
        draft.note(Location(path), "not-a-mapping", "a file starts with the names of its sections.")
        return
    for section, content in data.items():
        where = data.place.of(section)
        if section in SECTIONS:
            _read_section(section, content, data, draft, where)
        elif section == POLICY[0]:
            _read_policy(content, draft, where)
        elif section not in HEADER:
            remedy = did_you_mean(section, [*SECTIONS, *HEADER, POLICY[0]])
            where = data.place.of_key(section)
            draft.note(where, "unknown-section", f"there is no section {section}.", remedy)


def _read_section(
    section: str, content: Any, header: Mapping, draft: Draft, where: Location
) -> None:
    if not isinstance(content, Items):
        draft.note(where, "not-a-list", f"{section} is a list of entries, each starting with '-'.")
        return
    for data, at in zip(content, content.places, strict=True):
        if not isinstance(data, Mapping):
            draft.note(at, "not-a-mapping", f"an entry of {section} has named fields.")
            continue
        for name in INHERITED.get(section, ()):
            if name in header:
                data.setdefault(name, header[name])
        entry = _validated(SECTIONS[section], data, draft)
        if entry is not None:
            _keep(section, entry, draft)


def _read_policy(content: Any, draft: Draft, where: Location) -> None:
    if draft.policy is not None:
        draft.note(where, "second-policy", "there is a policy already.", "Keep one.")
    elif isinstance(content, Mapping):
        policy = _validated(POLICY[1], content, draft)
        draft.policy = policy if isinstance(policy, POLICY[1]) else None
        draft.policy_refused = draft.policy is None
    else:
        draft.policy_refused = True
        draft.note(where, "not-a-mapping", "the policy has named fields.")


def _validated(model: type[Part], data: Mapping, draft: Draft) -> Part | None:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        if isinstance(data.get("id"), str):
            draft.refused.add(data["id"])
        for detail in error.errors(include_url=False, include_context=True):
            note_refusal(detail, data, model, draft)
        return None


def _keep(section: str, entry: Any, draft: Draft) -> None:
    _note_taken(entry, _rivals(section, draft), draft, draft)
    draft.entries[section].setdefault(entry.id, entry)


def _note_taken(entry: Any, sections: list[str], known: Draft, draft: Draft) -> None:
    for other in sections:
        if entry.id in known.entries[other]:
            message = (
                f"{entry.id} is defined here and at {known.entries[other][entry.id].place.at}."
            )
            draft.note(entry.place.of("id"), "duplicate-id", message, "Ids are unique; rename one.")


def _rivals(section: str, draft: Draft) -> list[str]:
    """The sections an id must be unique in: a tag is a word, and may repeat an id."""
    return ["tags"] if section == "tags" else [name for name in draft.entries if name != "tags"]
