"""Text to tree, and back: Python's expression syntax, of which only our own part is accepted."""

from __future__ import annotations

import ast
import math
from itertools import accumulate

from backfat_rules.errors import LanguageError, did_you_mean
from backfat_rules.language.beginners import meant
from backfat_rules.language.no_condition import (
    EXAMPLE,
    NO_SUCH_WORD,
    form_of,
    refuse_slips,
    syntax_message,
)
from backfat_rules.language.sizes import DEEPEST, MOST_BRANCHES, NAME_A_PART, check_size
from backfat_rules.language.tree import (
    FUNCTIONS,
    AllOf,
    AnyOf,
    Arithmetic,
    Call,
    Compare,
    Comparison,
    Expression,
    Holds,
    IfElse,
    Name,
    Not,
    Number,
    OneOf,
    Operator,
    Word,
)

_COMPARISONS: dict[type[ast.cmpop], Comparison] = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
}
_OPERATORS: dict[type[ast.operator], Operator] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Pow: "**",
}


def parse(text: str) -> Expression:
    """Read a condition or formula; nothing in it is ever run by Python.

    Raises:
        LanguageError: the text is not an expression of the language, or past one of its limits;
            with the place and a remedy.

    >>> parse("sleep_hours < 7")
    Compare(operator='<', left=Name(name='sleep_hours'), right=Number(value=7))
    """
    check_size(text)
    try:
        return _parsed(text)
    except LanguageError as error:
        line = meant(text)
        if line is None or not _is_readable(line):
            raise
        raise LanguageError(error.message, error.offset, f"Write: {line}") from None


def _is_readable(text: str) -> bool:
    """Whether a line can be told to an author: it reads as it stands, and moves no cursor."""
    if not text.isprintable():
        return False
    try:
        check_size(text)
        _parsed(text)
    except LanguageError:
        return False
    return True


def _parsed(text: str) -> Expression:
    refuse_slips(text)
    try:
        body = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        offset = _Places(text).offset(error.lineno or 1, (error.offset or 0) - 1)
        raise LanguageError(syntax_message(error.msg), offset, EXAMPLE) from None
    except (RecursionError, MemoryError):
        raise LanguageError("this is nested too deeply.", remedy=NAME_A_PART) from None
    except ValueError:
        raise LanguageError(syntax_message(None), remedy=EXAMPLE) from None
    return _Reader(text).read(body)


class _Places:
    """Where lines of the stripped text start in the whole text."""

    def __init__(self, text: str) -> None:
        stripped = text.strip()
        self.end = len(text) - len(text.lstrip()) + len(stripped)
        self.lines = stripped.splitlines(keepends=True)
        self.starts = list(accumulate(map(len, self.lines), initial=self.end - len(stripped)))

    def offset(self, line: int, column: int) -> int:
        """A place counted in characters of the whole text; a negative column is the end."""
        return self.starts[min(line, len(self.starts)) - 1] + column if column >= 0 else self.end

    def offset_in_bytes(self, line: int, column: int) -> int:
        """The same where Python counts the column in bytes."""
        start = self.lines[line - 1].encode()[:column]
        return self.offset(line, len(start.decode()))


