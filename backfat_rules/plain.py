"""Texts on their way to a terminal, a page or a chart: nothing in them moves a cursor."""

from __future__ import annotations

import re
from typing import Any

_SPACES = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_HARMFUL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_IN_ITS_PLACE = "\N{REPLACEMENT CHARACTER}"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z])")
_EXPLAINED = re.compile(r"[:;] ")
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
    return _CONTROLS.sub(_IN_ITS_PLACE, _SPACES.sub(" ", text))


def harmless(text: str) -> str:
    r"""A text of any number of lines, whose control characters are written out as JSON does it.

    So JSON stays what it is; line ends and tabs stay as well.

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


def sentences_of(text: str) -> list[str]:
    """A text, sentence by sentence.

    >>> sentences_of("Take 2.5 g. Is that much? No.")
    ['Take 2.5 g.', 'Is that much?', 'No.']
    """
    return _SENTENCE_END.split(text)


def first_sentence(text: str) -> str:
    """What a text begins with, up to where its first sentence ends."""
    return sentences_of(text)[0]


def amount_alone(dose: str) -> str:
    """The amount of a dose, without what explains it behind a colon or semicolon.

    >>> amount_alone("at least 7 h in 24 hours; that is 1 h more than now")
    'at least 7 h in 24 hours'
    """
    return _EXPLAINED.split(dose, maxsplit=1)[0]


def shown_value(value: Any) -> str:
    """A value as a message shows it: short, and the same in every run."""
    if value is None or isinstance(value, bool):
        return repr(value)
    if isinstance(value, str):
        return repr(value if len(value) <= 60 else f"{value[:57]}...")
    if isinstance(value, int | float):
        if isinstance(value, int) and abs(value) >= 10**15:
            return "a number of this size"
        return str(int(value)) if abs(value) < 1e15 and value == int(value) else repr(value)
    return f"a value of type {type(value).__name__}"
