"""How large a condition or formula may be, so that whatever walks a tree ends soon.

Far above what anybody has needed: the longest of the library has 375 characters, 8 parts within
parts and 3 branches.
"""

from __future__ import annotations

import re
from typing import Final

from backfat_rules.errors import LanguageError

LONGEST: Final = 2000
"""Characters of a text; nobody can review a longer one."""

DEEPEST: Final = 50
"""Parts within parts, and brackets within brackets. Functions that walk a tree call themselves for
each, and Python reads at most 200 brackets of the source that is generated from it."""

MOST_BRANCHES: Final = 64
"""``if ... else`` of one formula; whoever needs more has a table and no formula."""

NAME_A_PART: Final = "Name a part of it as a value or finding."
_QUOTED = re.compile(r"""\"[^\"]*\"|'[^']*'""")


def check_size(text: str) -> None:
    """Refuse a text that would be slow to read, before it is read.

    Raises:
        LanguageError: it is too long, or has too many brackets within brackets.
    """
    if len(text) > LONGEST:
        message = f"this is longer than {LONGEST} characters."
        raise LanguageError(message, LONGEST, NAME_A_PART)
    depth = 0
    for at, character in enumerate(without_quoted(text)):
        depth += (character in "([{") - (character in ")]}")
        if depth > DEEPEST:
            raise LanguageError("this is nested too deeply.", at, NAME_A_PART)


def without_quoted(text: str) -> str:
    """A text of the same length, with blanks where quoted words stand."""
    return _QUOTED.sub(_blank, text)


def _blank(word: re.Match[str]) -> str:
    return " " * len(word[0])
