"""Text of unknown origin, so that it can be shown: cut where it is long, harmless to a terminal."""

from __future__ import annotations

import re

_HARMFUL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")


def harmless(text: str) -> str:
    r"""A text whose control characters are written out; line ends and tabs stay.

    They are written as JSON writes them, so that JSON stays what it is.

    >>> harmless("sleep\x1b[31m"), harmless("two\nlines")
    ('sleep\\u001b[31m', 'two\nlines')
    """
    return _HARMFUL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def plain(text: str) -> str:
    r"""The same on one line: line ends and tabs become blanks.

    >>> plain("sleep\nlonger")
    'sleep longer'
    """
    return harmless(_BREAKS.sub(" ", text))


def cut(text: str, most: int = 60) -> str:
    """The beginning of a text, with dots where more follows.

    >>> cut("Give yourself more sleep", 16)
    'Give yourself...'
    """
    return text if len(text) <= most else f"{text[: most - 3].rstrip()}..."


def shortened(text: str, most: int = 60) -> str:
    r"""A text of one line and at most so many characters.

    >>> shortened("sleep" * 20, 10), shortened("a\nb")
    ('sleepsl...', 'a\\u000ab')
    """
    return harmless(cut(text, most)).replace("\n", r"\u000a").replace("\t", r"\u0009")
