"""A tree of explanations as text, HTML and a mermaid chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Protocol

_SIGNS = {True: "+", False: "-", None: "?"}
_WORDS = {True: "so", False: "not so", None: "unknown"}


class Tree(Protocol):
    """What can be shown: a text, whether it holds, and what it rests on."""

    @property
    def text(self) -> str:
        """One sentence or phrase."""
        ...

    @property
    def holds(self) -> bool | None:
        """True, False, or None for unknown."""
        ...

    @property
    def because(self) -> Sequence[Tree]:
        """What it rests on."""
        ...


def tree_text(tree: Tree) -> str:
    """Indented lines: ``+`` for what is so, ``-`` for what is not, ``?`` for what is unknown."""
    return "\n".join(_lines(tree, 0))


def _lines(tree: Tree, depth: int) -> Iterator[str]:
    yield f"{'  ' * depth}{_SIGNS[tree.holds]} {tree.text}"
    for below in tree.because:
        yield from _lines(below, depth + 1)


def tree_html(tree: Tree) -> str:
    """Nested lists that fold; the first two layers are open."""
    return f'<div style="font:14px/1.5 system-ui,sans-serif">{_folded(tree, 0)}</div>'


def _folded(tree: Tree, depth: int) -> str:
    label = f'<span title="{_WORDS[tree.holds]}">{_SIGNS[tree.holds]}</span> {escape(tree.text)}'
    if not tree.because:
        return f'<div style="margin-left:1.1em">{label}</div>'
    state = " open" if depth < 2 else ""
    below = "".join(_folded(each, depth + 1) for each in tree.because)
    return f'<details{state} style="margin-left:1.1em"><summary>{label}</summary>{below}</details>'


def tree_mermaid(tree: Tree) -> str:
    """A flowchart from the facts up to what follows from them."""
    lines = ["flowchart BT"]
    _draw(tree, lines, {})
    return "\n".join(lines)


def _draw(tree: Tree, lines: list[str], nodes: dict[tuple[str, bool | None], str]) -> str:
    """Add a node and everything below it, each once; its name in the chart."""
    key = (tree.text, tree.holds)
    if key in nodes:
        return nodes[key]
    name = nodes[key] = f"n{len(nodes)}"
    text = tree.text.replace("\\", "/").replace('"', "#quot;")
    lines.append(f'    {name}["{_SIGNS[tree.holds]} {text}"]')
    for below in tree.because:
        lines.append(f"    {_draw(below, lines, nodes)} --> {name}")
    return name
