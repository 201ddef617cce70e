"""A tree of explanations as text, HTML and a mermaid chart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Protocol

from markupsafe import Markup

from backfat_rules.plain import plain
from backfat_rules.views.style import piece
from backfat_rules.wording import Reader

_SPECIAL = re.compile(r"""["#<>&`%{}\[\]|$~^*\\]""")
_ACTIVE = re.compile(r"""["#<>&`%{}\[\]|$~^*\\:;]""")
_SIGNS = {True: "+", False: "-", None: "?"}
_SIGN = Markup('<span role="img" aria-label="%s" title="%s">%s</span> %s')
_WORDS = {True: "so", False: "not-so", None: "unknown"}


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
    yield f"{'  ' * depth}{_SIGNS[tree.holds]} {plain(tree.text)}"
    for below in tree.because:
        yield from _lines(below, depth + 1)


def tree_html(tree: Tree, reader: Reader) -> str:
    """Nested lists that fold; the first two layers are open. Every text is escaped."""
    return piece(Markup('<ul class="tree">%s</ul>') % (_folded(tree, 0, reader),))


def _folded(tree: Tree, depth: int, reader: Reader) -> Markup:
    word = reader.say(_WORDS[tree.holds])
    label = _SIGN % (word, word, _SIGNS[tree.holds], tree.text)
    if not tree.because:
        return Markup("<li>%s</li>") % (label,)
    below = Markup().join(_folded(each, depth + 1, reader) for each in tree.because)
    is_open = Markup(" open") if depth < 2 else ""
    folded = Markup("<li><details%s><summary>%s</summary><ul>%s</ul></details></li>")
    return folded % (is_open, label, below)


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
    lines.append(f'    {name}["{_SIGNS[tree.holds]} {_escaped(tree.text)}"]')
    for below in tree.because:
        lines.append(f"    {_draw(below, lines, nodes)} --> {name}")
    return name


def _escaped(text: str) -> str:
    """A text that mermaid shows as it is.

    Colons go with the rest: from ``style`` over a colon to a number sign mermaid sees a style.
    """
    shown = plain(text)
    return _ACTIVE.sub(_by_number, shown) if _SPECIAL.search(shown) else shown


def _by_number(found: re.Match[str]) -> str:
    return f"#{ord(found[0])};"
