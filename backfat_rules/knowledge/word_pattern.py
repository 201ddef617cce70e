r"""The regular expressions that a wording may use: those that no text can bring to a standstill.

Python's matcher tries every way to read a pattern, and some patterns can be read in more ways
than there are seconds: ``(\w+ ?)+`` doubles them with each word. Here the ways are counted, not
tried. Words that exclude each other are one way, as only one of them can stand in a place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_WAYS = 10_000
"""Some milliseconds for a text; the shipped patterns stay far below."""

DEEPEST = 10
"""How deep brackets may stand in brackets; the shipped patterns need two."""

LONGEST_WORD = 60
"""A longer run without a space is no word, and is searched up to here."""

_WHILE_IT_LASTS = 30  # how often something without an upper limit may repeat in a sentence
_TOKEN = re.compile(
    r"""(?P<behind>\(\?<!(?P<words>[\w '-]+)\)) | (?P<open>\((?:\?:)?(?!\?)) | (?P<close>\)) | \|
    | (?P<times>[*+?] | \{\d,\d\}) | (?P<many>\\[wd] | \[[^\]^\\[]*(?:\\w[^\]\\[]*)?\] | \.)
    | \\b | (?P<plain>[\w\s,;:'"!%&/#=<>@_-] | \\[^\w\s])""",
    re.VERBOSE,
)


class WordPatternError(ValueError):
    """A pattern that is not for words, or can be read in too many ways."""


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that could take long on some text.

    Raises:
        WordPatternError: it uses something else than words, groups, ``|``, ``?``, ``{0,2}``,
            ``(?<!not )`` and characters that repeat, or it can be read in too many ways.

    >>> check_pattern("detox|(?:slim|fat)[- ]burn(?:s|ing)?|los(?:e|es) [a-z]+ fast")
    >>> check_pattern("a?" * 30)
    Traceback (most recent call last):
    backfat_rules.knowledge.word_pattern.WordPatternError: it can be read in more than 10,000 ways
    """
    reader = _PatternReader(_tokens(pattern))
    ways = reader.choice().ways
    if reader.at < len(reader.tokens):
        raise WordPatternError("a bracket is closed that was not opened")
    if ways > MOST_WAYS:
        raise WordPatternError(f"it can be read in more than {MOST_WAYS:,} ways")


def _tokens(pattern: str) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    at = 0
    while at < len(pattern):
        token = _TOKEN.match(pattern, at)
        if token is None:
            raise WordPatternError(f"{pattern[at : at + 3]!r} is not for words; list them with |")
        found.append(token)
        at = token.end()
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a pattern: in how many ways it can be read, and the words if it is plain ones."""

    ways: int
    words: tuple[str, ...] | None = None


class _PatternReader:
    """Reads a pattern from left to right."""

    def __init__(self, tokens: list[re.Match[str]]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0

    def next(self) -> re.Match[str] | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def choice(self) -> _Part:
        """Branches with | between them."""
        branches = [self.branch()]
        while (token := self.next()) is not None and token[0] == "|":
            self.at += 1
            branches.append(self.branch())
        plain = [branch.words for branch in branches if branch.words is not None]
        words = tuple(word for each in plain for word in each)
        ways = _alike(words) + sum(each.ways for each in branches if each.words is None)
        return _Part(ways, words if len(plain) == len(branches) else None)

    def branch(self) -> _Part:
        """Parts one after the other."""
        ways, word = 1, ""
        plain = True
        while (token := self.next()) is not None and token["close"] is None and token[0] != "|":
            self.at += 1
            part = self.part(token)
            repeated = self.repeated(part, token)
            plain = plain and repeated is part and token["plain"] is not None
            word += token[0]
            ways = _up_to_most(ways * repeated.ways)
        return _Part(ways, (word,) if plain else None)

    def part(self, token: re.Match[str]) -> _Part:
        if token["open"] is None:
            return _Part(1)
        self.depth += 1
        if self.depth > DEEPEST:
            raise WordPatternError(f"brackets stand within brackets more than {DEEPEST} deep")
        part = self.choice()
        self.depth -= 1
        closing = self.next()
        if closing is None or closing["close"] is None:
            raise WordPatternError("a bracket is not closed")
        self.at += 1
        return part

    def repeated(self, part: _Part, token: re.Match[str]) -> _Part:
        times = self.next()
        if times is None or times["times"] is None:
            return part
        self.at += 1
        if times[0] == "?":
            return _Part(part.ways + 1)
        if times[0].startswith("{"):
            most = int(times[0][3])
            return _Part(_up_to_most(sum(part.ways**count for count in range(most + 1))))
        if token["many"] is not None:
            return _Part(1 if self.ends_with_a_space(token[0]) else _WHILE_IT_LASTS)
        words = part.words or ("",)
        if _alike(words) == 1 and all(word.find(" ") == len(word) - 1 > 0 for word in words):
            return _Part(_WHILE_IT_LASTS)
        raise WordPatternError("only words may repeat without an end, as in (?:very |really )*")

    def ends_with_a_space(self, repeated: str) -> bool:
        """Whether characters that repeat end in one place only: where a space follows."""
        after = self.next()
        return after is not None and after[0] == " " and repeated != "." and " " not in repeated


def _up_to_most(ways: int) -> int:
    """The ways, or one more than are allowed: what multiplies on and on is not counted out."""
    return min(ways, MOST_WAYS + 1)


def _alike(words: tuple[str, ...]) -> int:
    """How many of some words can stand in one place, the one within the other."""
    return max((sum(word.startswith(each) for each in words) for word in words), default=0)
