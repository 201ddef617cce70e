"""Many JavaScript modules as one: a page loads a single file."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from importlib.resources import files

_IMPORT = re.compile(r'^import (\{[^}]*\}) from "([^"]+)";$', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:const|function|class) (\w+))", re.MULTILINE)


def text_of(name: str) -> str:
    """A file of this package that is no Python, such as ``site/page.css``."""
    return files(__package__).joinpath(*name.split("/")).read_text(encoding="utf-8")


def joined(names: Iterable[str]) -> str:
    """Some modules and all that they import, each once, below its imports and in its own scope.

    What the named modules export can be used below the text.

    Args:
        names: the modules, such as ``language/range.mjs``; each mirrors a file of Python.

    >>> print(joined(["language/range.mjs"]).splitlines()[-1])
    const { ENDS, Range, exactly } = module_language_range;
    """
    found: dict[str, str] = {}
    used = []
    for name in names:
        _gather(name, found)
        used.append(f"const {{ {', '.join(_exports(_module(name)))} }} = {_scope_of(name)};")
    return "\n".join([*found.values(), *used])


def _gather(name: str, found: dict[str, str]) -> None:
    if name in found:
        return
    text, folder = _module(name), posixpath.dirname(name)

    def imported(each: re.Match[str]) -> str:
        return posixpath.normpath(posixpath.join(folder, each[2]))

    for each in _IMPORT.finditer(text):
        _gather(imported(each), found)
    inside = _IMPORT.sub(lambda each: f"const {each[1]} = {_scope_of(imported(each))};", text)
    returned = f"return {{ {', '.join(_exports(text))} }};"
    body = _EXPORT.sub("", inside).rstrip("\n")
    found[name] = f"const {_scope_of(name)} = (() => {{\n{body}\n\n{returned}\n}})();\n"


def _module(name: str) -> str:
    return text_of(f"modules/{name}")


def _exports(text: str) -> list[str]:
    return [each[1] for each in _EXPORT.finditer(text)]


def _scope_of(name: str) -> str:
    """The variable that holds what a module exports."""
    return f"module_{name.removesuffix('.mjs').replace('/', '_')}"
