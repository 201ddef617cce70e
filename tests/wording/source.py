"""What the source says: texts in it that are no documentation, and the sentences it asks for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "backfat_rules"
TOLD = ("wording", "planning", "explain", "views")
"""The folders that make what a person reads."""

_PROSE = re.compile(r"[A-Za-z]{2,} [a-z]{2,}")


def trees(*folders: str) -> Iterator[tuple[Path, ast.Module]]:
    """Every module of some folders, or of the package."""
    for folder in folders or (".",):
        for file in sorted((PACKAGE / folder).rglob("*.py")):
            yield file, ast.parse(file.read_text(encoding="utf-8"))


def constants(tree: ast.AST) -> Iterator[str]:
    """Every text in the code, documentation and all."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def calls_of(tree: ast.AST, method: str) -> Iterator[ast.Call]:
    """Every call of a method or function of this name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = node.func.id if isinstance(node.func, ast.Name) else name
            if name == method:
                yield node


def prose(tree: ast.AST) -> Iterator[str]:
    """Texts of several words that are neither documentation nor part of an error or a page."""
    left_out = {id(each) for node in ast.walk(tree) for each in _unread(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            shown = re.sub(r"<[^>]*>", "", node.value)
            if id(node) not in left_out and _PROSE.search(shown):
                yield node.value


def _unread(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Expr(value=ast.Constant() as documentation):
            yield documentation
        case ast.Raise():
            yield from ast.walk(node)
        case ast.Call(func=ast.Name(id=name)) if name.endswith(("Error", "Problem", "Markup")):
            yield from ast.walk(node)
        case ast.Assign(targets=[ast.Name(id="remedy" | "message" | "_REMEDY")]):
            yield from ast.walk(node)
