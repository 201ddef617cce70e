"""Why a condition cannot be read, in the words of whoever wrote it."""

from __future__ import annotations

import ast
import re

from backfat_rules.errors import LanguageError
from backfat_rules.language.sizes import without_quoted

EXAMPLE = "Write it as in: sleep_hours < 7 and not night_work."
"""The remedy where nothing better is known."""

_SYNTAX = (
    ("never closed", "a bracket is opened and not closed."),
    ("unmatched", "a bracket is closed that was not opened."),
    ("does not match", "a bracket is closed by one of another kind."),
    ("unterminated", "a quote is opened and not closed."),
    ("EOL while scanning", "a quote is opened and not closed."),
)
_FORMS: dict[type[ast.AST], str] = {
    ast.List: "a list in square brackets",
    ast.Dict: "a pair of braces",
    ast.Set: "a pair of braces",
    ast.Tuple: "a list",
    ast.Attribute: "a dot between names",
    ast.Subscript: "a part in square brackets",
    ast.Lambda: "the word lambda",
    ast.NamedExpr: "the sign :=",
    ast.JoinedStr: "a text with braces",
    ast.Starred: "a star before a name",
    ast.Await: "the word await",
    ast.Yield: "the word yield",
    ast.ListComp: "the word for",
    ast.SetComp: "the word for",
    ast.DictComp: "the word for",
    ast.GeneratorExp: "the word for",
    ast.Call: "a call of this kind",
}
_SIGNS: dict[type[ast.AST], str] = {
    ast.Mod: "%",
    ast.FloorDiv: "//",
    ast.BitAnd: "&",
    ast.BitOr: "|",
    ast.BitXor: "^",
    ast.LShift: "<<",
    ast.RShift: ">>",
    ast.MatMult: "@",
    ast.Invert: "~",
    ast.UAdd: "a plus before a number",
}

_RUN_TOGETHER = re.compile(r"(?<!\w)\d[\w.]*?(?=and|or|not|in|is|if|else|for)")
_WITH_BACKSLASH = re.compile(r"""["'][^"']*\\""")
NO_SUCH_WORD = "a word holds no quote, backslash or line break."


def refuse_slips(text: str) -> None:
    """Refuse what Python reads with a warning, which would reach somebody else's terminal.

    Raises:
        LanguageError: a number runs into a word, or a word holds a backslash.
    """
    if word := _WITH_BACKSLASH.search(text):
        raise LanguageError(NO_SUCH_WORD, word.start())
    if run := _RUN_TOGETHER.search(without_quoted(text)):
        remedy = "Put a blank between them."
        raise LanguageError("a number runs into a word.", run.end(), remedy)


def syntax_message(said: str | None) -> str:
    """What the reader of expressions found, in plain words."""
    found = (why for words, why in _SYNTAX if words in (said or ""))
    return next(found, "this cannot be read as a condition or formula.")


def form_of(node: ast.expr) -> str:
    """What a part is called that the language does not have.

    >>> form_of(ast.parse("a % b", mode="eval").body)
    '%'
    """
    if isinstance(node, ast.BinOp | ast.UnaryOp):
        return _SIGNS.get(type(node.op), "this sign")
    if isinstance(node, ast.Constant):
        return "this value"
    return _FORMS.get(type(node), "this")
