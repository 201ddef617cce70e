"""Many JavaScript modules as one: a page loads a single file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

MODULES = Path(__file__).resolve().with_name("modules")
"""The modules that a pack is joined from; each mirrors a file of Python, of the same name."""

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "([^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|function|class) (\w+))", re.MULTILINE)


def joined(names: Iterable[str]) -> str:
    """Some modules and all that they import, each once, below its imports and in its own scope.

    What the named modules export can be used below the text.

    Args:
        names: the modules, such as ``language/range.mjs``.

    >>> print(joined(["language/range.mjs"]).splitlines()[-1])
    const { ENDS, Range, exactly } = module_language_range;
    """
    found: dict[Path, str] = {}
    used = []
    for module in (MODULES / name for name in names):
        _gather(module, found)
        used.append(f"const {{ {', '.join(_exports(_text(module)))} }} = {_scope_of(module)};")
    return "\n".join([*found.values(), *used])


def _gather(module: Path, found: dict[Path, str]) -> None:
    if module in found:
        return
    text = _text(module)
    for each in _IMPORT.finditer(text):
        _gather((module.parent / each[2]).resolve(), found)

    def read(imported: re.Match[str]) -> str:
        return f"const {imported[1]} = {_scope_of((module.parent / imported[2]).resolve())};"

    inside = _EXPORT.sub("", _IMPORT.sub(read, text)).rstrip("\n")
    returned = f"return {{ {', '.join(_exports(text))} }};"
    found[module] = f"const {_scope_of(module)} = (() => {{\n{inside}\n\n{returned}\n}})();\n"


def _text(module: Path) -> str:
    return module.read_text(encoding="utf-8")


def _exports(text: str) -> list[str]:
    return [each[1] for each in _EXPORT.finditer(text)]


def _scope_of(module: Path) -> str:
    """The variable that holds what a module exports."""
    return "_".join(("module", *module.relative_to(MODULES).with_suffix("").parts))
