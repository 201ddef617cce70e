"""The line that somebody meant who writes conditions as one would say them, or as another language.

A remedy is only offered where what comes of it can be read; nothing is ever read in this way.
"""

from __future__ import annotations

import re

_SIGNS = (
    ("“", '"'), ("”", '"'), ("„", '"'), ("\u2018", "'"), ("\u2019", "'"),
    ("≤", "<="), ("≥", ">="), ("≠", "!="), ("\u2212", "-"), ("\u2013", "-"),
    ("\u00d7", "*"), ("·", "*"), ("÷", "/"), ("^", "**"),
    ("&&", " and "), ("||", " or "), ("&", " and "), ("|", " or "), (";", ""),
    ("<>", "!="), ("=<", "<="), ("=>", ">="), ("===", "=="), ("!==", "!="),
)  # fmt: skip
"""Signs of other languages and of typesetting, and ours."""
_KEYWORDS = "and|or|not|in|if|else"
_NAME = rf"(?!(?:{_KEYWORDS})\b)[A-Za-z_]\w*"
_NUMBER = r"-?\d+(?:\.\d+)?"
_WORD = rf"""(?:"[^"]*"|'[^']*'|{_NAME})"""
_LIST = rf"[\[(]\s*{_WORD}(?:\s*,\s*{_WORD})*\s*,?\s*[\])]"

_SAYINGS: tuple[tuple[str, str], ...] = (
    (r"\b(AND|And|OR|Or|NOT|Not|IN|In)\b", "lower"),
    (r"(?<=\d),(?=\d)", "."),
    (r"!(?!=)\s*", "not "),
    (r"(?<![<>=!])=(?!=)", "=="),
    (r"\b(?:is\s+)?(?:less|lower|fewer|smaller|shorter)\s+than\s+or\s+equal\s+to\b", "<="),
    (r"\b(?:is\s+)?(?:more|greater|higher|larger|longer)\s+than\s+or\s+equal\s+to\b", ">="),
    (r"\b(?:is\s+)?(?:less|lower|fewer|smaller|shorter|younger)\s+than\b", "<"),
    (r"\b(?:is\s+)?(?:more|greater|higher|larger|bigger|longer|older)\s+than\b", ">"),
    (r"\b(?:is\s+)?(?:below|under)\b", "<"),
    (r"\b(?:is\s+)?(?:above|over)\b", ">"),
    (r"\b(?:is\s+)?at\s+least\b", ">="),
    (r"\b(?:is\s+)?at\s+most\b", "<="),
    (rf"({_NAME})\s+is\s+not\s+between\s+({_NUMBER})\s+and\s+({_NUMBER})", r"not \2 <= \1 <= \3"),
    (rf"({_NAME})\s+(?:is\s+)?between\s+({_NUMBER})\s+and\s+({_NUMBER})", r"\2 <= \1 <= \3"),
    (rf"({_NAME})\s+(?:does\s+not\s+|not\s+)(?:include|contain|have)s?\s+({_WORD})", "lacks"),
    (rf"({_NAME})\s+(?:includes?|contains?|has|have)\s+({_WORD})", "holds"),
    (rf"({_NAME})\.(?:includes?|contains?|has)\(({_WORD})\)", "holds"),
    (rf"({_NAME})\s+(?:is\s+)?(not\s+in|in|one\s+of|is\s+one\s+of)\s+({_LIST})", "one of"),
    (rf"({_NAME})\s+is\s+empty\b", r"count(\1) == 0"),
    (rf"({_NAME})\s+(?:==|is)\s+(?:true|True|TRUE|yes|Yes)\b", r"\1"),
    (rf"({_NAME})\s+(?:==|is)\s+(?:false|False|FALSE|no|No)\b", r"not \1"),
    (rf"({_NAME})\s+!=\s+(?:true|True|TRUE|yes|Yes)\b", r"not \1"),
    (rf"({_NAME})\s+!=\s+(?:false|False|FALSE|no|No)\b", r"\1"),
    (rf"({_NAME})\s+is\s+not\s+({_NUMBER})", r"\1 != \2"),
    (rf"({_NAME})\s+(?:is\s+equal\s+to|is|equals)\s+({_NUMBER})", r"\1 == \2"),
    (rf"({_NAME})\s+is\s+not\s+({_WORD})", "differs"),
    (rf"({_NAME})\s+(?:is\s+equal\s+to|is|equals)\s+({_WORD})", "equals"),
    (rf"({_NUMBER})\s*(?:%|°?{_NAME}(?:\s+(?:a|per)\s+{_NAME})?)", r"\1"),
    (rf"\b({_NAME})(?:[ ]+({_NAME}))+", "joined"),
)
"""What is written, and what it becomes: a text, or the name of a way to put it together."""


def meant(text: str) -> str | None:
    """The condition in the words of the language; None where nothing had to be changed.

    >>> meant("sleep_hours < 7 hours && !night_work")
    'sleep_hours < 7 and not night_work'
    >>> meant("sleep_hours is between 5 and 7 or pain_sites includes lower_back")
    '5 <= sleep_hours <= 7 or "lower_back" in pain_sites'
    """
    said = " ".join(text.split())
    for sign, written in _SIGNS:
        said = said.replace(sign, written)
    for pattern, becomes in _SAYINGS:
        said = _replaced(pattern, becomes, said)
    said = " ".join(said.split())
    return said if said != " ".join(text.split()) else None


def _replaced(pattern: str, becomes: str, text: str) -> str:
    """The text with every match replaced outside of quotes."""
    quoted = re.compile(r"""("[^"]*"|'[^']*')""")
    if becomes in _TOGETHER:
        return re.sub(pattern, _TOGETHER[becomes], text)
    parts = quoted.split(text)
    return "".join(
        part if at % 2 else re.sub(pattern, becomes, part) for at, part in enumerate(parts)
    )


def _word(given: str) -> str:
    return f'"{given.strip()}"' if given[0] not in "\"'" else given


def _one_of(found: re.Match[str]) -> str:
    words = re.findall(_WORD, found[3])
    sign = "not in" if found[2].startswith("not") else "in"
    if len(words) == 1:
        return f"{found[1]} {'!=' if sign == 'not in' else '=='} {_word(words[0])}"
    return f"{found[1]} {sign} ({', '.join(map(_word, words))})"


_TOGETHER = {
    "lower": lambda found: str(found[0]).lower(),
    "holds": lambda found: f"{_word(found[2])} in {found[1]}",
    "lacks": lambda found: f"{_word(found[2])} not in {found[1]}",
    "equals": lambda found: f"{found[1]} == {_word(found[2])}",
    "differs": lambda found: f"{found[1]} != {_word(found[2])}",
    "one of": _one_of,
    "joined": lambda found: "_".join(str(found[0]).split()),
}
