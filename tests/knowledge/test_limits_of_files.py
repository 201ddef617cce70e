"""Whatever lies in a folder of rules, loading comes to an end and names what it cannot take."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from backfat_rules.errors import KnowledgeError
from backfat_rules.knowledge import folder, load_knowledge
from backfat_rules.knowledge.forbidden import ForbiddenWording
from backfat_rules.knowledge.word_pattern import WordPatternError, check_pattern

BASE = Path(__file__).parents[1] / "broken" / "base"


def said_of(path: Path) -> list[str]:
    """What is said about a folder laid over the base."""
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(path, base=BASE)
    return [str(each) for each in caught.value.problems]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes on this system")
@pytest.mark.parametrize("kind", ["pipe", "link to an endless device"])
def test_what_is_no_file_is_named(kind: str, tmp_path: Path) -> None:
    """A pipe that nobody writes to, or a link to something endless, does not hang the loading."""
    if kind == "pipe":
        os.mkfifo(tmp_path / "x.yaml")
    else:
        (tmp_path / "x.yaml").symlink_to("/dev/zero")
    assert said_of(tmp_path) == [
        f"{tmp_path.name}/x.yaml:1:1: this is no file to read: a pipe, a device or the like."
        " [unreadable-file]\n    Remove it."
    ]


def test_a_file_that_is_too_large_is_named(tmp_path: Path) -> None:
    """A file of the wrong kind, such as a dump, is refused before it is taken apart."""
    (tmp_path / "x.yaml").write_bytes(b"#" * (folder.LARGEST + 1))
    assert said_of(tmp_path) == [
        f"{tmp_path.name}/x.yaml:1:1: this file has more than 5,000,000 bytes."
        " [large-file]\n    Share it out over several."
    ]


def test_too_many_files_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever gives the path of a whole disk is asked whether that is right."""
    monkeypatch.setattr(folder, "MOST_FILES", 2)
    for name in "abc":
        (tmp_path / f"{name}.yaml").write_text("title: x", encoding="utf-8")
    assert said_of(tmp_path) == [
        f"{tmp_path}:1:1: there are more than 2 YAML files in this folder."
        " [too-many-files]\n    Is it the right folder?"
    ]


def test_references_that_multiply_are_never_followed(tmp_path: Path) -> None:
    """Nine lists of nine references to the list before would be 400 million words."""
    lines = ["a0: &a0 [word]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    (tmp_path / "x.yaml").write_text("\n".join(lines), encoding="utf-8")
    said = said_of(tmp_path)
    assert sum("[yaml-alias]" in each for each in said) == 9  # once for each that is pointed to


HANGS = [
    "(a+)+b",
    "(?:a|a)*b",
    "(?:a |a )*b",
    "(?:[a-z]+ ?)+x",
    "(?:" * 11 + "a" + ")" * 11,
    "(" * 5_000,
    "a?" * 30,
    ".*.*.*x",
    r"\w*\w*\w*x",
    "(?:a{0,9}){0,9}",
    "(?:" * 9 + "a" + "{0,9})" * 9,
]


@pytest.mark.parametrize("pattern", HANGS)
def test_a_pattern_that_can_hang_is_refused(pattern: str, tmp_path: Path) -> None:
    """Forbidden words that some text could bring to a standstill are a mistake with its place."""
    own = {"wording": [{"id": "no-tea", "pattern": pattern, "why": "it is a test."}]}
    (tmp_path / "own.yaml").write_text(yaml.safe_dump(own), encoding="utf-8")
    (said,) = said_of(tmp_path)
    assert re.match(rf"{tmp_path.name}/own.yaml:3:\d+: pattern: ", said)
    assert "[bad-value]" in said


WORDS = st.text("ab ", min_size=1, max_size=3)
PATTERNS = st.recursive(
    WORDS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("|".join),
        st.tuples(inner, st.sampled_from(["", "?", "*", "+", "{0,2}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
        st.tuples(inner, inner).map("".join),
        st.sampled_from([r"\w+ ", r"\w*", "[ab]+"]),
    ),
    max_leaves=8,
)


@given(PATTERNS, st.text("ab ", max_size=200))
def test_what_is_allowed_comes_to_an_end(pattern: str, text: str) -> None:
    """Whatever pattern is allowed, a text that nearly fits is searched to its end."""
    try:
        check_pattern(pattern)
    except WordPatternError:
        return
    rule = ForbiddenWording(id="x", pattern=f"(?:{pattern})c", why="it is a test.")
    assert rule.found_in(f"{text} {'ab ' * 60}{'a' * 3_000}") is None


def test_a_pattern_is_for_words() -> None:
    """What is allowed is words, choices, endings and what stands before; the rest is named."""
    check_pattern("(?<!not )stop(?:s|ped|ping)? (?:the |your )*(?:pills?|drugs?)|detox\\w*")
    for other in (r"(a)\1", "(?=x)a", "^a", "[^a]", r"\s+"):
        with pytest.raises(WordPatternError, match="is not for words"):
            check_pattern(other)
