"""Arguments of the wrong kind: refused before anything is done with them."""

from __future__ import annotations

from operator import index
from typing import Any

from backfat_rules.errors import BackfatRulesError
from backfat_rules.plain import shown_value


def must_be(kinds: Any, given: object, expected: str) -> None:
    """Refuse what is none of some classes.

    Args:
        kinds: a class, or several joined with ``|``.
        given: the argument.
        expected: the beginning of the refusal, such as "An engine has a name".

    Raises:
        BackfatRulesError: with what was given, unless that could tell about a person.
    """
    if not isinstance(given, kinds):
        raise BackfatRulesError(f"{expected}, not {shown_value(given)}.")


def must_be_a_count(given: object, name: str) -> None:
    """Refuse what cannot say how many.

    Raises:
        BackfatRulesError: it is no whole number, or a negative one.

    >>> must_be_a_count(3, "top")
    """
    try:
        count = -1 if isinstance(given, bool) else index(given)  # type: ignore[arg-type]  # of anything
    except TypeError:
        count = -1
    if count < 0:
        said = f"{name} needs a whole number from 0 on, not {shown_value(given)}."
        raise BackfatRulesError(said)
