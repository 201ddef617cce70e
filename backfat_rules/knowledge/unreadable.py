"""Why a knowledge file cannot be read, in the words of whoever wrote it."""

from __future__ import annotations

import yaml

from backfat_rules.errors import KnowledgeProblem, Location

_QUOTE = "Quote text that holds ': ', ' #' or starts with a quote, [, {, *, & or a sign like them."
_INDENT = "Begin the lines of one entry under each other, with spaces."
_WHY = (
    ("mapping values are not allowed", "a colon cannot stand here, in a value", _QUOTE),
    ("unexpected ':'", "a colon stands in the middle of a value", _QUOTE),
    ("cannot start any token", "a value cannot begin with this character", _QUOTE),
    ("alphabetic or numeric", "a value cannot begin with this character", _QUOTE),
    ("alias", "a value cannot begin with this character", _QUOTE),
    ("tag", "a value cannot begin with an exclamation mark", _QUOTE),
    ("directive", "a line cannot begin with a per cent sign", _QUOTE),
    ("escape", "a backslash has a meaning inside double quotes", "Use single quotes."),
    ("hexdecimal", "a backslash has a meaning inside double quotes", "Use single quotes."),
    ("end of stream", "a quote is opened and not closed", "Close it."),
    ("document indicator", "a line of hyphens or dots stands inside a value", _QUOTE),
    ("sequence entries", "a list cannot begin here", "Begin it in the next line, with '- '."),
    ("']'", "a list in [ ] is not closed, or lacks a comma", "Write [one, another]."),
    ("'}'", "fields in { } are not closed, or lack a comma", "Write {name: value, name: value}."),
    ("expected ':'", "a name without a colon stands here", "Write name: value."),
    ("'-' indicator", "this line is neither in the list above it nor after it", _INDENT),
    ("expected key", "this line does not fit under the ones above it", _INDENT),
    ("block end", "this line does not fit under the ones above it", _INDENT),
    ("control character", "it holds a character that cannot be seen", "Remove it."),
    ("special character", "it holds a character that cannot be seen", "Remove it."),
    ("document", "a second file seems to begin here", "Give it a file of its own."),
)
"""Words of the parser's own message, what they mean, and what to do; the first that fits."""

_NOT_CLOSED = ("end of stream", "']'", "'}'")
"""Where it was opened tells more than where the file ends."""


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> KnowledgeProblem:
    """What the parser found, at its place."""
    said = str(getattr(error, "problem", None) or error)
    at, opened = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    mark = opened if opened and any(word in said for word in _NOT_CLOSED) else at or opened
    where = Location(path, mark.line + 1, mark.column + 1) if mark else Location(path)
    lines = text.splitlines()
    line = lines[where.line - 1] if where.line <= len(lines) else ""
    if "\t" in line[: len(line) - len(line.lstrip())] or "\\t" in said or "tab" in said.split():
        return KnowledgeProblem(where, "yaml-tab", "a tab cannot indent a line.", "Use spaces.")
    for word, why, remedy in _WHY:
        if word in said:
            return KnowledgeProblem(where, "yaml-syntax", f"not readable: {why}.", remedy)
    message = "not readable: this line does not follow from the ones above it."
    return KnowledgeProblem(where, "yaml-syntax", message, _QUOTE)
