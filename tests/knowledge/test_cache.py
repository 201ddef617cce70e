"""The cache of the shipped knowledge is used whole or not at all; a zip needs none."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import backfat_rules
from backfat_rules.knowledge import load_knowledge, loading
from backfat_rules.knowledge.cache import read_cache, write_cache
from backfat_rules.knowledge.draft import Draft
from backfat_rules.knowledge.loading import _draft_of, cache_shipped_knowledge
from backfat_rules.locate import shipped_folder
from backfat_rules.profile import Profile, facts_of
from tests.knowledge.test_broken import BASE

FACTS = facts_of(Profile)
PACKAGE = Path(backfat_rules.__file__).parent


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The cache of a small knowledge base."""
    draft, digest = _draft_of([BASE], Profile)
    file = tmp_path_factory.mktemp("cache") / "cache.json"
    write_cache(draft, digest, file)
    return file


DIGEST = _draft_of([BASE], Profile)[1]


def _read(file: Path, digest: str = DIGEST) -> Draft | None:
    return read_cache(digest, FACTS, file)


def test_a_cache_gives_what_was_written(written: Path) -> None:
    """Entries and policy come back equal, with the places and origins that they had."""
    draft, cached = _draft_of([BASE], Profile)[0], _read(written)
    assert cached is not None
    assert cached.policy == draft.policy
    for section, entries in cached.entries.items():
        assert entries == draft.entries[section]
        for key, entry in entries.items():
            assert entry.origin == draft.entries[section][key].origin


def test_a_cache_of_other_files_is_not_used(written: Path) -> None:
    """A cache belongs to the files that it was made from."""
    assert _read(written, "0" * 12) is None


@given(st.data())
def test_no_damage_is_taken_for_knowledge(written: Path, data: st.DataObject) -> None:
    """Whatever becomes of any byte of the cache, it is not used; reading it never fails."""
    content = bytearray(written.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    match data.draw(st.sampled_from(["changed", "cut", "lost", "longer"])):
        case "changed":
            content[at] ^= data.draw(st.integers(1, 255))
        case "cut":
            del content[at:]
        case "lost":
            del content[at]
        case "longer":
            content[at:at] = data.draw(st.binary(min_size=1, max_size=9))
    damaged = written.with_name("damaged.json")
    damaged.write_bytes(content)
    assert _read(damaged) is None


SHAPES = ["", "{}", "[]", "null", "1", '"', "[" * 5_000, json.dumps({"digest": DIGEST}), "\udcff"]


@pytest.mark.parametrize("text", SHAPES, ids=range(len(SHAPES)))
def test_anything_else_is_not_used(text: str, tmp_path: Path) -> None:
    """A file of another shape is no cache."""
    file = tmp_path / "cache.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert _read(file) is None


def test_no_file_is_waited_for(tmp_path: Path) -> None:
    """A pipe or a folder in its place is no cache, and nobody waits for it."""
    os.mkfifo(tmp_path / "pipe")
    for file in (tmp_path, tmp_path / "nothing", tmp_path / "pipe"):
        assert _read(file) is None


def test_the_library_works_from_a_zip(tmp_path: Path) -> None:
    """Inside a zip, where nothing can be written, the knowledge is found and is the same."""
    with zipfile.ZipFile(tmp_path / "library.zip", "w") as packed:
        for file in PACKAGE.rglob("*.py"):
            packed.write(file, file.relative_to(PACKAGE.parent).as_posix())
        for file in shipped_folder().rglob("*.yaml"):
            name = file.relative_to(shipped_folder()).as_posix()
            packed.write(file, f"backfat_rules/_knowledge/{name}")
    code = (
        "import backfat_rules; from backfat_rules import *; print(backfat_rules.__file__);"
        "print(load_knowledge().version, Profile.model_fields.keys() >= {'age'});"
        "print(recommend({'sleep_hours': 5}, engine='direct').top(1)[0].id)"
    )
    env = {**os.environ, "PYTHONPATH": str(tmp_path / "library.zip")}
    call = [sys.executable, "-c", code]
    said = subprocess.run(call, env=env, cwd=tmp_path, capture_output=True, text=True, check=True)
    where, version, first = said.stdout.splitlines()
    assert "library.zip" in where
    assert version == f"{load_knowledge().version} True"
    assert first == "sleep-longer"


def test_a_cache_that_fits_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever builds the site waits for no second check of the same files."""

    def checked(*_: object) -> None:
        raise LookupError

    path = cache_shipped_knowledge()
    monkeypatch.setattr(loading, "_checked_draft", checked)
    assert cache_shipped_knowledge(only_if_stale=True) == path
    monkeypatch.setattr(loading, "read_cache", lambda *_: None)
    with pytest.raises(LookupError):
        cache_shipped_knowledge(only_if_stale=True)
