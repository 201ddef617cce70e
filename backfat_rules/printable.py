"""Text of unknown origin, so that it can be shown: nothing in it moves a cursor or fills a page."""

from __future__ import annotations

import re

_SPACES = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_DIRECTION = r"\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
_HARMFUL = re.compile(rf"[\x00-\x08\x0b-\x1f\x7f-\x9f{_DIRECTION}\ud800-\udfff]")
_IN_ITS_PLACE = "\N{REPLACEMENT CHARACTER}"
_LONGEST = 60


def plain(text: str) -> str:
    r"""A text on one line, without characters that control what shows it.

    Line ends and tabs become blanks. Other control characters, those that turn the direction of
    writing round, and halves of characters become the replacement character.

    >>> plain("Sleep\nlonger") == "Sleep longer"
    True
    >>> plain("\x1b[2J").isprintable()
    True
    """
    return _HARMFUL.sub(_IN_ITS_PLACE, _SPACES.sub(" ", text))


def harmless(text: str) -> str:
    r"""A text whose control characters are written out; line ends and tabs stay.

    They are written as JSON writes them, so that JSON stays what it is.

    >>> harmless("sleep\x1b[31m"), harmless("two\nlines")
    ('sleep\\u001b[31m', 'two\nlines')
    """
    return _HARMFUL.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def cut(text: str, longest: int = _LONGEST) -> str:
    """The beginning of a text, with dots where more follows.

    >>> cut("Give yourself more sleep", 16)
    'Give yourself...'
    """
    return text if len(text) <= longest else f"{text[: longest - 3].rstrip()}..."


def shortened(text: str, longest: int = _LONGEST) -> str:
    r"""The beginning of a text, on one line, with control characters written out.

    >>> shortened("sleep" * 20, 10), shortened("a\nb")
    ('sleepsl...', 'a\\u000ab')
    """
    return harmless(cut(text, longest)).replace("\n", r"\u000a").replace("\t", r"\u0009")
