"""Names that stand twice in one object of JSON: readers keep the last one, and say nothing."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any


def repeated_names(text: Any) -> list[str]:
    """Every name that stands more than once in an object of a text of JSON, each two times.

    There are none in a text that is no JSON; whoever reads it says so.

    >>> repeated_names('{"age": 30, "age": 40}')
    ['age', 'age']
    """
    found: list[str] = []

    def note(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) < len(pairs):
            found.extend(n for n, times in Counter(n for n, _ in pairs).items() if times > 1)
        return {}

    if isinstance(text, str | bytes | bytearray):
        try:
            json.loads(text, object_pairs_hook=note, parse_int=float)
        except (ValueError, RecursionError):
            return []
    return [name for name in dict.fromkeys(found) for _ in range(2)]