class _Reader:
    """Turns Python's own tree into ours, and refuses everything that ours does not have."""

    def __init__(self, text: str) -> None:
        self.places = _Places(text)
        self.branches = 0

    def offset(self, node: ast.expr) -> int:
        """Where a part starts in the text."""
        return self.places.offset_in_bytes(node.lineno, node.col_offset)

    def refuse(self, node: ast.expr, message: str, remedy: str = "") -> LanguageError:
        return LanguageError(message, self.offset(node), remedy)

    def read(self, node: ast.expr, depth: int = 0) -> Expression:
        if depth > DEEPEST:
            raise self.refuse(node, "this is nested too deeply.", NAME_A_PART)
        at, below = self.offset(node), depth + 1
        match node:
            case ast.Name(id=name):
                return Name(name, offset=at)
            case ast.Constant(value=str()):
                return self.word(node)
            case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
                return Number(self.limited(node, number), offset=at)
            case ast.UnaryOp(
                op=ast.USub(), operand=ast.Constant(value=int() | float() as number)
            ) if not isinstance(number, bool):
                return Number(-self.limited(node, number), offset=at)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return Arithmetic("-", Number(0), self.read(operand, below), offset=at)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return Not(self.read(operand, below), offset=at)
            case ast.BoolOp(op=ast.And(), values=values):
                return AllOf(tuple(self.read(each, below) for each in values), offset=at)
            case ast.BoolOp(values=values):
                return AnyOf(tuple(self.read(each, below) for each in values), offset=at)
            case ast.Compare():
                return self.comparison(node, below)
            case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
                sign = _OPERATORS[type(operator)]
                return Arithmetic(sign, self.read(left, below), self.read(right, below), offset=at)
            case ast.IfExp(test=test, body=then, orelse=otherwise):
                self.count_branch(node)
                parts = (self.read(each, below) for each in (test, then, otherwise))
                return IfElse(*parts, offset=at)
            case ast.Call():
                return self.call(node, below)
        raise self.unknown_form(node)

    def count_branch(self, node: ast.IfExp) -> None:
        self.branches += 1
        if self.branches > MOST_BRANCHES:
            message = f"a formula has at most {MOST_BRANCHES} if ... else."
            raise self.refuse(node, message, NAME_A_PART)

    def comparison(self, node: ast.Compare, depth: int) -> Expression:
        sides = [node.left, *node.comparators]
        links = [
            self.link(sides[index], operator, sides[index + 1], depth)
            for index, operator in enumerate(node.ops)
        ]
        return links[0] if len(links) == 1 else AllOf(tuple(links), offset=self.offset(node))

    def link(self, left: ast.expr, operator: ast.cmpop, right: ast.expr, depth: int) -> Expression:
        at = self.offset(left)
        if isinstance(operator, (ast.In, ast.NotIn)):
            member = self.membership(left, right)
            return Not(member, offset=at) if isinstance(operator, ast.NotIn) else member
        if isinstance(operator, ast.NotEq):
            same = Compare("==", self.read(left, depth), self.read(right, depth), offset=at)
            return Not(same, offset=at)
        if type(operator) not in _COMPARISONS:
            raise self.refuse(left, "'is' has no meaning here.", "Write == instead.")
        sign = _COMPARISONS[type(operator)]
        return Compare(sign, self.read(left, depth), self.read(right, depth), offset=at)

    def membership(self, left: ast.expr, right: ast.expr) -> Expression:
        match left, right:
            case ast.Constant(value=str()), ast.Name(id=name):
                collection = Name(name, offset=self.offset(right))
                return Holds(self.word(left).value, collection, offset=self.offset(left))
            case ast.Name(id=name), (ast.Tuple(elts=[_, *_] as elements) | ast.Set(elts=elements)):
                words = tuple(self.word(each) for each in elements)
                choice = Name(name, offset=self.offset(left))
                return OneOf(choice, words, offset=self.offset(left))
        remedy = 'Write "word" in set_fact, or choice_fact in ("word", "word").'
        raise self.refuse(left, "'in' cannot be used so.", remedy)

    def word(self, node: ast.expr) -> Word:
        match node:
            case ast.Constant(value=str() as text):
                if not text.isprintable() or '"' in text or "\\" in text:
                    raise self.refuse(node, NO_SUCH_WORD)
                return Word(text, offset=self.offset(node))
        raise self.refuse(node, "only quoted words can stand in this list.")

    def limited(self, node: ast.expr, number: float) -> float:
        try:
            if math.isfinite(number):
                return number
        except OverflowError:
            pass
        raise self.refuse(node, "this number is too large.")

    def call(self, node: ast.Call, depth: int) -> Expression:
        if not isinstance(node.func, ast.Name) or node.keywords:
            raise self.unknown_form(node)
        name, count = node.func.id, len(node.args)
        if name not in FUNCTIONS:
            known = ", ".join(FUNCTIONS)
            remedy = did_you_mean(name, list(FUNCTIONS)) or f"The functions are {known}."
            raise self.refuse(node, f"there is no function {name}.", remedy)
        least, most = FUNCTIONS[name]
        if count < least or (most is not None and count > most):
            wanted = str(least) if least == most else f"at least {least}"
            raise self.refuse(node, f"{name} takes {wanted} arguments, and got {count}.")
        arguments = tuple(self.read(each, depth) for each in node.args)
        return Call(name, arguments, offset=self.offset(node))

    def unknown_form(self, node: ast.expr) -> LanguageError:
        if isinstance(node, ast.Constant) and isinstance(node.value, bool):
            remedy = "Write the name alone, or not name."
            return self.refuse(node, "a yes-or-no name is not compared.", remedy)
        remedy = "Allowed: names, numbers, words, and or not, comparisons, in, + - * / **, "
        message = f"{form_of(node)} has no place in a condition or formula."
        return self.refuse(node, message, remedy + "x if c else y, functions.")
