"""Many JavaScript modules as one: a page loads a single file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

MODULES = Path(__file__).with_name("modules")
"""The modules that a pack is joined from; each mirrors a file of Python, of the same name."""

_IMPORT = re.compile(r'^import \{[^}]*\} from "([^"]+)";\n+', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|function|class) )", re.MULTILINE)
_HEAD = re.compile(r"\A(?://.*\n)+\n*")


def joined(names: Iterable[str]) -> str:
    """The text of some modules and of all that they import, each once and below its imports.

    Args:
        names: the modules, such as ``language/range.mjs``.

    >>> "class Range" in joined(["language/range.mjs"])
    True
    """
    found: dict[Path, str] = {}
    for name in names:
        _gather(MODULES / name, found)
    return "\n".join(found.values())


def _gather(module: Path, found: dict[Path, str]) -> None:
    module = module.resolve()
    if module in found:
        return
    text = module.read_text(encoding="utf-8")
    for imported in _imported(module, text):
        _gather(imported, found)
    head = _HEAD.match(text)
    title = "" if head is None else head[0]
    found[module] = title + _EXPORT.sub("", _IMPORT.sub("", text[len(title) :]))


def _imported(module: Path, text: str) -> Iterator[Path]:
    for each in _IMPORT.finditer(text):
        yield module.parent / each[1]
